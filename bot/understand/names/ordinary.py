"""Which words are ordinary, so that only what is left can be a name."""

from functools import cache
from pathlib import Path

from bot.understand.common_words import common_words
from bot.understand.language import lists
from bot.understand.lexicon import SOURCES, lexicon
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
    large = frozenset[str]().union(*(common_words(each) | lexicon(each).vocabulary for each in SOURCES))
    return small | large | not_names() | half_names()


@cache
def ordinary_stems() -> frozenset[str]:
    """`language:stem` of the ordinary words, so that inflections need no listing."""
    own = {language: common_words(language) | lexicon(language).vocabulary for language in ("en", "da")}
    return frozenset(f"{language}:{stem(word, language)}" for language, each in own.items() for word in each)


def is_ordinary(word: str) -> bool:
    """Whether a word is one of them, in any form, also misspelt."""
    plain = fold(word)
    if plain in ordinary():
        return True
    return len(plain) > 3 and any(f"{each}:{stem(plain, each)}" in ordinary_stems() for each in ("en", "da"))
