"""A second look for a group's name, where an answer is worth more than caution: a wrong one is shown and corrected."""

import re
from dataclasses import replace

from bot.model import Symptom
from bot.texts import LANGUAGES
from bot.understand import Understanding
from bot.understand.names import Name, Shape, find_names

OF_GROUPS = frozenset(
    {Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE, Symptom.GROUP_SOURCE, Symptom.GROUP_SYNC}
)


OF_PEOPLE = frozenset(
    {
        Symptom.PHOTO_STALE,
        Symptom.PHOTO_MISSING,
        Symptom.PHOTO_REFUSED,
        Symptom.PROFILE_STALE,
        Symptom.PROFILE_EDIT,
    }
)
SURE = 0.5
"""Below this confidence the bot asks what was meant."""
KIND = re.compile(r"^(?:gruppe|gruppen|gruppa|grupp|verteilerliste|distributionslistan?)\s+(?=\S)", re.I)
"""A group's kind in front of its name, in the languages that put it there: "die Gruppe Marketing DK"."""


def named(meant: Understanding, text: str) -> Understanding:
    """The same, with the group's name when the careful reader found none and one stands there plainly."""
    if meant.entity and meant.language not in LANGUAGES:
        meant = replace(meant, entity=KIND.sub("", meant.entity, count=1))
    if meant.entity and only_doubted_by_a_person(meant):
        return replace(meant, confidence=max(meant.confidence, SURE))
    if meant.entity or meant.symptom not in OF_GROUPS or meant.about == "this":
        return meant
    found = next((name for name in find_names(text) if plainly_a_group(name)), None)
    return replace(meant, entity=found.text, entity_kind="group") if found else meant


def only_doubted_by_a_person(meant: Understanding) -> bool:
    """Whether the nearest other reading is about somebody's photo or profile, which a group has none of."""
    doubted = meant.alternatives[:1]
    return meant.entity_kind == "group" and meant.symptom in OF_GROUPS and OF_PEOPLE.issuperset(doubted)


def plainly_a_group(name: Name) -> bool:
    """Whether it looks like a name, or stands where one would and is written like one."""
    looks = name.shape >= Shape.CAPITALISED or (name.shape is Shape.FRAMED and name.text[:1].isupper())
    return looks and name.kind != "user"
