"""People in a row: "Lee and Adele", "Lee, Adele og Megan"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understand.asked.slots import name_at, name_before, personal
from bot.understand.names import Name, Shape

WITHIN = re.compile(r"\s+(?:i|in|of|for|på|fra|from)\s+")
JOINED = re.compile(r"\s+(?:and|og|och|und|&|\+)\s+")

JOINT = re.compile(r"\s*(?:,\s*(?:(?:and|og)\s)?|\s(?:and|og|och|und|&|\+|plus|samt|or|nor|eller)\s)\s*", re.I)
MOST = 20
LAST_JOINT = re.compile(r"\s(?:and|og|och|und|&|\+|or|nor|eller)\s+$", re.I)
COMMA = re.compile(r",\s*$")
REACH = 10
"""Characters looked back for a joint."""


def one_by_one(names: Sequence[Name]) -> tuple[Name, ...]:
    """The names found in a message; "Lee and Adele", which looks like one, as two."""
    return tuple(each for name in names for each in apart(name))


def apart(name: Name) -> Iterator[Name]:
    """The people in a name, if it is a row of them; a person and what they are in, "Lee i Salg"; else the name."""
    if not personal(name) or name.shape is not Shape.CAPITALISED:
        yield name
        return
    pieces = list(pieces_of(name, JOINED))
    if not all(map(personal, pieces)):
        pieces = [name]
    for piece in pieces:
        yield from pieces_of(piece, WITHIN)


def pieces_of(name: Name, joint_word: re.Pattern[str]) -> Iterator[Name]:
    """What stands between the joining words."""
    begin = 0
    for joint in [*joint_word.finditer(name.text), None]:
        end = joint.start() if joint else len(name.text)
        yield replace(name, text=name.text[begin:end], start=name.start + begin, end=name.start + end, kind=None)
        begin = joint.end() if joint else end


def people_at(text: str, place: int, names: Sequence[Name], language: str) -> list[Name]:
    """The names that begin at a place and stand in a row: "Lee, Adele and Megan"."""
    row: list[Name] = []
    name = name_at(text, place, names, language)
    while name and name.kind != "group" and len(row) < MOST and (not row or personal(name)):
        row.append(name)
        joint = JOINT.match(text, name.end)
        name = name_at(text, joint.end(), names, language) if joint else None
    return row


def people_before(text: str, place: int, names: Sequence[Name], language: str) -> list[Name]:
    """The names that stand in a row and end where a place begins: "Lee and Adele can't"."""
    row: list[Name] = []
    name = name_before(text, place, names, language)
    while name and len(row) < MOST and (not row or personal(name)):
        row.insert(0, name)
        joint = (COMMA if len(row) > 1 else LAST_JOINT).search(text[max(0, name.start - REACH) : name.start])
        name = name_before(text, name.start - len(joint[0]), names, language) if joint else None
    return row
