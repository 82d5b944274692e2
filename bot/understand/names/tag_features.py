"""What the tagger sees of each piece of a message: its look, its neighbours, and what the rules take it for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.understand.names.name import Name
from bot.understand.names.ordinary import affixes, half_names, is_ordinary, not_names
from bot.understand.names.people import is_first_name
from bot.understand.names.tokens import Token
from bot.understand.words import fold

EDGE = Token("", -1, -1)
SENTENCE_ENDS = frozenset(".!?\n:")


def tag_features(pieces: Sequence[Token], names: Sequence[Name], topic: str) -> list[list[str]]:
    """Per piece its features. `topic` is the first part of the symptom: "group", "photo" …"""
    looks = [look(pieces, index) for index in range(len(pieces))]
    rules = [ruled(piece, names) for piece in pieces]
    return [list(own_features(pieces, looks, rules, index, topic)) for index in range(len(pieces))]


def own_features(
    pieces: Sequence[Token], looks: Sequence[str], rules: Sequence[str], index: int, topic: str
) -> Iterator[str]:
    """The features of one piece."""
    word = fold(pieces[index].text)
    before, after, beyond = (near(pieces, index + step) for step in (-1, 1, 2))
    earlier, look_before, look_after = near(pieces, index - 2), at(looks, index - 1), at(looks, index + 1)
    rule, look = rules[index], looks[index]
    yield from ("always", f"w {word}", f"look {look}", f"rule {rule}", f"rule {rule} {topic}")
    yield from (f"-1 {before}", f"+1 {after}", f"-2 {earlier}", f"+2 {beyond}", f"-21 {earlier} {before}")
    yield from (f"-1 {before} look {look}", f"+1 {after} look {look}", f"-1 {before} rule {rule}")
    yield from (f"looks {look_before} {look}", f"looks {look} {look_after}", f"look {look_before} _ {look_after}")
    yield from (f"rules {at(rules, index - 1)} {rule}", f"rules {rule} {at(rules, index + 1)}", f"topic {topic} {look}")
    yield from (f"end {word[-3:]}", f"begin {word[:3]}", f"-1 {before} topic {topic}", f"count {min(index, 3)} {look}")
    yield f"rule {rule} look {look} {look_after}"


def near(pieces: Sequence[Token], index: int) -> str:
    """The folded piece at an index, empty beyond the ends."""
    return fold(pieces[index].text) if 0 <= index < len(pieces) else ""


def at(values: Sequence[str], index: int) -> str:
    """The value at an index, empty beyond the ends."""
    return values[index] if 0 <= index < len(values) else ""


def look(pieces: Sequence[Token], index: int) -> str:
    """Capitals, digits and signs of a piece, whether it is an ordinary word, and whether it opens a sentence."""
    text = pieces[index].text
    first = index == 0 or pieces[index - 1].text in SENTENCE_ENDS
    return f"{outline(text)}{kind(text)}{'^' if first else ''}"


@lru_cache(maxsize=4096)
def outline(text: str) -> str:
    """A letter for how a piece is written: sign, address, code, number, CAPITALS, Title, lower or mIxed."""
    if not any(sign.isalnum() for sign in text):
        return "s"
    if "@" in text or "=" in text:
        return "@"
    if text.isdigit():
        return "n"
    code = "c" if any(sign.isdigit() or sign in "-_&+./" for sign in text) else ""
    if text.isupper():
        return f"{code}A"
    if text[0].isupper():
        return f"{code}{'T' if text[1:].islower() else 'M'}"
    return f"{code}{'l' if text.islower() else 'm'}"


@lru_cache(maxsize=4096)
def kind(text: str) -> str:
    """What our word lists say of a piece."""
    plain = fold(text)
    if is_first_name(text):
        return "F"
    if plain in not_names():
        return "P"
    if plain in half_names() or plain in affixes():
        return "H"
    return "o" if is_ordinary(text) else "?"


def ruled(piece: Token, names: Sequence[Name]) -> str:
    """Which rule takes the piece for the beginning, middle or end of a name."""
    for place, name in enumerate(names):
        if name.start <= piece.start and piece.end <= name.end:
            begins, ends = piece.start == name.start, piece.end == name.end
            return f"{name.shape.name}{'b' if begins else ''}{'e' if ends else ''}{name.kind or ''}{min(place, 1)}"
        if name.start < piece.end and piece.start < name.end:
            return "cut"
    return "no"
