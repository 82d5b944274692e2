"""Which of the names in a message the question is about, and whether it is a group or a person."""

import re
from collections.abc import Sequence

from bot.model import Symptom
from bot.understand.names.name import Name, Shape
from bot.understand.names.people import is_person

GROUP_SYMPTOMS = frozenset(symptom for symptom in Symptom if symptom.value.startswith("group.")) | {Symptom.HISTORY}
UNNAMED = frozenset({Symptom.OUT_OF_SCOPE, Symptom.HELP, Symptom.ACCOUNT, Symptom.SYNC_HEALTH})
PERSON_SYMPTOMS = frozenset(symptom for symptom in Symptom if symptom.value.startswith(("photo.", "profile.")))
GROUP_WORD = re.compile(r"group|grupp|team|hold|list|dl\b|members|medlem", re.I)
TARGET = re.compile(
    r"\b(?:to|into|in|from|of|on|off|for|under|til|fra|i|af|på|ud af|ind i)"
    r"\s+(?:the\s+|gruppen\s+|team\s+|group\s+)?['\"]?$",
    re.I,
)
NAMES_ONESELF = re.compile(
    r"\b(?:jeg hedder|kalder mig(?: stadig)?|i am called|i'm called|my name is|mit navn er|my surname is)\s*$",
    re.I,
)
PLACE = re.compile(r"\b(?:in|at|from|to|i|fra|på|til|ved|hos)\s+$", re.I)
REACH = 18
"""Characters on either side of a name in which a word like "group" speaks for it."""
POSSESSIVE = re.compile(r"'s?$")


def choose(names: Sequence[Name], symptom: Symptom, text: str) -> tuple[str | None, str | None]:
    """The name the question is about and its kind, "group" or "user"; (None, None) without one."""
    fitting = [name for name in names if fits(name, symptom, text)]
    if not fitting:
        return None, None
    best = max(fitting, key=lambda name: (points(name, symptom, text), -name.start))
    return POSSESSIVE.sub("", best.text), kind_of(best, symptom, text)


def fits(name: Name, symptom: Symptom, text: str) -> bool:
    """Whether a name can be what is asked about: "I sit in Odense" names no person, "I am called Holm" nobody else."""
    before = text[: name.start]
    if NAMES_ONESELF.search(before) or (symptom in UNNAMED and name.shape is Shape.FRAMED):
        return False
    place = symptom in PERSON_SYMPTOMS and name.shape <= Shape.CAPITALISED and not is_person(name.text)
    return not (place and " " not in name.text and PLACE.search(before))


def points(name: Name, symptom: Symptom, text: str) -> float:
    """How likely this is the one: by its shape, its kind against the symptom's, and the word before it."""
    wanted = "group" if symptom in GROUP_SYMPTOMS else "user" if symptom in PERSON_SYMPTOMS else None
    score = float(name.shape)
    if wanted and kind_of(name, symptom, text) == wanted:
        score += 4
    if wanted == "group" and TARGET.search(text[: name.start]):
        score += 1.5
    return score


def kind_of(name: Name, symptom: Symptom, text: str) -> str:
    """Group or user: by its own look, the words around it, then by the symptom."""
    if name.kind and not (name.shape is Shape.EXACT and symptom in GROUP_SYMPTOMS and "@" not in name.text):
        return name.kind
    if is_person(name.text):
        return "user"
    if symptom in PERSON_SYMPTOMS:
        return "user"
    if symptom in GROUP_SYMPTOMS or name.shape is Shape.CODED or GROUP_WORD.search(around(name, text)):
        return "group"
    return "user" if looks_personal(name) else "group"


def around(name: Name, text: str) -> str:
    """What stands just before and after."""
    return text[max(0, name.start - REACH) : name.start] + name.text + text[name.end : name.end + REACH]


def looks_personal(name: Name) -> bool:
    """Whether it has the outline of a person's name: two or three capitalised words of letters, or an address."""
    parts = name.text.split()
    return "@" in name.text or (len(parts) in {2, 3} and all(part.isalpha() and part.istitle() for part in parts))
