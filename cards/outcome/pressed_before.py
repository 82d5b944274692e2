"""This very button has been pressed before; nothing was done a second time."""

from bot.buttons import About, Again
from bot.remedy import Outcome
from bot.texts import Text, Voice, _
from cards import kit

ENDED: dict[Outcome | None, Text] = {
    None: _("It is being carried out right now."),
    Outcome.DONE: _("It was done then."),
    Outcome.ACCEPTED: _("Microsoft accepted it; it may not show yet."),
    Outcome.PARTLY: _("Only half of it was done then."),
    Outcome.REFUSED: _("Microsoft refused it then, and nothing was changed."),
    Outcome.UNKNOWN: _("Microsoft's answer was lost then, so look before you try again."),
}
"""How the first press ended; `None` while it is under way."""


def pressed_before(outcome: Outcome | None, about: About, voice: Voice) -> kit.Card:
    """What the first press led to, and a way to see how things are now."""
    title = _("This button has been used already.")
    again = kit.press(Again(about=about), _("Check again"), voice, style=kit.Style.POSITIVE)
    body = [kit.heading(title, voice), kit.paragraph(ENDED[outcome], voice), *kit.buttons([again])]
    return kit.card(body, title, voice)
