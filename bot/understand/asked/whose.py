"""Whose rights a question is about: "why can't Lee edit Sales?", "… for Adele and not for Lee?"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understand.asked.owning import owner_after_verb
from bot.understand.asked.people import people_at, people_before
from bot.understand.asked.slots import WHO_IT_IS, is_strange, name_at, name_before, personal
from bot.understand.names import Name, Shape

DOING = (
    r"(?:edit|change|modify|rename|update|add|invite|remove|delete|kick|manage|administer|see|view|access|join"
    r"|leave|restore"
    r"|do|post|write|set|make|open|take|put|upload|approve|give|assign|archive|convert|move|create|use|get rid|get"
    r"|redigere|ændre|rette|omdøbe|opdatere|tilføje|invitere|fjerne|slette|styre|administrere|se|tilgå|komme"
    r"|melde|forlade"
    r"|gendanne|gøre|lægge|sætte|skifte|smide|uploade|godkende|tildele|arkivere|flytte|oprette|bruge|give|få|ret"
    r"|ändra|redigera|lägga|ta bort|endre|legge|bearbeiten|ändern|hinzufügen|löschen|entfernen)"
)
MAY = r"(?:able to|allowed|permitted|unable|lov til|adgang til|rettigheder til|i stand til)"
NOT = r"(?:not|ikke|ikk|ik|ikek|ikkke|inte|nicht|no longer|aldrig|never)"
FILLER = (
    rf"(?:(?:{NOT}|længere|still|stadig|stadigvæk|even|also|også|selv|just|bare|then|så|godt|now|nu|really"
    rf"|be)\s+){{0,4}}"
)
CAN = r"(?:can(?:'?t|not)?|could(?:n'?t)?|may(?:n'?t)?|mustn'?t|kan|kunne|må|måtte|skal|vil|kann|darf)"
IS = r"(?:is(?:n'?t)?|was(?:n'?t)?|does(?:n'?t)?|has(?:n'?t)?|have(?:n'?t)?|er|var|har|bliver|gets?|got)"
MODAL = re.compile(rf"\b(?:(?P<can>{CAN})|(?P<is>{IS})|(?P<both>får|fik))(?![\w'])", re.I)
FROM = r"(?:\s+(?:from|fra|at|in|i)\s+[A-ZÆØÅ][\w-]*(?:\s[A-ZÆØÅ]\w*)?,?)?"
CAN_DO = re.compile(rf"{FROM}\s*{FILLER}(?:{DOING}|{MAY})(?![\w'])", re.I)
IS_ALLOWED = re.compile(
    rf"{FROM}\s*{FILLER}(?:{MAY}|have (?:the )?(?:access|rights?|permissions?)"
    rf"|(?:the )?(?:rights?|permissions?|access) to"
    r"|(?:an? |en )?(?:error|fejl|access denied|adgang nægtet|afvist|refused|denied)|lov)(?![\w'])",
    re.I,
)
IS_OR_HAS = re.compile(
    rf"\s*{FILLER}(?:have|(?:an? |en |et |the )?(?:co-?)?(?:owner|member|admin\w*|ejer|medejer"
    rf"|medlem))(?![\w'])",
    re.I,
)
"""Of a person, as against "does Projekt Nord have an owner?"."""
OWN = re.compile(rf"{FROM}\s*{FILLER}(?:own|eje)(?![\w'])", re.I)
"""Nothing but a person owns a group."""
NOT_NEXT, NOT_LAST = (
    re.compile(rf"\s+(?:{NOT}|n?either|both|hverken|enten|både)\s+", re.I),
    re.compile(rf"\s{NOT}\s+$", re.I),
)
REACH = 20
"""Characters looked back for a "not"."""
EITHER = re.compile(f"{CAN_DO.pattern}|{IS_ALLOWED.pattern}", re.I)
OVER = re.compile(
    rf"\s*(?:{NOT}|godt|though|fine|selv|også|too|it|det)?\s*(?=[?!.,;:]|$|\b(?:but|and|men|og|mens|while)\b)", re.I
)
WHOLE_GROUP = re.compile(r"\s*(?:itself|sig selv|themselves)?\s*(?:[?!.,;:]|$)", re.I)
NEGATED = re.compile(
    r"n't\b|\b(?:cant|cannot|dont|doesnt|isnt|wont|unable|without|except|uden|undtagen|not|no|ikke|ikk|ik|inte"
    r"|nicht|never|aldrig|neither|nor|hverken)\b",
    re.I,
)
CLAUSE = re.compile(
    r"\b(?:and|but|when|while|whereas|though|however|og|men|når|mens|hvorimod|och|und|aber)\b|[,;?!.](?=\s|$)", re.I
)
WISHES = re.compile(
    rf"\s*(?:(?:wants?|wanted|needs?|needed|tries|tried|trying|would like|keeps trying) to|(?:vil|ønsker|prøver"
    rf"|prøvede|forsøger)(?: gerne)?(?: at)?)"
    rf"\s+{DOING}(?![\w'])",
    re.I,
)
SAYS = re.compile(
    r"\b(?:says|said|tells|told|complains|reports|claims|asks|asked|writes|wrote|siger|sagde|skriver|skrev"
    r"|spurgte|fortæller|klager|spørger"
    r"|påstår)\b"
    r"(?P<they>,?\s+(?:(?:me|us|mig|os|that|at|why|om|if|hvorfor)\s+){0,4}(?:she|he|they|hun|han|de)\b)?",
    re.I,
)
FOR = re.compile(
    r"\b(?:works?|worked|working|goes|possible|virker|virkede|fungerer|lykkes|går|muligt|not|ikke|but|men|fails?"
    r"|fejler|blocked)\s+"
    r"(?:(?:not|ikke|fine|fint|godt|it|det|only|kun|nu|now)\s+){0,2}(?:for|hos|with)\s+(?!me\b|mig\b|us\b"
    r"|os\b)",
    re.I,
)
BUT_NOT = re.compile(r"\b(?:but|and|men|og)\s+(?:not|ikke)\s+(?:for\s+|hos\s+)?(?!me\b|mig\b|us\b|os\b)", re.I)
LIKE = re.compile(r"\b(?:just like|the way|ligesom|in contrast to|unlike|modsat|i modsætning til)\s+", re.I)
ME_NOT = re.compile(
    r"\b(?:I|jeg|we|vi)\s+(?:can(?:'?t|not| not)|cant|am not|kan ikke|må ikke|får ikke)|\b(?:not"
    r"|ikke)\s+(?:for\s+|hos\s+)?(?:me|mig|I|jeg|us|os)\b",
    re.I,
)
I_CANNOT = re.compile(
    r"\b(?:I|jeg|we|vi)\s+(?:can'?t|cannot|can not|kan ikke|må ikke)\s+(?:either\s+)?(?!see\b|understand|figure"
    r"|tell|find|help|se\b|forstå|finde|hjælpe)\w",
    re.I,
)
"""The writer's own trouble, whoever else has it too; not "I can't see why Lee can't"."""
THEY = (
    rf"(?:s?he|they|hun|han|de|(?:my|our|the|an?|min|mit|vores|en)\s+(?:\w+\s+)?(?:{WHO_IT_IS})|user|caller"
    rf"|brugeren|kunden|customer)"
)
THEM = r"(?:him|her|them|ham|hende|dem)"
"""As people write in haste: "can him edit it?"."""
SOMEBODY = re.compile(
    rf"\b{THEY}\s+(?:{NOT}\s+)?(?:(?P<can>{CAN})|(?P<is>{IS})|(?P<both>får|fik))(?![\w'])"
    rf"|\b(?:(?P<could>{CAN})|{IS})\s+(?:{NOT}\s+)?(?:{THEY}|{THEM})\b(?:\s+(?:der|there|here)\b)?",
    re.I,
)
"""Somebody else without a name, and what they can or are."""
BUT_CANNOT = re.compile(
    r"\s+(?:is|was|er|var)\s[^?!.;\n]{1,80}?\b(?:but|men|yet|and|og)\s+(?:\w+\s+)?(?:can'?t|cannot|can not"
    r"|isn'?t able|kan|må|får)\b",
    re.I,
)
"""After a name: "Karim is the owner of Marketing DK but can't"."""


@dataclass(frozen=True, slots=True)
class Whose:
    """The person it fails for and the one it works for, where they are named, and whether it is about somebody else."""

    person: Name | None = None
    compared: Name | None = None
    of_another: bool = False
    persons: tuple[Name, ...] = ()
    """The person and those named with them."""

    @property
    def names(self) -> tuple[Name, ...]:
        """Those who are named."""
        return (*self.persons, *((self.compared,) if self.compared else ()))


def whose(text: str, names: Sequence[Name], language: str) -> Whose:
    """Whose rights a clean message is about."""
    found: dict[int, tuple[Name, bool]] = {}
    for name, refused in (*asked(text, names, language), *told(text, names, language), *worked(text, names, language)):
        found.setdefault(name.start, (name, refused))
    everybody = [found[start] for start in sorted(found)]
    refused = [name for name, fails in everybody if fails]
    fine = [name for name, fails in everybody if not fails]
    if fine and not refused and ME_NOT.search(text):
        return Whose(compared=fine[0])
    if refused and not fine and I_CANNOT.search(text):
        return Whose()
    persons = tuple(refused or fine)
    compared = next(iter(fine), None) if refused else None
    return Whose(next(iter(persons), None), compared, bool(persons) or somebody(text), persons)


def somebody(text: str) -> bool:
    """Whether somebody without a name can't do something, or may they: "my colleague can't edit", "har hun lov"."""
    for found in SOMEBODY.finditer(text):
        goes_on = EITHER if found["both"] else CAN_DO if found["can"] or found["could"] else IS_ALLOWED
        if goes_on.match(text, found.end()):
            return True
    return False


def asked(text: str, names: Sequence[Name], language: str) -> Iterator[tuple[Name, bool]]:
    """People of whom it is asked or told whether they can: "can Lee edit", "Lee kan ikke redigere", "but Adele can"."""
    yield from ((name, False) for name in owner_after_verb(text, names))
    for modal in MODAL.finditer(text):
        goes_on = EITHER if modal["both"] else CAN_DO if modal["can"] else IS_ALLOWED
        row = people_at(text, skipped_not(text, modal.end()), names, language)
        place = row[-1].end if row else modal.end()
        row = row or people_before(text, before_not(text, modal.start()), names, language)
        if not row or is_thing(row[-1]):
            continue
        does = goes_on.match(text, place)
        can = does and (personal(row[-1]) or not WHOLE_GROUP.match(text, does.end()))
        is_one = personal(row[-1]) and IS_OR_HAS.match(text, place)
        if can or is_one or OWN.match(text, place) or (OVER.match(text, place) and personal_pair(row[-1], names)):
            yield from ((name, fails(text, name.start, modal.start())) for name in row)


def told(text: str, names: Sequence[Name], language: str) -> Iterator[tuple[Name, bool]]:
    """People who complain: "Megan says she can't"."""
    for says in SAYS.finditer(text):
        name = name_before(text, says.start(), names, language)
        if name and not is_thing(name) and (says["they"] or (personal(name) and "@" not in name.text)):
            yield name, True
    for wishes in WISHES.finditer(text):
        name = name_before(text, wishes.start(), names, language)
        if name and not is_thing(name) and name.text[0].isupper():
            yield name, True
    for but in BUT_CANNOT.finditer(text):
        name = name_before(text, but.start(), names, language)
        if name and not is_thing(name) and CAN_DO.match(text, but.end()):
            yield name, True


def worked(text: str, names: Sequence[Name], language: str) -> Iterator[tuple[Name, bool]]:
    """People for whom it works or not: "it works for Adele and not for Lee", "but not Lee", "ligesom Adele"."""
    for frame in (FOR, BUT_NOT, LIKE):
        for match in frame.finditer(text):
            name = name_at(text, match.end(), names, language)
            if name and not is_thing(name) and (personal_pair(name, names) or pair_of_strangers(text, name, language)):
                yield name, frame is BUT_NOT or (frame is FOR and fails(text, name.start, match.end()))


def skipped_not(text: str, place: int) -> int:
    """The place after a "not" that stands between "can" and the name."""
    match = NOT_NEXT.match(text, place)
    return match.end() if match else place


def before_not(text: str, place: int) -> int:
    """The place before a "not" that stands between the name and "can": "hvorfor Palle ikke kan omdøbe"."""
    match = NOT_LAST.search(text[max(0, place - REACH) : place])
    return place - len(match[0]) if match else place


def is_thing(name: Name) -> bool:
    """Whether it is written like a group's code or id, which asks for nothing."""
    return (
        name.kind == "group"
        or (name.shape is Shape.CODED and name.kind != "user")
        or (name.shape is Shape.EXACT and "@" not in name.text)
    )


def personal_pair(name: Name, names: Sequence[Name]) -> bool:
    """Whether it is a person's name where the verb is left out: "but Adele can"."""
    return personal(name) or (name.shape <= Shape.CAPITALISED and any(map(personal, names)))


def pair_of_strangers(text: str, name: Name, language: str) -> bool:
    """Whether two are set against each other, neither of whose names we know: "for Umut and not for Zbigniew"."""
    return is_strange(name.text.split()[0], language) and len(FOR.findall(text)) > 1


def fails(text: str, first: int, second: int) -> bool:
    """Whether the clause around two places says no: from the last joint before them to the next one after."""
    begin, end = min(first, second), max(first, second)
    before = [joint.end() for joint in CLAUSE.finditer(text, 0, begin)]
    after = CLAUSE.search(text, end)
    clause = text[before[-1] if before else 0 : after.start() if after else len(text)]
    return bool(NEGATED.search(clause))
