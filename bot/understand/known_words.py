"""The words we know of a language, from its concepts and its common words."""

from functools import cache

from bot.understand.common_words import common_words
from bot.understand.lexicon import lexicon
from bot.understand.words import stem


@cache
def known_words(language: str) -> frozenset[str]:
    """Folded, as they are written in the lists."""
    return lexicon(language).vocabulary | common_words(language)


@cache
def known_stems(language: str) -> frozenset[str]:
    """Their stems, so that inflections need no listing."""
    return frozenset(stem(word, language) for word in known_words(language))
