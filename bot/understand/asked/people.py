"""People in a row: "Lee and Adele", "Lee, Adele og Megan"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understand.asked.slots import personal
from bot.understand.names import Name

JOINED = re.compile(r"\s+(?:and|og|och|und|&|\+)\s+")


def one_by_one(names: Sequence[Name]) -> tuple[Name, ...]:
    """The names found in a message; "Lee and Adele", which looks like one, as two."""
    return tuple(each for name in names for each in apart(name))


def apart(name: Name) -> Iterator[Name]:
    """The people in a name, if it is a row of them; else the name."""
    pieces = list(pieces_of(name)) if personal(name) else []
    if len(pieces) > 1 and all(map(personal, pieces)):
        yield from pieces
    else:
        yield name


def pieces_of(name: Name) -> Iterator[Name]:
    """What stands between the joining words."""
    begin = 0
    for joint in [*JOINED.finditer(name.text), None]:
        end = joint.start() if joint else len(name.text)
        yield replace(name, text=name.text[begin:end], start=name.start + begin, end=name.start + end, kind=None)
        begin = joint.end() if joint else end
