"""What every kind of subject says of itself: how it is found, named and described, and what is always read of it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, ClassVar

from bot.model import Question, Subject, SubjectKind
from bot.reading import Reading, Readings, Search
from bot.texts import Text


class Fit(IntEnum):
    """How well an object fits what was typed; the lower the better."""

    NAMED = 0
    """Its id, its mail address or its display name, as typed."""
    ALSO_CALLED = 1
    """Another of its names, or its display name without what people append."""
    BEGINS = 2
    """Its display name begins with it, or has it as whole words."""
    CONTAINS = 3
    CLOSE = 4
    """Spelt nearly so."""
    NOT = 5


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look for an object: whatever it finds fits at least this well, whatever its display name says."""

    search: Search
    fit: Fit = Fit.NOT
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """An object somebody may have meant, with what tells it from its namesakes."""

    subject: Subject
    described: Text
    detail: str = ""
    """An address or a title, when it has one."""
    deleted: bool = False
    fit: Fit = Fit.NOT
    """How well it fits what was typed, once that has been judged."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a kind of subject when there is no answer yet."""

    which: Text
    """The question when none was named."""
    field: Text
    """The label of the field it is typed into."""
    find: Text
    """The button beside it."""
    which_of_these: Text
    several: Callable[[int, str], Text]
    """How many fit what was typed."""
    not_found: Callable[[str], Text]
    hints: tuple[Text, ...]
    """What may be the reason, and what to try."""
    gone: Text
    """The verdict when the object is no longer there."""
    gone_advice: Text


class Kind(ABC):
    """A kind of directory object that a question can be about."""

    kind: ClassVar[SubjectKind]
    always: ClassVar[tuple[type[Reading], ...]]
    """Read for every question about one: what it is called, what it is."""
    of_roles: ClassVar[tuple[type[Reading], ...]] = ()
    """Read as well when it is asked for somebody else: how far the asker's own roles reach here."""
    itself: ClassVar[type[Reading]]
    """The reading whose 404 means that there is no such object."""
    gate: ClassVar[str]
    """The permission without which none can be found."""
    words: ClassVar[Words]

    @abstractmethod
    def ways(self, typed: str) -> tuple[Way, ...]:
        """Every way it can be found by what people type; the recycle bin comes last."""

    @abstractmethod
    def candidate(self, hit: Mapping[str, Any], *, deleted: bool) -> Candidate | None:
        """What a search found; `None` when it is something else."""

    @abstractmethod
    def name(self, readings: Readings) -> str | None:
        """What it is called now; `None` when that can't be read."""

    @abstractmethod
    def describe(self, question: Question, readings: Readings) -> Text | None:
        """What it is, in a few words."""
