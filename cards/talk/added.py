"""The bot was added to a team or a group chat."""

from bot.texts import Voice, _
from cards import kit


def added(voice: Voice) -> kit.Card:
    """One line for everybody: how to ask, and who sees the answer."""
    title = _("Mention me and ask what Microsoft 365 won't let you do.")
    private = _("Everybody sees that you asked. Only you see the answer.")
    return kit.card([kit.paragraph(title, voice), kit.quiet(private, voice)], title, voice)
