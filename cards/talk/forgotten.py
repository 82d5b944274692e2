"""The person wants to leave it at that."""

from bot.texts import Voice, _
from cards import kit


def forgotten(voice: Voice) -> kit.Card:
    """Nothing was done, and the next question stands on its own."""
    title = _("All right, I've left it at that.")
    said = _("Nothing was changed. Ask me again whenever you like.")
    return kit.card([kit.heading(title, voice), kit.paragraph(said, voice)], title, voice)
