"""A second look for a group's name, where an answer is worth more than caution: a wrong one is shown and corrected."""

from dataclasses import replace

from bot.model import Symptom
from bot.understand import Understanding
from bot.understand.names import Name, Shape, find_names

OF_GROUPS = frozenset(
    {Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE, Symptom.GROUP_SOURCE, Symptom.GROUP_SYNC}
)


def named(meant: Understanding, text: str) -> Understanding:
    """The same, with the group's name when the careful reader found none and one stands there plainly."""
    if meant.entity or meant.symptom not in OF_GROUPS or meant.about == "this":
        return meant
    found = next((name for name in find_names(text) if plainly_a_group(name)), None)
    return replace(meant, entity=found.text, entity_kind="group") if found else meant


def plainly_a_group(name: Name) -> bool:
    """Whether it looks like a name, or stands where one would and is written like one."""
    looks = name.shape >= Shape.CAPITALISED or (name.shape is Shape.FRAMED and name.text[:1].isupper())
    return looks and name.kind != "user"
