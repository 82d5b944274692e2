"""Who is to be added, removed or made an owner: "fjerne Adele fra Marketing DK", "make Lee an owner"."""

import re
from collections.abc import Iterator, Sequence

from bot.understand.asked.people import people_at
from bot.understand.asked.slots import name_at, name_before, personal
from bot.understand.names import Name

TAKEN = (
    r"add(?:ing)?|invit(?:e|ing)|put(?:ting)?|get(?:ting)?|let(?:ting)?|includ(?:e|ing)|giv(?:e|ing)"
    r"|grant(?:ing)?|remov(?:e|ing)"
    r"|kick(?:ing)?|tak(?:e|ing)|delet(?:e|ing)|drop(?:ping)?|throw(?:ing)?|boot(?:ing)?|mak(?:e|ing)"
    r"|set(?:ting)?|assign(?:ing)?"
    r"|appoint(?:ing)?|promot(?:e|ing)|demot(?:e|ing)|swap(?:ping)?|replac(?:e|ing)|enrol|eject|strip"
    r"|tilføje?r?|tilfoeje?|invitere?|inviter|sætte?|sætter|sæt|lægge?r?|læg|få|fjerne?r?|smide?r?|sparke?"
    r"|tage?r?|slette?r?|slet"
    r"|gøre?|gør|give?r?|udnævne?r?|udpege?r?|melde?r?|forfremme?|degradere?|optage|indmelde?|udmelde?|udskifte|føje"
    r"|luk(?:ke)?|lägga till|ta bort|legge til|hinzufügen"
)
THEM = re.compile(r"(?:him|her|them|ham|hende|dem|vedkommende)(?![\w'])", re.I)
TAKES = re.compile(rf"\b(?:{TAKEN})\s+(?:(?:jeg|man|vi|du|i|lige|venligst|please)\s+){{0,2}}", re.I)
WHERE_TO = re.compile(
    r"\s*,?\s*(?:(?:back|ind|ud|ned|op|also|også|selv|as well|now|nu|igen|again)\s+)?(?:to|into|in|from|out|off"
    r"|on|onto|as|an?|access|owner|co-?owner"
    r"|member|til|i|ind|fra|ud|af|på|som|adgang|ejer|medejer|medlem)(?![\w'])",
    re.I,
)
OVER = re.compile(
    r"\s*(?:please|tak|again|igen|now|nu|anymore|any more|either|heller)?\s*(?:[?!.,;:]|$|\b(?:and|but|because"
    r"|since|og|men|fordi|when|når)\b)",
    re.I,
)
PASSIVE = re.compile(
    r"\s+(?:(?:not|ikke|also|også|then|så|selv|bare)\s+){0,2}(?:(?:be|get|being|to be|blive|bliver)\s+(?:added"
    r"|removed|invited|made|put|taken|kicked|promoted|demoted|let in"
    r"|tilføjet|fjernet|inviteret|gjort|sat|lagt|smidt|meldt|optaget)|tilføjes|fjernes|inviteres|gøres|sættes"
    r"|lægges|smides|meldes|optages|udnævnes|ind i|med i|ud af|ud fra"
    r"|in to|into|access to|adgang til|become an? |blive ejer|be (?:an? )?(?:co-?)?owner|have access|få adgang"
    r"|ha(?:ve)? adgang|join)(?![\w'])",
    re.I,
)
MODAL = re.compile(r"\b(?:can(?:'?t|not)?|could(?:n'?t)?|should|must|needs?|has|kan|skal|må|bør|is|er)(?![\w'])", re.I)
TO = re.compile(
    r"\b(?:ownership(?: of)?|ejerskabet(?: af)?|hand(?:ing)? over|giv(?:e|er)?|overdrage?r?"
    r"|transfer)\b[^?!;:\n]{1,60}?\b(?:to|over to|til|over til)\s+"
    r"|\bowner[^?!;:\n]{1,60}?\b(?:from [^?!;:\n]{1,30} )?to\s+|\bejer[^?!;:\n]{1,60}?\btil\s+"
    r"|\b(?:access|adgang)\b[^?!;:\n]{1,50}?\b(?:for|til)\s+",
    re.I,
)
"""Where it is the last thing said: "give ownership of Swag Store to Fatima", "adgang til Salg for Lee"."""


def others(text: str, names: Sequence[Name], language: str) -> tuple[Name, ...]:
    """The people or addresses something is to be done with, in order; `names` are those found in the clean message."""
    found = {name.start: name for name in (*given(text, names, language), *done_to(text, names, language))}
    found = found or {name.start: name for name in handed_to(text, names, language)}
    return tuple(found[start] for start in sorted(found))


def points_at_one(text: str) -> bool:
    """Whether somebody named before is to be added, removed or made an owner: "make him owner", "fjern hende"."""
    pointed = (THEM.match(text, takes.end()) for takes in TAKES.finditer(text))
    return any(them and (WHERE_TO.match(text, them.end()) or OVER.match(text, them.end())) for them in pointed)


def given(text: str, names: Sequence[Name], language: str) -> Iterator[Name]:
    """Whoever follows what is done: "add Umut to", "gøre Søren til ejer", "remove Lee"."""
    for takes in TAKES.finditer(text):
        row = people_at(text, takes.end(), names, language)
        if row and (WHERE_TO.match(text, row[-1].end) or (personal(row[-1]) and OVER.match(text, row[-1].end))):
            yield from row


def done_to(text: str, names: Sequence[Name], language: str) -> Iterator[Name]:
    """Whoever something is done to: "can Noor be added", "skal Lee med i"."""
    for modal in MODAL.finditer(text):
        after = name_at(text, modal.end(), names, language)
        before = None if after else name_before(text, modal.start(), names, language)
        name, place = (after, after.end) if after else (before, modal.end())
        if name and name.kind != "group" and PASSIVE.match(text, place):
            yield name


def handed_to(text: str, names: Sequence[Name], language: str) -> Iterator[Name]:
    """Whoever gets it in the end."""
    for to in TO.finditer(text):
        name = name_at(text, to.end(), names, language)
        if name and personal(name):
            yield name
