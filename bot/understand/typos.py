"""Slips of the finger: a word nobody knows becomes the known word it is nearest to, when it is near enough."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understand.known_words import known_stems, known_words
from bot.understand.words import stem

SHORTEST = 5
"""Letters below which a slip can't be told from another word."""
LONG = 8
"""From this length two slips are forgiven."""
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Speller:
    """The words of a language by length, and the stems that need no putting right."""

    by_length: Mapping[int, tuple[str, ...]]
    stems: frozenset[str]
    words: frozenset[str]


def corrected(word: str, language: str) -> str:
    """The folded word, put right in `language` (English or Danish) if it is unknown there and in English."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return word
    return nearest(word, language)


@lru_cache(maxsize=4096)
def nearest(word: str, language: str) -> str:
    """The known word nearest to this one, or itself."""
    languages = dict.fromkeys((language, "en"))
    if any(knows(speller(each), word, each) for each in languages):
        return word
    allowed = 1 if len(word) < LONG else 2
    for each in languages:
        choices = near_length(speller(each), word, allowed)
        hit = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=allowed)
        if hit is not None:
            return hit[0]
    return word


def near_length(known: Speller, word: str, allowed: int) -> list[str]:
    """The words that could be meant: about as long, with the first letter right or changed places with the second."""
    lengths = range(len(word) - allowed, len(word) + allowed + 1)
    first = word[:2]
    return [choice for length in lengths for choice in known.by_length.get(length, ()) if choice[0] in first]


def knows(known: Speller, word: str, language: str) -> bool:
    """Whether the word is in the language, inflected or not."""
    return word in known.words or stem(word, language) in known.stems


@cache
def speller(language: str) -> Speller:
    """The speller of a language, from its concepts and its common words."""
    return Speller(by_length(known_words(language)), known_stems(language), known_words(language))


def by_length(words: Iterable[str]) -> dict[int, tuple[str, ...]]:
    """Length → the words of that length, in a fixed order so that ties are always settled the same way."""
    found: dict[int, list[str]] = {}
    for word in sorted(words):
        if len(word) >= SHORTEST and word.isalpha():
            found.setdefault(len(word), []).append(word)
    return {length: tuple(each) for length, each in found.items()}
