"""Shown while it takes longer than a moment."""

from bot.texts import Voice, _
from cards import kit


def working(voice: Voice) -> kit.Card:
    """Progress without a promise."""
    title = _("I'm looking …")
    return kit.card([kit.paragraph(title, voice), kit.quiet(_("This takes a few seconds."), voice)], title, voice)
