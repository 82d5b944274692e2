"""Names told by their capital letters: "Marketing DK", "Theatre Staff East", "Ejendomme & Service", "8.C Klassen"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import half_names, is_ordinary, not_names
from bot.understand.names.people import is_first_name
from bot.understand.words import fold

TOKEN = re.compile(r"\d+\.[A-ZÆØÅ]\b|[^\W_][\w.'/-]*[\w]|[^\W_]|&|\+")
JOINS = frozenset(("&", "+", "og", "and", "of", "for", "de", "van", "von", "vd", "der", "den", "i", "del", "la"))
LAST_SIGNS = frozenset(".!?:;\n")
PLACES = frozenset(("ad", "aad", "entra", "teams", "outlook", "sharepoint", "exchange"))
YEAR = re.compile(r"\d{1,4}(?:[-/]\d{1,4})?[A-Za-z]?$|[IVX]+$|\d+\.\w$")
SHOUTED = 0.6
"""Share of capital letters above which capitals tell nothing."""
ACRONYM = re.compile(r"[A-ZÆØÅ]{1,5}s?\d{0,3}$")
DOTTED = re.compile(r"[A-Z][a-z]+\.[A-Z]")
SUBJECT = re.compile(
    r"\s+(?:is|are|was|has|can|cant|can't|wont|won't|does|doesnt|doesn't|needs|keeps|still|er|kan|har|skal|vil|bliver|mangler|står|virker)\b"
)
"""What follows when a single word that opens a sentence is what the sentence speaks of."""
NUMBERED = re.compile(r"\d+\.[A-ZÆØÅ]$")
PRONOUN = re.compile(r"I(?:'\w+)?$")


class Token(NamedTuple):
    """A piece of the message; `first` when a sentence begins with it."""

    text: str
    start: int
    end: int
    first: bool

    @property
    def capital(self) -> bool:
        """Whether it begins as names do."""
        return self.text[0].isupper() or (self.text[0].isdigit() and NUMBERED.match(self.text) is not None)


def capitalised(text: str) -> Iterator[Name]:
    """Every run of capitalised words that may be a name."""
    letters = [sign for sign in text if sign.isalpha()]
    if not letters or (len(letters) > 12 and sum(sign.isupper() for sign in letters) / len(letters) > SHOUTED):
        return
    for run in runs(tokens(text), text):
        trimmed = trim(run)
        if trimmed and is_name(trimmed, text):
            yield Name(text[trimmed[0].start : trimmed[-1].end], trimmed[0].start, trimmed[-1].end, Shape.CAPITALISED)


def tokens(text: str) -> list[Token]:
    """The pieces of a clean message."""
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        before = text[found[-1].end : match.start()] if found else "\n"
        first = not found or bool(LAST_SIGNS & set(before)) or '"' in before or "('" in before
        found.append(Token(match.group(), match.start(), match.end(), first))
    return found


def runs(pieces: Sequence[Token], text: str) -> Iterator[list[Token]]:
    """Neighbouring pieces that could be one name: capitals, with numbers and small joining words between or after."""
    run: list[Token] = []
    for piece in pieces:
        if run and (piece.first or set(",(") & set(text[run[-1].end : piece.start])):
            yield run
            run = []
        if piece.capital or (run and follows(run[-1], piece)):
            run.append(piece)
        elif run:
            yield run
            run = []
    if run:
        yield run


def follows(last: Token, piece: Token) -> bool:
    """Whether a piece without a capital goes on with the name: a number after a word, or a joining word."""
    return piece.text in JOINS or (bool(YEAR.match(piece.text)) and last.text not in JOINS)


def trim(run: list[Token]) -> list[Token]:
    """The run without what can't begin or end a name; nothing if only half a product's name is left."""
    while run and ends_badly(run):
        run = run[:-1]
    products = False
    while run and foreign(run[0], alone=len(run) == 1):
        products = products or fold(run[0].text) in not_names()
        run = run[1:]
        while run and (run[0].text in JOINS or YEAR.match(run[0].text)):
            run = run[1:]
    return [] if products and len(run) == 1 else run


def ends_badly(run: Sequence[Token]) -> bool:
    """Whether a name can't end so: with a joining word, "I", or where it is seen."""
    last = run[-1].text
    return last in JOINS or bool(PRONOUN.match(last)) or (len(run) > 1 and fold(last) in PLACES)


def foreign(piece: Token, *, alone: bool) -> bool:
    """Whether a piece can't begin a name: a product, or an ordinary word that opens the sentence or stands alone.

    An acronym in front of more may belong to it: "AAD DC Service Accounts", "HR Nordic".
    """
    if is_first_name(piece.text):
        return False
    if fold(piece.text) in not_names():
        return alone or piece.first or not ACRONYM.match(piece.text) or bool(PRONOUN.match(piece.text))
    if piece.first and fold(piece.text) in half_names() and not alone:
        return False
    return is_ordinary(piece.text) and (piece.first or alone)


def is_name(run: Sequence[Token], text: str) -> bool:
    """Whether what is left is more than a product, a role or an acronym."""
    if all(known(piece.text) or YEAR.match(piece.text) or piece.text in JOINS for piece in run):
        return False
    if len(run) > 1:
        return True
    if run[0].first and not is_first_name(run[0].text) and not SUBJECT.match(text, run[0].end):
        return False
    return not ACRONYM.match(run[0].text) and not DOTTED.match(run[0].text)


def known(word: str) -> bool:
    """Whether every part of a word is a product, a role or half a name: "Global", "F1-folk"."""
    if "-" in word:
        return all(is_ordinary(part) for part in word.split("-") if part)
    return fold(word) in not_names() or fold(word) in half_names()
