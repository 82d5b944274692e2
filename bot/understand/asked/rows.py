"""Several groups in one question: "why can't I edit Sales, Marketing DK and HR?", asked of each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from bot.understand.asked.chunks import Chunk, Kind, chunks, leads
from bot.understand.names.people import is_person
from bot.understand.understanding import Understanding

JOINER = re.compile(r"\s*,?\s(?:and|og|och|und|samt|plus|or|eller)\s\s*|\s*,\s+", re.I)
WORD = re.compile(r"\w")
"""A row ends with a word, "and"; a comma alone divides clauses."""
END = re.compile(r"[?!;:\n]|\.(?:\s|$)")
QUOTES = "\"'"
Span = tuple[int, int]


def asked_of_each(meant: Understanding) -> tuple[Understanding, ...]:
    """The question once for each group or person that stands in its row; itself when there is only one."""
    if meant.entity_kind == "user" and (several := people_in_a_row(meant)):
        return tuple(replace(meant, entity=name, leftovers=()) for name in several)
    row = row_of(meant) if may_have_one(meant) else ()
    if len(row) < 2:
        return (meant,)
    about = None if meant.about == "this" else meant.about
    shared = replace(meant, entity_kind="group", about=about, row=meant.text[row[0][0] : row[-1][1]])
    names = [meant.text[start:end] for start, end in row]
    return tuple(replace(shared, entity=name, leftovers=(name,) if meant.leftovers else ()) for name in names)


def people_in_a_row(meant: Understanding) -> tuple[str, ...]:
    """The people in what was taken for one name, or may be: "Kasper and Piotr"; none when there is only one."""
    rows = (tuple(JOINER.split(name)) for name in (meant.entity, *meant.leftovers) if name)
    return next((row for row in rows if len(row) > 1 and all(map(may_be_somebody, row)) and is_person(row[0])), ())


def may_be_somebody(name: str) -> bool:
    """Whether it is a person's name, or written like one."""
    return is_person(name) or (name[:1].isupper() and not any(sign.isdigit() for sign in name))


def may_have_one(meant: Understanding) -> bool:
    """Whether the question is of groups, and anything stands in a row at all."""
    named = meant.entity or meant.leftovers
    of_groups = meant.symptom.topic == "group" and meant.entity_kind != "user"
    return bool(named) and of_groups and JOINER.search(meant.text) is not None


def row_of(meant: Understanding) -> Sequence[Span]:
    """Where the names stand that are in a row with the one found."""
    text, name = meant.text, meant.entity or meant.leftovers[0]
    place = text.find(name)
    if place < 0 or (text[place - 1 : place] in QUOTES and place):
        return ()
    parts = segments(text, place, place + len(name))
    own = next(index for index, (_, end) in enumerate(parts) if place < end)
    judged = chunks(text, meant.language)
    first = within(judged, (place, min(place + len(name), parts[own][1])))
    if not first:
        return ()
    found = [(first[0].start, first[-1].end)]
    if not text[found[0][1] : parts[own][1]].strip():
        found += forward(judged, parts[own + 1 :])
    if not [chunk for chunk in within(judged, (parts[own][0], place)) if not leads(chunk)]:
        found = [*backward(judged, parts[:own]), *found]
    found = [span for span in found if text[slice(*span)] not in people(meant)]
    alike = len({text[slice(*span)].islower() for span in found}) == 1
    return found if alike and len(found) > 1 and WORD.search(text, found[-2][1], found[-1][0]) else ()


def people(meant: Understanding) -> frozenset[str]:
    """Those who have another part in the question."""
    return frozenset((*meant.persons, *meant.others, *((meant.compared,) if meant.compared else ())))


def segments(text: str, start: int, end: int) -> list[Span]:
    """What stands between the joints of the sentence that holds a name."""
    begin = max((stop.end() for stop in END.finditer(text, 0, start)), default=0)
    stop = END.search(text, end)
    last = stop.start() if stop else len(text)
    parts: list[Span] = []
    for joint in JOINER.finditer(text, begin, last):
        parts.append((begin, joint.start()))
        begin = joint.end()
    return [*parts, (begin, last)]


def forward(judged: Sequence[Chunk], parts: Sequence[Span]) -> list[Span]:
    """The names that open the segments after the first one, up to the one with which the row ends."""
    found: list[Span] = []
    for part in parts:
        pieces = within(judged, part)
        while pieces and leads(pieces[0]):
            pieces = pieces[1:]
        name = opening(pieces)
        written = bool(name) and name[0].text != name[0].text.lower()
        if written:
            name = [*takewhile(lambda chunk: chunk.text != chunk.text.lower() or chunk.kind is Kind.NUMBER, name)]
        numbers = all(chunk.kind is Kind.NUMBER for chunk in name)
        if numbers or not (written or len(name) == len(pieces)):
            break
        found.append((name[0].start, name[-1].end))
        if len(name) < len(pieces):
            break
    return found


def backward(judged: Sequence[Chunk], parts: Sequence[Span]) -> list[Span]:
    """The names that close the segments before the first one, back to the one with which the row begins."""
    found: list[Span] = []
    for part in reversed(parts):
        pieces = within(judged, part)
        name: list[Chunk] = []
        while pieces and pieces[-1].kind is not Kind.STOP:
            name.insert(0, pieces.pop())
        if not name or not (name[0].due or name[0].text[0].isupper() or not pieces):
            break
        found.insert(0, (name[0].start, name[-1].end))
        if any(not leads(chunk) for chunk in pieces):
            break
    return found


def opening(pieces: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a name at the beginning."""
    name: list[Chunk] = []
    for chunk in pieces:
        if chunk.kind is Kind.STOP:
            break
        name.append(chunk)
    return name


def within(judged: Sequence[Chunk], span: Span) -> list[Chunk]:
    """The chunks of a part of the message."""
    return [chunk for chunk in judged if span[0] <= chunk.start and chunk.end <= span[1]]
