"""Names written like codes: "SG-LIC-E3-OLD", "svc_scan", "rnd-firmware-leads"; not "on-prem", not "Set-UserPhoto"."""

import re
from collections.abc import Iterator

from bot.understand.names.name import Name, Shape
from bot.understand.names.ordinary import affixes, is_ordinary, not_names, ordinary
from bot.understand.names.people import ACCOUNT_PREFIXES, is_first_name
from bot.understand.words import fold

CODED = re.compile(r"(?<![\w.@/\\$-])[^\W_][\w&+]*(?:[-_.][\w&+]+)*[-_](?:[\w&+]+)(?:[-_.][\w&+]+)*(?![\w@\\/]|-\w)")
CMDLET = re.compile(
    r"(?:Get|Set|New|Add|Remove|Update|Enable|Disable|Start|Stop|Import|Export|Invoke|Install|Connect|Restore|Test|Search|Move"
    r"|Sync|Revoke|Clear|Reset)-[A-Z]\w+|Group-\w+|\w*Permission\w*|EXCHANGE_\w+|ERR_\w+|Authorization_\w+|Request_\w+|Sync_\w*"
    r"|Directory_\w+|[A-Z][a-z]+\.[A-Z]\w+",
)
CUE = re.compile(
    r"\b(?:leave|join|in|into|on|to|from|of|off|group|team|list|edit|delete|is|are"
    r"|til|fra|af|i|på|gruppen|er|forlade|slette|redigere)\s+(?:the\s+)?$",
    re.I,
)
FAILURE = re.compile(
    r"(?:failure|error|issue|import|export|server|dll|down|conflict|sync|policy|attributt?er|attribute|attributten)s?$",
    re.I,
)


def coded(text: str) -> Iterator[Name]:
    """Every code that may be a name."""
    for match in CODED.finditer(text):
        found = match.group().rstrip(".-_")
        if is_name(found):
            if len(found.split("-")) == 2 and found == found.lower() and "_" not in found and not expected(text, match):
                continue
            kind = "user" if found.lower().startswith(ACCOUNT_PREFIXES) else None
            yield Name(found, match.start(), match.start() + len(found), Shape.CODED, kind)


def is_name(code: str) -> bool:
    """Whether a code is nobody's command, error or everyday compound."""
    if CMDLET.fullmatch(code) or FAILURE.search(code):
        return False
    if is_first_name(code) and "_" not in code and code[0].isupper():
        return False
    parts = [part for part in re.split(r"[-_.]", code) if part]
    return not kind_only(parts) and signed(code, parts)


def signed(code: str, parts: list[str]) -> bool:
    """Whether its signs are no word's: an underscore, three parts with a capital or digit, or two such parts."""
    marked = [part for part in parts if part != part.lower() or any(sign.isdigit() for sign in part)]
    if "_" in code:
        return True
    if len(parts) > 2:
        return bool(marked) or not all(everyday(part) for part in parts)
    if not marked:
        return not all(everyday(part) for part in parts)
    return len(marked) == len(parts) and not all(fold(part) in not_names() or part.isdigit() for part in parts)


def kind_only(parts: list[str]) -> bool:
    """Whether it is a kind of thing, "AD-gruppen", "F1-folk": something known and an ordinary word in lower case."""
    if len(parts) != 2 or parts[1] != parts[1].lower() or not parts[1].isalpha():
        return False
    return parts[0] != parts[0].lower() and fold(parts[0]) in ordinary()


def expected(text: str, match: re.Match[str]) -> bool:
    """Whether a plain hyphenated word stands where a name is due: "leave birthday-club", "members of night-crew"."""
    return bool(CUE.search(text[: match.start()]))


def everyday(part: str) -> bool:
    """Whether a part of a hyphenated word is met in ordinary ones."""
    known = fold(part) in affixes() or fold(part) in not_names()
    return part.isdigit() or known or (is_ordinary(part) and len(part) < 4)
