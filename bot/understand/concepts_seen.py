"""All concepts of a message: what its words mean in its languages, its error messages, and what follows from them."""

from collections.abc import Sequence, Set
from functools import lru_cache

from bot.understand.lexicon import SOURCES, lexicon
from bot.understand.pattern import Heard
from bot.understand.typos import corrected
from bot.understand.words import fold, stem, words

GROUP = frozenset({"group", "team", "this_group", "coded"})
PERSONAL = frozenset({"license", "photo", "initials", "looks_old", "person_field", "profile"})
THINGS = GROUP | PERSONAL | {"member", "owner", "sync", "sync_engine"}
ACCENTS = {"da": ("da",), "no": ("da", "no"), "sv": ("sv",), "de": ("de",)}
"""The lexicons that listen besides English, by the language of the message."""
SHORT = 6
"""Words in a message that has no room for a question."""
WORDS_READ = 250


def concepts_seen(text: str, language: str, marks: Set[str]) -> frozenset[str]:
    """The concepts of a message without its names. `marks` are those already known: of its names and error messages."""
    found = set(marks)
    for each in ("en", *ACCENTS.get(language, ())):
        found |= heard_in(text, each, native=each == language)
    return frozenset(found | derived(found, len(words(text))))


def heard_in(text: str, lexicon_language: str, *, native: bool) -> set[str]:
    """The concepts one lexicon hears; several of what others answer are `scope_many`."""
    heard = hear(text, lexicon_language)
    found = lexicon(lexicon_language).concepts(heard, native)
    places = {start for start, _ in found.get("scope_strong", ())}
    return set(found) | ({"scope_many"} if len(places) > 1 else set())


def hear(text: str, language: str) -> Sequence[Heard]:
    """The words as one language hears them, slips put right in the languages that have a speller."""
    plain = [word.plain for word in words(text)][:WORDS_READ]
    return [heard(word, language) for word in plain]


@lru_cache(maxsize=8192)
def heard(word: str, language: str) -> Heard:
    """A folded word as one language hears it."""
    right = corrected(word, language) if language in {"en", "da"} else word
    return Heard(right, stem(right, language))


def derived(found: Set[str], count: int) -> set[str]:
    """What follows from the concepts and the number of words."""
    more: set[str] = {"always"}
    if found & GROUP:
        more.add("anygroup")
    if found & THINGS:
        more.add("anything")
    if count <= SHORT:
        more.add("short")
    return more


def warm() -> None:
    """Reads every lexicon, so that the first message is no slower than the next."""
    for language in SOURCES:
        lexicon(language)
    corrected("warming", "en")
    corrected("warming", "da")
    # Every listed word went through them once and most will not come again.
    fold.cache_clear()
    stem.cache_clear()
