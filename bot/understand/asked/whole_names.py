"""All that stands where a name is due, whatever it is made of: "Direktionens enheder", "HR Feed - nye medarbejdere"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.understand.asked.chunks import listed, meanings, small
from bot.understand.names.ordinary import not_names
from bot.understand.words import fold

LONGEST = 7
"""Words of a name at most."""
TAKES = (
    r"edit|change|delete|rename|restore|manage|owns?|leave|join|to|into|in|from|of|redigere?|ændre|slet(?:te)?|omdøbe?"
    r"|gendan(?:ne)?|styre|ejer|forlade?|til|ind i|i|fra|ud af|af|på|listen|gruppen|teamet|group|team|list"
)
LEAD = r"(?:(?:the|den|gruppen|teamet|listen|group|team|list)\s+)?"
PLACE = re.compile(rf"\b(?:{TAKES})\s+{LEAD}", re.I)
OPENING = re.compile(
    r"^\W*(?P<name>[A-ZÆØÅ][^?!.,;:\n]{1,60}?)\s+"
    r"(?:kan|er|må|vil|can(?:'?t|not)?|is(?:n'?t)?|won'?t|does(?:n'?t)?)(?![\w'])"
)
DIVIDED = re.compile(r"[?!,;\n\"]|^\W*$")
LONGEST_TEXT = 90
"""Characters of a name, and more."""
SHORT = 16
"""Words of a message in which that can be told."""


def whole_names(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Where each begins in a clean message, and the span as typed, without what only follows a name."""
    if len(text.split()) > SHORT:
        return
    for place in PLACE.finditer(text):
        name = trimmed(text[place.end() :].rstrip(" ?!."))
        if len(name) <= LONGEST_TEXT and not DIVIDED.search(name) and is_name(name, language, opening=False):
            yield place.end(), name
    opens = OPENING.match(text)
    if opens and is_name(opens["name"], language, opening=True):
        yield opens.start("name"), opens["name"]


def trimmed(name: str) -> str:
    """Without small words at its end: "Marketing DK any longer"."""
    words = name.split()
    while words and fold(words[-1]) in trailing():
        words.pop()
    return name[: name.index(words[-1], name.index(words[0])) + len(words[-1])] if words else ""


def is_name(name: str, language: str, *, opening: bool) -> bool:
    """Whether no word in it says what is wanted or belongs to a sentence; `opening` when it begins one."""
    said = [fold(word.strip("\"'")) for word in name.split()]
    if not 0 < len(said) <= LONGEST or nameless().issuperset(said):
        return False
    written = {fold(word) for word in name.split() if word.isupper() and len(word) > 1}
    if any(word in never_inside() and word not in written for word in said):
        return False
    alone = len(said) == 1 and (opening or not name[0].isupper())
    barred = barred_alone() if alone else doings()
    return all(barred.isdisjoint(meanings(word, language)) for word in said)


@cache
def trailing() -> frozenset[str]:
    """Small words that only follow a name."""
    return small() - listed("everybody")


@cache
def nameless() -> frozenset[str]:
    """Words of which alone no name is made."""
    return listed("joins") | not_names() - listed("everybody")


@cache
def never_inside() -> frozenset[str]:
    """Small words that stand in no name, unless they are written in capitals."""
    return small() - listed("joins") - listed("everybody")


@cache
def doings() -> frozenset[str]:
    """Concepts that say what is wanted."""
    return listed("says_what") - listed("greetings") - listed("things")


@cache
def barred_alone() -> frozenset[str]:
    """Concepts of words that are no name by themselves."""
    return doings() | listed("things") - listed("greetings")
