"""Words that are in none of our lists: each may be somebody's name, or a group's, however it is spelled."""

import re
from collections.abc import Sequence

from bot.texts import LANGUAGES
from bot.understand.known_words import known_stems, known_words
from bot.understand.words import fold, stem

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def unknown_words(text: str) -> Sequence[tuple[int, int]]:
    """Where they stand: [start, end) of the text's characters."""
    return [found.span() for found in WORD.finditer(text) if not is_known(found.group())]


def is_known(word: str) -> bool:
    """Whether it is an ordinary word of a language the bot reads, inflected or not."""
    folded = fold(word)
    return any(folded in known_words(each) or stem(folded, each) in known_stems(each) for each in LANGUAGES)
