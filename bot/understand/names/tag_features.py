"""What the tagger sees of each piece of a message: its look, its neighbours, and what the rules take it for."""

from collections.abc import Sequence
from functools import lru_cache

from bot.understand.names.name import Name
from bot.understand.names.ordinary import affixes, half_names, is_ordinary, not_names
from bot.understand.names.people import is_first_name
from bot.understand.names.tokens import Token
from bot.understand.words import fold

SENTENCE_ENDS = frozenset(".!?\n:")
BEYOND = ("", "")
"""What stands before the first piece and after the last one: as far as a piece looks."""


def tag_features(pieces: Sequence[Token], names: Sequence[Name], topic: str) -> list[list[str]]:
    """Per piece its features. `topic` is the first part of the symptom: "group", "photo" …"""
    words = (*BEYOND, *(fold(piece.text) for piece in pieces), *BEYOND)
    looks = (*BEYOND, *(look(pieces, index) for index in range(len(pieces))), *BEYOND)
    rules = (*BEYOND, *(ruled(piece, names) for piece in pieces), *BEYOND)
    return [own_features(words[at:], looks[at + 1 :], rules[at + 1 :], at, topic) for at in range(len(pieces))]


def own_features(words: Sequence[str], looks: Sequence[str], rules: Sequence[str], index: int, topic: str) -> list[str]:
    """The features of one piece, the third of `words`, the second of `looks` and of `rules`."""
    earlier, before, word, after, beyond = words[:5]
    look_before, look, look_after = looks[:3]
    rule_before, rule, rule_after = rules[:3]
    return [
        *("always", f"w {word}", f"look {look}", f"rule {rule}", f"rule {rule} {topic}", f"end {word[-3:]}"),
        *(f"-1 {before}", f"+1 {after}", f"-2 {earlier}", f"+2 {beyond}", f"-21 {earlier} {before}"),
        *(f"-1 {before} look {look}", f"+1 {after} look {look}", f"-1 {before} rule {rule}", f"begin {word[:3]}"),
        *(f"looks {look_before} {look}", f"looks {look} {look_after}", f"look {look_before} _ {look_after}"),
        *(f"rules {rule_before} {rule}", f"rules {rule} {rule_after}", f"topic {topic} {look}"),
        *(f"-1 {before} topic {topic}", f"count {min(index, 3)} {look}", f"rule {rule} look {look} {look_after}"),
    ]


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
