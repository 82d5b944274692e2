"""The data files agree with each other: a slip in one of them would be silent."""

from bot.model import Symptom
from bot.understand.concepts_seen import concepts_seen
from bot.understand.error_messages import expressions
from bot.understand.lexicon import FOLDER, SOURCES, lexicon, read
from bot.understand.pattern import parse
from bot.understand.scoring import table

DERIVED = {"always", "anygroup", "anything", "short", "scope_many", "coded", "named_person"}


def defined() -> set[str]:
    entries = [e.concept for files in SOURCES.values() for path in FOLDER.glob(files) for e in read(path)]
    return set(entries) | set(expressions()) | DERIVED


def test_every_concept_a_symptom_needs_is_defined() -> None:
    every = [rule for rules in table().values() for rule in rules]
    used = {concept for rule in every for options in (*rule.needs, rule.bars) for concept in options}
    assert used <= defined(), used - defined()


def test_every_symptom_has_rules() -> None:
    assert set(table()) == set(Symptom)


def test_english_and_danish_know_the_same_concepts() -> None:
    languages = [{e.concept for path in FOLDER.glob(SOURCES[each]) for e in read(path)} for each in ("en", "da")]
    assert languages[0] - languages[1] <= {"face"}
    assert languages[1] - languages[0] <= {"not_at_all"}


def test_a_concept_is_heard_in_every_inflection() -> None:
    for text in ("gruppe", "gruppen", "grupperne", "marketinggruppen", "gruppeejer"):
        assert "anygroup" in concepts_seen(text, "da", frozenset()), text
    for text in ("photos", "picture", "pictures", "avatar"):
        assert "photo" in concepts_seen(text, "en", frozenset()), text


def test_a_native_section_is_not_heard_in_another_language() -> None:
    assert "other_person" in concepts_seen("her", "en", frozenset())
    assert "other_person" not in concepts_seen("her", "da", frozenset())


def test_no_pattern_is_empty() -> None:
    assert all(lexicon(each).vocabulary for each in SOURCES)
    written = [(lang, e.written) for lang, files in SOURCES.items() for path in FOLDER.glob(files) for e in read(path)]
    assert all(parse(each, lang) for lang, each in written)
