"""What stands in an owner's chat once a request has been answered, by whomever of them."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from bot.remedy import Outcome
from bot.texts import Text, Voice, _
from cards import kit

Closed: TypeAlias = Literal["done", "declined", "expired"]
"""How a request ended; it expires when nobody answered."""

SAID: Mapping[str, tuple[kit.Accent, Text]] = {
    "done": (kit.Accent.GOOD, _("An owner said yes to this.")),
    "declined": (kit.Accent.OPEN, _("An owner said no to this.")),
    "expired": (kit.Accent.OPEN, _("Nobody answered this in time.")),
    Outcome.ACCEPTED: (kit.Accent.NOTE, _("Microsoft has accepted it, but it doesn't show yet.")),
    Outcome.PARTLY: (kit.Accent.RISK, _("The first step was taken, the next one refused.")),
    Outcome.REFUSED: (kit.Accent.CAUSE, _("Microsoft said no: nothing was changed.")),
    Outcome.UNKNOWN: (kit.Accent.RISK, _("I lost Microsoft's answer, so I can't tell whether it was done.")),
}
"""Also how making somebody an owner went, when it didn't just go well."""


def owner_request_closed(state: Closed | Outcome, voice: Voice) -> kit.Card:
    """How it ended, without names: who asked for what is nobody's business once it is over."""
    accent, ended = SAID[state]
    over = _("There is nothing left for you to do here.")
    return kit.card([kit.label(accent, ended, voice), kit.quiet(over, voice, close=False)], ended, voice)
