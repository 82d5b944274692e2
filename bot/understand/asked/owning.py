"""Whether somebody owns something: "does Lee own Sales?", "ejer Lee Salg?"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understand.asked.slots import personal
from bot.understand.names import Name
from bot.understand.names.ordinary import is_ordinary
from bot.understand.names.people import is_first_name

OWNS = re.compile(
    r"\b(?:does|do|did|can(?:'?t|not)?|could|should|may)\s+(?:not\s+)?\S[^?!.,;:\n]{0,50}?\s+own\s+"
    r"(?!\w+ (?:photo|profile))"
    r"|(?:^|[,;]\s*|\b(?:og|men|om)\s+)\W*ejer\s+\S"
    r"|\b(?:kan|må|skal|bør)\s+(?:ikke\s+)?\S[^?!.,;:\n]{0,50}?\s+eje\b",
    re.I,
)
EJER = re.compile(r"(?:^|[,;]\s*|\b(?:og|men|om)\s+)\W*ejer\s+", re.I)
"""As Danish asks it: both names stand behind the verb, and look like one."""


def owner_apart(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a message, with the owner and what is owned as two of them."""
    after = {match.end() for match in EJER.finditer(text)}
    return tuple(each for name in names for each in (two_of(name) if name.start in after else (name,)))


def two_of(name: Name) -> Iterator[Name]:
    """A first name, with a surname if the next word isn't an everyday one, and the rest; or the name as it is."""
    words = list(re.finditer(r"\S+", name.text))
    if len(words) < 2 or not is_first_name(words[0].group()):
        yield name
        return
    own = 2 if len(words) > 2 and not is_ordinary(words[1].group()) else 1
    end = words[own - 1].end()
    begin = words[own].start()
    yield replace(name, text=name.text[:end], end=name.start + end)
    yield replace(name, text=name.text[begin:], start=name.start + begin, kind=None)


def owner_after_verb(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The person that stands right behind "ejer"."""
    after = {match.end() for match in EJER.finditer(text)}
    return (name for name in names if name.start in after and personal(name))
