"""A message cut into the pieces that names are made of: an address, "8.C", "SG-Lab" and "+" are one each."""

import re
from typing import NamedTuple

from bot.understand.names.exact import exact

TOKEN = re.compile(r"\d+\.[^\W\d_]\b|[^\W_](?:[\w.&/+-]*[\w+])?(?:'(?!s\b)\w+)?|'s\b|\S")


class Token(NamedTuple):
    """`text` stands at `start`:`end` of the message."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The pieces of a clean message in order; mail addresses, distinguished names and ids whole."""
    whole = sorted((name.start, name.end) for name in exact(text))
    found: list[Token] = []
    place = 0
    for start, end in [*whole, (len(text), len(text))]:
        if start < place:
            continue
        found += [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, place, start)]
        if start < end:
            found.append(Token(text[start:end], start, end))
        place = end
    return found
