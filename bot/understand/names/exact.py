"""Names that need no guessing: mail addresses, distinguished names and object ids."""

import re
from collections.abc import Iterator

from bot.understand.names.name import Name, Shape

GUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.I)
DN = re.compile(r"\bCN=(?:[^,=\n\"']|\\,)+(?:,\s?(?:CN|OU|DC|O)=[^,=\n\"'?!;]*?(?=[,\s?!;.\"')]|$))+", re.I)
MAIL = re.compile(r"(?:(?<=smtp:)|\b)[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", re.I)
ADDRESS_OF_A_PAGE = re.compile(r"\bhttps?://[^\s\"'<>]+", re.I)
OF_THE_GROUP = re.compile(r"(?:group|gruppe|object|objekt|team)s?(?:[-_ ]?id)?(?:[/=:\s\"'(]|%2f){1,4}$", re.I)
"""What stands before the id that is meant: "groupId/", "objectId=", "/groups/", "group "."""
OF_SOMETHING_ELSE = re.compile(
    r"(?<![a-zæøå])(?:request|correlation|trace|tenant|activity|session|client|app(?:lication)?|operation|error|t|rid"
    r"|c)[-_ ]?(?:id)?"
    r"(?:[/=:\s\"'(]|%2f){1,4}$",
    re.I,
)
"""What stands before the id of a request, an application or the company."""
BEFORE = 24
"""Characters before an id in which that stands."""
THREADS = (".tacv2", ".skype", ".v2", ".spaces")
"""How the ids of chats end, which look like addresses."""
USER_DN = re.compile(r"OU=(?:\w+ )?(?:Users|People|Employees|Brugere|Medarbejdere|Staff)\b", re.I)


def exact(text: str) -> Iterator[Name]:
    """Every such name in a clean message, distinguished names first: they may hold what looks like the others."""
    for match in DN.finditer(text):
        kind = "user" if USER_DN.search(match.group()) else "group"
        yield Name(match.group(), match.start(), match.end(), Shape.EXACT, kind)
    yield from ids(text)
    if "@" in text:
        pages = [match.span() for match in ADDRESS_OF_A_PAGE.finditer(text)]
        for match in MAIL.finditer(text):
            within = any(start <= match.start() < end for start, end in pages)
            if not within and not match.group().lower().endswith(THREADS):
                yield Name(match.group(), match.start(), match.end(), Shape.EXACT, mail_kind(match.group()))


def ids(text: str) -> Iterator[Name]:
    """Object ids, those said to be a group's first; never those of a request or of the company."""
    found = [(match, text[max(0, match.start() - BEFORE) : match.start()]) for match in GUID.finditer(text)]
    for match, before in sorted(found, key=lambda each: not OF_THE_GROUP.search(each[1])):
        if OF_THE_GROUP.search(before) or not OF_SOMETHING_ELSE.search(before):
            yield Name(match.group(), match.start(), match.end(), Shape.EXACT)


def mail_kind(address: str) -> str | None:
    """A person, if it reads first.last@; else unknown."""
    return "user" if re.match(r"[a-z]{2,}\.[a-z]{2,}@", address, re.I) else None
