"""The code of a sign-in page was typed into the chat."""

from bot.texts import Voice, _
from cards import kit


def signed_in(voice: Voice) -> kit.Card:
    """It was taken; what waited for it is answered below."""
    title = _("You're signed in.")
    return kit.card([kit.paragraph(title, voice)], title, voice)
