"""What the bot says back, and what it rests on."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.buttons import Offer, Undo, View
from bot.conversation.unresolved_question import Choice, Wanted
from bot.model import Report
from bot.reading import Unreadable
from bot.understand import Understanding
from cards.kit import Card

Outcome: TypeAlias = Literal[
    "answered",  # diagnosed, whatever the verdict
    "clarify",  # whom or which, or which of these, or what do you mean
    "not_found",  # no such object, or none this person may see
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
    """One card, and how it came about; the report is there when something was diagnosed.

    The rest is what the next message may follow on: only what stands on this card can be agreed to or taken back.
    """

    outcome: Outcome
    card: Card
    understood: Understanding | None = None
    report: Report | None = None
    compared: Report | None = None
    """The report about the person for whom it works, when two were compared."""
    wanted: Wanted | None = None
    """What was asked, when it is a question about something."""
    choice: Choice | None = None
    """What there is to choose from on this card."""
    confirming: Offer | None = None
    """The remedy this card asks to confirm."""
    undo: Undo | None = None
    """The way back that this card offers."""
    shared: View | None = None
    """The question as everybody in a shared chat may see it."""
    gaps: tuple[Unreadable, ...] = ()
    """What could not be read when there is no report to say so."""
    aside: bool = False
    """Whether it is said by the way, and the conversation stays where it was."""
