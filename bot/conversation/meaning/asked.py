"""What a message wants, taken by itself: which objects it names, and which it leaves to the place it is said in."""

import re
from dataclasses import replace

from bot.conversation.meaning.genitives import owner
from bot.conversation.speaker import Speaker
from bot.conversation.unresolved_question import Wanted
from bot.model import Operation, Subject, SubjectKind, Symptom
from bot.resolve import LONGEST
from bot.texts import LANGUAGES
from bot.understand import Understanding
from bot.understand.names.people import is_person

KIND = re.compile(r"^(?:gruppe|gruppen|gruppa|grupp|verteilerliste|distributionslistan?)\s+(?=\S)", re.I)
"""A group's kind in front of its name, in the languages that put it there: "die Gruppe Marketing DK"."""
OF_OWNERS = frozenset({Operation.ADD_OWNER, Operation.REMOVE_OWNER})


def asked(meant: Understanding, speaker: Speaker) -> Wanted:
    """The question a message is, before anything has been looked up."""
    wanted = Wanted(
        symptom=symptom_of(meant),
        operation=meant.operation,
        detail=meant.detail,
        person=short(meant.person),
        somebody=meant.of_another and not meant.person,
        compared=short(meant.compared),
        other=short(meant.other),
    )
    match wanted.kind:
        case SubjectKind.TENANT:
            return nobodys(wanted).of(Subject(SubjectKind.TENANT, speaker.person.tenant, ""))
        case SubjectKind.USER:
            return about_somebody(wanted, meant, speaker)
        case SubjectKind.GROUP:
            return about_a_group(wanted, meant, speaker)
        case None:
            return wanted


def symptom_of(meant: Understanding) -> Symptom:
    """Making or removing an owner is a change of who belongs to a group; who owns it is a question of its own."""
    changes_owners = meant.symptom is Symptom.GROUP_OWNERS and meant.operation in OF_OWNERS
    return Symptom.GROUP_MEMBERS if changes_owners else meant.symptom


def short(name: str | None) -> str | None:
    """A name as far as one can be one."""
    return name[:LONGEST] if name else None


def nobodys(wanted: Wanted) -> Wanted:
    """It, for the asker: it is of the whole organisation, whoever asks."""
    return replace(wanted, person=None, somebody=False, compared=None, other=None)


def about_somebody(wanted: Wanted, meant: Understanding, speaker: Speaker) -> Wanted:
    """Of the person named, or whose trouble it is; of the asker when nobody is."""
    found = names(meant) or tuple(filter(None, (meant.person,)))
    owners = (owner(name, meant.text) for name in found if meant.language != "en")
    found = tuple(dict.fromkeys((*filter(None, owners), *found)))
    if found:
        return replace(nobodys(wanted), names=found)
    if meant.of_another or meant.about == "other":
        return nobodys(wanted)
    return nobodys(wanted).of(Subject(SubjectKind.USER, speaker.person.id, speaker.person.name))


def about_a_group(wanted: Wanted, meant: Understanding, speaker: Speaker) -> Wanted:
    """Of the group named; where none is, of the one that belongs to the place."""
    found = () if meant.about == "this" and speaker.this_group else group_names(meant)
    if not found and speaker.this_group:
        return wanted.of(speaker.this_group)
    return replace(wanted, names=found)


def group_names(meant: Understanding) -> tuple[str, ...]:
    """What may be the group's name; a person's name isn't one unless nothing else could be."""
    return tuple(
        name for name in names(meant) if not (meant.entity_kind == "user" and name == meant.entity and is_person(name))
    )


def of_a_person(meant: Understanding) -> bool:
    """Whether it is a person who is to be deleted or brought back, not a group."""
    return meant.symptom is Symptom.GROUP_DELETE and meant.entity_kind == "user" and not group_names(meant)


def names(meant: Understanding) -> tuple[str, ...]:
    """What may be the name of what it is about, the likeliest first."""
    every = (meant.entity, *meant.leftovers)
    if meant.language not in LANGUAGES:
        every = tuple(KIND.sub("", name, count=1) if name else name for name in every)
    return tuple(dict.fromkeys(name[:LONGEST] for name in every if name))
