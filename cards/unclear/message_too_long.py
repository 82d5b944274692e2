"""A message nobody could find the question in."""

from bot.texts import Voice, _
from cards import kit


def message_too_long(voice: Voice) -> kit.Card:
    """What to write instead."""
    said = _("That is too long for me to find the question in. Write it in a sentence or two.")
    return kit.card([kit.paragraph(said, voice)], said, voice)
