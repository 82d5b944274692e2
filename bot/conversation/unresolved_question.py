"""A question before its objects have been looked up: each is what somebody typed, or known already."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.buttons import Slot
from bot.model import Operation, Question, Subject, SubjectKind, Symptom
from bot.person_details import Detail
from bot.resolve import Candidate
from bot.symptoms import SYMPTOMS

Named: TypeAlias = str | Subject | None
"""Somebody as typed, somebody known, or nobody."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, as far as the message and what went before tell."""

    symptom: Symptom
    operation: Operation | None = None
    subject: Subject | None = None
    """Known without looking."""
    names: tuple[str, ...] = ()
    """What may be the subject's name, the likeliest first; the one that fits best is it."""
    otherwise: Subject | None = None
    """The subject if none of the names is found: what "it" means."""
    person: Named = None
    """For whom it is asked, when that isn't the asker."""
    somebody: bool = False
    """Whether it is asked for somebody else whom nobody named."""
    either: bool = False
    """Whether the name is the subject's or the person's, whichever is found."""
    compared: Named = None
    """For whom it works."""
    other: Named = None
    """Who is to be added, removed or made an owner."""
    detail: Detail | None = None
    """Which of a person's details, seen where."""

    @property
    def kind(self) -> SubjectKind | None:
        """The kind of subject it is of; `None` when it is of none."""
        return SYMPTOMS[self.symptom].kind

    @property
    def people(self) -> Iterator[tuple[Slot, Named]]:
        """Everybody in it but the asker."""
        yield "person", self.person
        yield "compared", self.compared
        yield "other", self.other

    def of(self, subject: Subject) -> "Wanted":
        """It, of this object."""
        return replace(self, subject=subject, names=(), otherwise=None, either=False)

    def called(self, name: str) -> "Wanted":
        """It, of what is called this."""
        return replace(self, subject=None, names=(name,), otherwise=None, either=False)

    def filled(self, slot: Slot, by: Subject | str) -> "Wanted":
        """It, with one of its objects named or known."""
        match slot:
            case "entity":
                return self.of(by) if isinstance(by, Subject) else self.called(by)
            case "person":
                return replace(self, person=by, somebody=False)
            case "compared":
                return replace(self, compared=by)
            case "other":
                return replace(self, other=by)


def again(question: Question) -> Wanted:
    """A question that was answered, to be asked again."""
    person = None if question.oneself else Subject(SubjectKind.USER, question.person, "")
    known = Wanted(question.symptom, question.operation, question.subject, detail=question.detail)
    return replace(known, person=person, other=question.other)


@dataclass(frozen=True, slots=True)
class Choice:
    """Objects there are to choose from, and what is to be done with the one chosen."""

    wanted: Wanted
    slot: Slot
    candidates: tuple[Candidate, ...]
