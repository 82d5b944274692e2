"""Names that need no guessing: mail addresses, distinguished names and object ids."""

import re
from collections.abc import Iterator

from bot.understand.names.name import Name, Shape

GUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.I)
DN = re.compile(r"\bCN=(?:[^,=\n\"']|\\,)+(?:,\s?(?:CN|OU|DC|O)=[^,=\n\"'?!;]*?(?=[,\s?!;.\"')]|$))+", re.I)
MAIL = re.compile(r"(?:(?<=smtp:)|\b)[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", re.I)
USER_DN = re.compile(r"OU=(?:\w+ )?(?:Users|People|Employees|Brugere|Medarbejdere|Staff)\b", re.I)


def exact(text: str) -> Iterator[Name]:
    """Every such name in a clean message, distinguished names first: they may hold what looks like the others."""
    for match in DN.finditer(text):
        kind = "user" if USER_DN.search(match.group()) else "group"
        yield Name(match.group(), match.start(), match.end(), Shape.EXACT, kind)
    for match in GUID.finditer(text):
        yield Name(match.group(), match.start(), match.end(), Shape.EXACT)
    if "@" in text:
        for match in MAIL.finditer(text):
            yield Name(match.group(), match.start(), match.end(), Shape.EXACT, mail_kind(match.group()))


def mail_kind(address: str) -> str | None:
    """A person, if it reads first.last@; else unknown."""
    return "user" if re.match(r"[a-z]{2,}\.[a-z]{2,}@", address, re.I) else None
