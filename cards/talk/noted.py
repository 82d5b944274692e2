"""The person has seen an answer and wants nothing more."""

from bot.texts import Voice, _
from cards import kit


def noted(voice: Voice) -> kit.Card:
    """One line, and the conversation stays where it was."""
    title = _("Fine. I'm here if there is more.")
    return kit.card([kit.paragraph(title, voice)], title, voice)
