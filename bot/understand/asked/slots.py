"""Names at a place in a sentence: the one that begins here, or the one that ends there."""

import re
from collections.abc import Sequence

from bot.understand.names import Name, Shape
from bot.understand.names.ordinary import is_ordinary, not_names
from bot.understand.names.people import is_first_name, is_person
from bot.understand.names.persons import surname_end
from bot.understand.typos import corrected
from bot.understand.words import fold

WHO_IT_IS = (
    r"colleague|co-?worker|boss|manager|deputy|assistant|team ?mate|employee|intern|member|user|account|guest|owner"
    r"|kollega(?:en)?|leder(?:en)?|chef(?:en)?|medarbejder(?:en)?|vikar(?:en)?|bruger(?:en)?|elev(?:en)?"
    r"|medlem(?:met)?"
    r"|ejer(?:en)?|kontoen|konto|gæsten|stedfortræder|kollegaen|kollegan"
)
LEAD = re.compile(
    rf"\s*(?:(?:my|our|the|him|ham|hende|der|an?|min|mit|mine|vores|en|et|den|new|old|ny|nye|gamle|{WHO_IT_IS}|mr|mrs|ms|dr"
    rf"|fru)\.?,?\s+){{0,4}}",
    re.I,
)
"""What stands in front of a name and says whose it is: "my colleague", "brugeren"."""
PIECE = re.compile(r"[^\W\d_][\w'-]*")
LAST_PIECE = re.compile(r"(?:^|[\s,;:(\"'])([^\W\d_][\w-]*)\s*$")
SHORTEST = 3
SHORT = 80
"""Characters of a message in which a strange word in small letters may be a name: "umut can't edit it"."""
DEFINITE = ("en", "et", "ene", "erne", "ing", "tion", "ment")
"""How words end that are things or roles more often than names: "sekretæren", "operation"."""
REACH = 40
"""Characters looked back for the word that ends somewhere."""


def name_at(text: str, place: int, names: Sequence[Name], language: str) -> Name | None:
    """The name that begins at a place of a message, after what only says who it is; a strange word is one too."""
    lead = LEAD.match(text, place)
    for start in dict.fromkeys((place + len(text[place:]) - len(text[place:].lstrip()), lead.end() if lead else place)):
        known = next((name for name in names if name.start == start and not doubtful(name, language)), None)
        if known:
            return known
        word = PIECE.match(text, start)
        if word and may_be_somebody(word.group(), text, language):
            end = surname_end(text, word.end())
            return Name(text[start:end], start, end, Shape.FRAMED)
    return None


def name_before(text: str, place: int, names: Sequence[Name], language: str) -> Name | None:
    """The name that ends where a place of a message begins."""
    end = len(text[:place].rstrip())
    known = next((name for name in names if name.end == end and not doubtful(name, language)), None)
    if known:
        return known
    begin = max(0, end - REACH)
    word = LAST_PIECE.search(text[begin:end])
    if not word or not may_be_somebody(word[1], text, language):
        return None
    return Name(word[1], begin + word.start(1), end, Shape.FRAMED)


def may_be_somebody(word: str, text: str, language: str) -> bool:
    """Whether a word that no rule takes for a name may be one: in small letters only in a short message."""
    known = word[0].isupper() or is_first_name(word) or len(text) <= SHORT
    return known and is_strange(word, language)


def doubtful(name: Name, language: str) -> bool:
    """Whether only its place makes it a name, and it is a word put down in a hurry: "memebrs"."""
    return name.shape is Shape.FRAMED and " " not in name.text and not is_strange(name.text, language)


def is_strange(word: str, language: str) -> bool:
    """Whether a word is somebody's name or none that we know, however it is spelt: no acronym, no Danish noun."""
    plain = fold(word)
    if is_first_name(word):
        return True
    if len(plain) < SHORTEST or is_ordinary(word) or plain in not_names():
        return False
    if word[0].isupper():
        return not word.isupper() and word.isalpha()
    return word.isalpha() and not plain.endswith(DEFINITE) and corrected(plain, language) == plain


def personal(name: Name) -> bool:
    """Whether it is surely a person or an account: a first name, an address."""
    return name.kind == "user" or "@" in name.text or is_person(name.text)


def taken(name: Name, by: Sequence[Name]) -> bool:
    """Whether a name overlaps one of these."""
    return any(name.overlaps(each) for each in by)
