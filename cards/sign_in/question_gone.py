"""Somebody pressed Try again, and their question isn't kept any more."""

from bot.texts import Voice, _
from cards import kit


def question_gone(voice: Voice) -> kit.Card:
    """What happened, and what to do."""
    title = _("I no longer have your question.")
    said = _("I keep a question for ten minutes while an administrator is asked. Please type it again.")
    return kit.card([kit.heading(title, voice), kit.paragraph(said, voice)], title, voice)
