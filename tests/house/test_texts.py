"""Every sentence is there in every language, with the same holes, and nothing in it but words."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.texts import LANGUAGES

ROOT = Path(__file__).parents[2]
NOT_WORDS = re.compile(r"</?\w|https?:|\bwww\.|&\w+;|\n|  |^\s|\s$")
"""HTML, addresses, line breaks, blanks at either end."""

OTHERS = [language for language in LANGUAGES if language != "en"]


@cache
def sentences() -> Mapping[str, frozenset[str]]:
    """English template → the files it stands in."""
    found: dict[str, frozenset[str]] = {}
    for package in ("bot", "cards"):
        here = extract_from_dir(ROOT / package, [("**.py", "python")], keywords={"_": None})
        for file, _line, template, _comments, _context in here:
            assert isinstance(template, str)
            found[template] = found.get(template, frozenset()) | {f"{package}/{file}"}
    return found


@cache
def translations(language: str) -> Mapping[str, str]:
    """English template → translation."""
    with (ROOT / "bot" / "texts" / f"{language}.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale=language) if message.id}


def holes(template: str) -> set[str]:
    """The names in braces."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name is not None}


def test_extraction_finds_sentences() -> None:
    assert "Check again" in sentences()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str) -> None:
    done = translations(language)
    missing = {text: files for text, files in sentences().items() if not done.get(text)}
    assert missing == {}


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_without_its_sentence(language: str) -> None:
    assert set(translations(language)) - set(sentences()) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_holes_are_the_same(language: str) -> None:
    different = [text for text, said in translations(language).items() if holes(text) != holes(said)]
    assert different == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_stand_in_the_order_of_their_files(language: str) -> None:
    with (ROOT / "bot" / "texts" / f"{language}.po").open("rb") as file:
        places = [message.locations[0][0] for message in read_po(file, locale=language) if message.id]
    assert places == sorted(places)


@pytest.mark.parametrize("language", OTHERS)
def test_translations_name_the_files_their_sentences_stand_in(language: str) -> None:
    with (ROOT / "bot" / "texts" / f"{language}.po").open("rb") as file:
        named = {str(m.id): {place for place, _line in m.locations} for m in read_po(file, locale=language) if m.id}
    assert {text: files for text, files in named.items() if files != sentences()[text]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_words(language: str) -> None:
    said = sentences() if language == "en" else translations(language).values()
    assert [text for text in said if NOT_WORDS.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_holes_have_names(language: str) -> None:
    said = sentences() if language == "en" else translations(language).values()
    assert [text for text in said if not all(name.isidentifier() for name in holes(text))] == []
