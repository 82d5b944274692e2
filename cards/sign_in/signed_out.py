"""The person asked to be signed out, and is."""

from bot.texts import Voice, _
from cards import kit


def signed_out(voice: Voice) -> kit.Card:
    """What it means."""
    title = _("You're signed out.")
    said = _("I have forgotten your access to Microsoft 365. The next question signs you in again.")
    return kit.card([kit.heading(title, voice), kit.paragraph(said, voice)], title, voice)
