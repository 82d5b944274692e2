"""What the bot says back, and what it rests on."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.buttons import Undo, View
from bot.model import Report, Symptom
from bot.reading import Unreadable
from bot.resolve import Candidate
from bot.understand import Understanding
from cards.kit import Card

Outcome: TypeAlias = Literal[
    "answered",  # diagnosed, whatever the verdict
    "clarify",  # which group, or which of these, or what do you mean
    "not_found",  # no such group, or none this person may see
    "help",
    "out_of_scope",
    "not_yet",  # understood, but nothing here answers it
    "account",  # signed out
    "acted",  # a remedy was carried out, or shown before it is
    "refused",  # a button or a text that can't be taken as it is
    "consent",  # a permission has to be given first, without which nothing can be found
    "failed",  # Microsoft did not answer
]


@dataclass(frozen=True, slots=True)
class Reply:
    """One card, and how it came about; the report is there when something was diagnosed."""

    outcome: Outcome
    card: Card
    understood: Understanding | None = None
    report: Report | None = None
    candidates: tuple[Candidate, ...] = ()
    """The groups shown to choose from, and what is to be done with the one chosen: `symptom`."""
    symptom: Symptom | None = None
    undo: Undo | None = None
    """The way back, after an action that has one."""
    owners: bool = False
    """Whether it says who owns the group, and offers nothing else."""
    shared: View | None = None
    """The question as everybody in a shared chat may see it."""
    gaps: tuple[Unreadable, ...] = ()
    """What could not be read when there is no report to say so."""
