"""Which words are ordinary, so that only what is left can be a name."""

from functools import cache, lru_cache
from pathlib import Path

from bot.understand.known_words import known_stems, known_words
from bot.understand.language import lists
from bot.understand.lexicon import SOURCES
from bot.understand.words import fold, stem

FOLDER = Path(__file__).parent


@cache
def not_names() -> frozenset[str]:
    """Folded words that are written with a capital and still no name: products, roles, places on the screen."""
    return listed("not_names.txt")


@cache
def half_names() -> frozenset[str]:
    """Folded words that are no name alone and may be part of one: "project", "HR"."""
    return listed("half_names.txt")


@cache
def affixes() -> frozenset[str]:
    """Folded parts of ordinary hyphenated words, "on-prem", "AD-gruppe"."""
    return listed("affixes.txt")


@cache
def group_kinds() -> frozenset[str]:
    """Folded kinds of group that Danish writes together with the word, "sikkerhedsgruppen", without the joining s."""
    return frozenset(word.rstrip("s") for word in listed("group_kinds.txt"))


def listed(file: str) -> frozenset[str]:
    """The folded words of a file beside this one."""
    lines = [line for line in (FOLDER / file).read_text("utf-8").splitlines() if not line.startswith("#")]
    return frozenset(fold(word) for line in lines for word in line.split())


@cache
def ordinary() -> frozenset[str]:
    """Folded words of everyday sentences, and the words of all concepts."""
    small = frozenset(fold(word) for language in SOURCES for word in lists()[language])
    large = frozenset[str]().union(*(known_words(each) for each in SOURCES))
    return small | large | not_names() | half_names()


@lru_cache(maxsize=4096)
def is_ordinary(word: str) -> bool:
    """Whether a word is one of them, in any form, also misspelt."""
    plain = fold(word)
    if plain in ordinary():
        return True
    return len(plain) > 3 and any(stem(plain, each) in known_stems(each) for each in ("en", "da"))
