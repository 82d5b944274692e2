"""Slips of the finger in the words a follow-up is known by: "adn Sales?", "hvd med Økonomi", "hvem ejr den".

`bot.understand` leaves words this short alone, rightly: only in a conversation is it plain which word was meant.
"""

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understand.names.ordinary import is_ordinary
from bot.understand.names.people import is_first_name
from bot.understand.words import WORD, fold

TELLING = [
    "and",
    "what",
    "about",
    "how",
    "same",
    "for",
    "who",
    "owns",
    "why",
    "undo",
    "stop",
    "sorry",
    "meant",
    "the",
    "other",
    "first",
    "second",
    "og",
    "hvad",
    "med",
    "hvem",
    "ejer",
    "hvorfor",
    "fortryd",
    "samme",
    "mente",
    "den",
    "anden",
    "første",
    "glem",
]
PLAIN = [fold(word) for word in TELLING]
SHORTEST = 3
MOST_WORDS = 8
"""In a longer message a strange word is likelier a name."""


def mended(text: str) -> str:
    """The message with its slips put right; a word somebody may have meant as it stands stays."""
    said = WORD.findall(text)
    if len(said) > MOST_WORDS:
        return text
    return WORD.sub(lambda match: nearest(match, first=match.group() == said[0]), text)


def nearest(match: re.Match[str], *, first: bool) -> str:
    """The telling word one slip away from a word nobody knows, or the word itself."""
    word = match.group()
    if len(word) < SHORTEST or not word.isalpha() or not (word.islower() or first):
        return word
    if is_ordinary(word) or is_first_name(word):
        return word
    close = process.extractOne(fold(word), PLAIN, scorer=OSA.distance, score_cutoff=1)
    return TELLING[close[2]] if close else word
