"""The person said thank you."""

from bot.texts import Voice, _
from cards import kit


def welcome(voice: Voice) -> kit.Card:
    """One line, and the conversation stays where it was."""
    title = _("You're welcome.")
    return kit.card([kit.paragraph(title, voice)], title, voice)
