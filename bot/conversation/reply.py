"""What the bot says back, and what it rests on."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.model import Report
from bot.reading import Unreadable
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
    gaps: tuple[Unreadable, ...] = ()
    """What could not be read when there is no report to say so."""
