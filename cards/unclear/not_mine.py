"""Not something this bot is for."""

from bot.texts import Voice, _
from cards import kit


def not_mine(voice: Voice) -> kit.Card:
    """One sentence, so that nobody is held up."""
    said = _("I only find out why groups, photos and sync in Microsoft 365 don't work, and help to put it right.")
    return kit.card([kit.paragraph(said, voice)], said, voice)
