"""The words this bot thinks in. Nothing here reads a clock, Graph or Teams."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.reading import Unreadable
from bot.remedy import Remedy
from bot.texts import Text, Value


class Symptom(StrEnum):
    """What a person complains of, or wants of the bot."""

    GROUP_EDIT = "group.edit"
    GROUP_MEMBERS = "group.members"
    GROUP_OWNERS = "group.owners"
    GROUP_DELETE = "group.delete"
    GROUP_LICENSES = "group.licenses"
    GROUP_SYNC = "group.sync"
    GROUP_SOURCE = "group.source"
    SYNC_HEALTH = "sync.health"
    SYNC_ERRORS = "sync.errors"
    PHOTO_STALE = "photo.stale"
    PHOTO_MISSING = "photo.missing"
    PHOTO_REFUSED = "photo.refused"
    PROFILE_STALE = "profile.stale"
    PROFILE_EDIT = "profile.edit"
    HELP = "help"
    ABOUT = "about"
    ACCOUNT = "account"
    HISTORY = "history"
    OUT_OF_SCOPE = "out_of_scope"


class Operation(StrEnum):
    """What somebody wants to do, where a symptom alone doesn't tell: adding a member is not removing one."""

    ADD_MEMBER = "add_member"
    REMOVE_MEMBER = "remove_member"
    ADD_GUEST = "add_guest"
    LEAVE = "leave"
    ADD_OWNER = "add_owner"
    REMOVE_OWNER = "remove_owner"
    ADD_LICENSE = "add_license"
    REMOVE_LICENSE = "remove_license"


class Severity(StrEnum):
    """The reader's next move."""

    CAUSE = "cause"
    """This explains what you see: act on it."""
    RISK = "risk"
    """Not the reason today, but it will bite: plan."""
    NOTE = "note"
    """Good to know."""


class SubjectKind(StrEnum):
    """The kinds of directory object a question can be about."""

    GROUP = "group"
    USER = "user"
    TENANT = "tenant"


@dataclass(frozen=True, slots=True)
class Subject:
    """The directory object a question is about: `id` is its object id, a GUID."""

    kind: SubjectKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody (`asker`, an object id) complains of a symptom of a subject; `asked` is an aware datetime."""

    symptom: Symptom
    subject: Subject
    asker: str
    asked: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact the reader may check for themselves."""

    label: Text
    value: Text | Value


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to put it right by hand; `url` is absolute https."""

    label: Text
    url: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command to copy, where no API exists; `where` says on which machine or in which shell."""

    label: Text
    where: Text
    command: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, how we know, and what may be done about it."""

    severity: Severity
    title: Text
    """The verdict: one sentence."""
    advice: Text
    """What to do about it: one or two sentences."""
    because: tuple[Evidence, ...]
    remedies: tuple[Remedy, ...] = ()
    by_hand: tuple[Link | Command, ...] = ()
    learn: str = ""
    """A Microsoft Learn page, without language in its path."""
    probable: bool = False
    """Whether it rests on something Microsoft doesn't document."""


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to a question. Every diagnosis that applies is found, clear, or missing a reading."""

    question: Question
    """With the subject's name as Graph has it now."""
    described: Text | None
    """What the subject is: "Security group", "Team · you are an owner". `None` when it could not be read."""
    findings: Mapping[str, Finding]
    """Diagnosis id → finding, the most important first."""
    gaps: tuple[Unreadable, ...]
    clear: tuple[Text, ...]
    """What was checked and found in order."""
    vanished: bool
    """Whether there is no such object, or none this person may see."""
