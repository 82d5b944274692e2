"""The sign-in window was closed before it was done."""

from bot.texts import Text, Voice, _
from cards import kit

CANCELLED = _("The sign-in was cancelled. Nothing was changed.")


def cancelled(voice: Voice) -> kit.Card:
    """What goes on waiting, and for how long."""
    still: Text = _("I still have your question. Press “Sign in” again within ten minutes, and I answer it.")
    return kit.card([kit.heading(CANCELLED, voice), kit.paragraph(still, voice)], CANCELLED, voice)
