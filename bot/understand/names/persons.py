"""People's names in lower case, "adele vance": a known first name and the strange words after it."""

import re
from collections.abc import Iterator

from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import is_ordinary
from bot.understand.names.people import first_names
from bot.understand.words import fold

FIRST = re.compile(r"(?<![\w.@-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w@-])")
NEXT = re.compile(r"\s+((?:vd|van|von|de|af)\b|[^\W\d_]+(?:-[^\W\d_]+)?)")
LONGEST = 4
"""Words of a name."""


def persons(text: str) -> Iterator[Name]:
    """People named in lower case; those with capitals are found by them."""
    for match in FIRST.finditer(text):
        word = match.group()
        if word == word.lower() and (fold(word).split("-")[0] in first_names(lower_case=True) or genitive(word)):
            end = surname_end(text, match.end())
            yield Name(text[match.start() : end], match.start(), end, Shape.CAPITALISED, "user")


def genitive(word: str) -> bool:
    """Whether it is a first name with the Danish genitive's s."""
    plain = fold(word)
    return len(plain) > 4 and plain.endswith("s") and plain[:-1] in first_names(lower_case=True)


def surname_end(text: str, end: int) -> int:
    """Where the name ends that has its first word end at `end`."""
    for _ in range(LONGEST - 1):
        following = NEXT.match(text, end)
        if not following or following.group(1) != following.group(1).lower() or is_stop(following.group(1)):
            return end
        end = following.end()
    return end


def is_stop(word: str) -> bool:
    """Whether the name is over with this word."""
    return is_ordinary(word) and word not in {"vd", "van", "von"}
