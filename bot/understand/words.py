"""A message as words, and words in a form in which spelling habits no longer tell them apart."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol

import Stemmer as Snowball  # pyright: ignore[reportMissingModuleSource, reportMissingTypeStubs]

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
NORDIC = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "ð": "d", "þ": "th"})
STEMMERS = {"en": "english", "da": "danish", "sv": "swedish", "no": "norwegian", "de": "german"}


class Stemmer(Protocol):
    """What we use of PyStemmer, which has no types."""

    def stemWord(self, word: str) -> str:  # noqa: N802 - the library's name
        """The stem of a lower-case word."""
        ...


class Word(NamedTuple):
    """A word as typed (`text[start:end]` of the clean message) and folded to plain lower-case ASCII letters."""

    text: str
    start: int
    end: int
    plain: str


def words(text: str) -> tuple[Word, ...]:
    """The words of a clean message in order."""
    return tuple(Word(m.group(), m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents, apostrophes or Nordic letters: "Økonomi" and "oekonomi" are both "oekonomi"."""
    lowered = text.lower().replace("'", "").translate(NORDIC)
    if lowered.isascii():
        return lowered
    spread = unicodedata.normalize("NFKD", lowered)
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def stem(word: str, language: str) -> str:
    """The folded stem of a word; a language without a stemmer leaves it whole.

    Nordic letters are spelled out first, so that "tilføje" and "tilfoeje" have one stem.
    """
    plain = fold(word)
    return stemmer(language).stemWord(plain) if language in STEMMERS else plain


@cache
def stemmer(language: str) -> Stemmer:
    """The Snowball stemmer of a language in STEMMERS."""
    untyped: Any = Snowball
    return untyped.Stemmer(STEMMERS[language])
