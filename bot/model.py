"""The words this bot thinks in. Nothing here reads a clock, Graph or Teams."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.person_details import Detail
from bot.reading import Ids, Unreadable
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
    ACCOUNT = "account"
    ABOUT = "about"
    HISTORY = "history"
    OUT_OF_SCOPE = "out_of_scope"

    @property
    def topic(self) -> str:
        """The first part of its name: "group", "photo" …"""
        return self.split(".", maxsplit=1)[0]


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
    SEE_MEMBERS = "see_members"
    SEE_GROUP = "see_group"
    REMOVE_PHOTO = "remove_photo"
    UPLOAD_PHOTO = "upload_photo"
    DELETED_IN_AD = "deleted_in_ad"
    """Nothing is wanted any more: it was deleted in Active Directory, and is still in the cloud."""


CHANGES: frozenset[Operation | None] = frozenset(
    {None, *Operation} - {Operation.SEE_MEMBERS, Operation.SEE_GROUP, Operation.DELETED_IN_AD}
)
"""What takes a right to change the group; `None` stands for a question that doesn't say what is wanted."""


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
    account: str = field(default="", compare=False)
    """A person's user principal name, where it came with finding them: nothing remembers it."""


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody (`asker`, an object id) complains of a symptom of a subject; `asked` is an aware datetime."""

    symptom: Symptom
    subject: Subject
    asker: str
    asked: datetime
    person: str = ""
    """The object id of the person it is asked for; empty when it is the asker."""
    operation: Operation | None = None
    """What is wanted, where it was said."""
    other: Subject | None = None
    """The person who is to be added, removed or made an owner, where one was named."""
    detail: Detail | None = None
    """Which of a person's details it is about and where they are seen, where that was said."""

    @property
    def oneself(self) -> bool:
        """Whether it is asked for the asker."""
        return self.person in {"", self.asker}

    @property
    def ids(self) -> Ids:
        """What a request about it is filled in with."""
        other = self.other.id if self.other else ""
        return Ids(self.subject.id, self.asker, self.person or self.asker, other, self.subject.account)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact the reader may check for themselves."""

    label: Text
    value: Text | Value


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to look at: `url` is a small `data:` address, `shows` what stands beneath it and is read out."""

    shows: Text
    url: str


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
    """What the asker can do about it by pressing."""
    hand_off: tuple[Remedy, ...] = ()
    """What would put it right, but takes a role that the asker doesn't have."""
    allowed: frozenset[str] = frozenset()
    """Ids of those `remedies` that the asker is known to be allowed, by a role or by ownership that was read."""
    by_hand: tuple[Link | Command, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """What the reader may compare with their own eyes; two, or none."""
    affects: tuple[Subject, ...] = ()
    """The objects it is about, where that isn't the subject of the question alone."""
    learn: str = ""
    """A Microsoft Learn page, without language in its path."""
    probable: bool = False
    """Whether it rests on something Microsoft doesn't document, or on something that couldn't be seen."""
    doubt: Text | None = None
    """Why it isn't certain; `None` where that is because Microsoft doesn't document it."""
    leads: bool = False
    """Whether it is the likelier reason when nothing is refused: it stands above "nothing stops you"."""
    page: Link | None = None
    """The page where the reader's next step is taken, where that is better than any button."""


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to a question: each diagnosis asked is found, clear, not applicable, moot, or lacks a reading."""

    question: Question
    """With the subject's name as Graph has it now."""
    described: Text | None
    """What the subject is: "Security group", "Team · you are an owner". `None` when it could not be read."""
    findings: Mapping[str, Finding]
    """Diagnosis id → finding, the most important first."""
    gaps: tuple[Unreadable, ...]
    """What could not be read and could explain the symptom."""
    clear: Mapping[str, Text]
    """Diagnosis id → what it looked at and found in order."""
    not_applicable: frozenset[str] = frozenset()
    """Ids of the diagnoses that are not this object's, this person's or this operation's business."""
    unseen: tuple[Unreadable, ...] = ()
    """What else could not be read: it can't explain the symptom, only tell of a risk."""
    vanished: bool = False
    """Whether there is no such object, or none this person may see."""
    person: str = ""
    """The name of the person it is asked for, where that isn't the asker; their id when the name can't be read."""

    @property
    def cause(self) -> Finding | None:
        """What explains the symptom; `None` when nothing found does."""
        return next((found for found in self.findings.values() if found.severity is Severity.CAUSE), None)

    @property
    def all_clear(self) -> bool:
        """Whether everything that could explain the symptom was looked at, and nothing does."""
        return not (self.cause or self.gaps or self.vanished)

    def silent(self, diagnosis: str) -> bool:
        """Whether this diagnosis looked, and has nothing to say: what it calls for has worked."""
        return diagnosis in self.clear or diagnosis in self.not_applicable
