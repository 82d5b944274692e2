"""Names told by where they stand: after "the group called", in front of "gruppen", at the end of a known question."""

import re
from collections.abc import Iterator

from bot.understand.names.frames import BEFORE, CALLED, COMPOUND, FRAMES, LAST_WORD, PIECE
from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import group_kinds, is_ordinary, not_names
from bot.understand.names.people import is_first_name
from bot.understand.words import fold


def called(text: str) -> Iterator[Name]:
    """Spans said to be a name, or with the word "group" beside them."""
    for match in CALLED.finditer(text):
        for name in named(match, match.lastindex or 1, Shape.CALLED):
            if match.lastindex == 1 or beside_group(match, name, text):
                yield name
    for match in BEFORE.finditer(text):
        if match.group(2) == match.group(2).lower():
            yield from tail(match)


def beside_group(match: re.Match[str], name: Name, text: str) -> bool:
    """Whether a span after the word "group" is its name: the word is no part of it, as in "Team Aarhus", and it has
    capitals or ends the sentence.
    """
    if match.group()[0].isupper() and name.text[0].isupper():
        return False
    return name.text != name.text.lower() or bool(LAST_WORD.match(text, name.end))


def framed(text: str) -> Iterator[Name]:
    """Spans where a question has its name, also in lower case."""
    for frame in FRAMES:
        for match in frame.finditer(text):
            if match.group(1):
                yield from named(match, 1, Shape.FRAMED)


def compound(text: str) -> Iterator[Name]:
    """Danish names grown together with their kind, "marketinggruppen", as typed."""
    for match in COMPOUND.finditer(text):
        if fold(match.group(1)).rstrip("s") not in group_kinds() and not is_ordinary(match.group(1)):
            yield Name(match.group(), match.start(), match.end(), Shape.COMPOUND, "group")


def named(match: re.Match[str], index: int, shape: Shape) -> Iterator[Name]:
    """The span up to its first ordinary word, if anything is left."""
    span, start = match.group(index), match.start(index)
    end = 0
    for piece in re.finditer(PIECE, span):
        if stops(piece.group(), begun=end > 0):
            break
        end = piece.end()
    kept = span[:end].rstrip(".'-/&+ ")
    if len(kept) > 1 and not kept.isdigit():
        yield Name(kept, start, start + len(kept), shape)


def tail(match: re.Match[str]) -> Iterator[Name]:
    """The words straight in front of "group", as far back as they are not ordinary."""
    span, start = match.group(1), match.start(1)
    begin = len(span)
    for piece in reversed(list(re.finditer(PIECE, span))):
        word = piece.group()
        if stops(word, begun=begin < len(span)) or is_first_name(word) or is_ordinary(word):
            break
        begin = piece.start()
    kept = span[begin:]
    if len(kept) > 1 and not kept.isdigit():
        yield Name(kept, start + begin, start + len(span), Shape.FRAMED, "group")


def stops(word: str, *, begun: bool) -> bool:
    """Whether a name can't hold this word: it is ordinary, and not the number, kind or unit names end in."""
    if fold(word) in not_names():
        return not begun
    if any(sign.isdigit() for sign in word):
        return False
    if begun and fold(word) in {"team", "group", "list", "dk", "no", "se", "uk", "club", "board"}:
        return False
    if is_first_name(word) or (word[0].isupper() and word[1:].islower()):
        return False
    return all(is_ordinary(part) for part in word.split("-"))
