"""Somebody wrote whom Microsoft Entra doesn't know: a guest of a meeting, or somebody from outside."""

from bot.texts import Voice, _
from cards import kit


def no_account(voice: Voice) -> kit.Card:
    """Why nothing can be looked up for them."""
    title = _("I can't look for you here.")
    why = _("I look with your own account, and Teams tells me of none in this organisation. Nothing was changed.")
    return kit.card([kit.heading(title, voice), kit.paragraph(why, voice)], title, voice)
