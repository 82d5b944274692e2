"""Who are you? Asked before anything can be read with somebody's rights."""

from bot.texts import Text, Voice, _
from cards import kit


def sign_in(url: str, voice: Voice, reason: Text | None = None) -> kit.Card:
    """`url` is our own https page that leads to Microsoft's; `reason` is why it has to be done once more."""
    title = _("Sign in so that I can look.")
    said = reason or _("I see and do only what you may yourself. Microsoft asks you, I never see your password.")
    button = kit.leave(_("Sign in"), url, voice)
    return kit.card([kit.heading(title, voice), kit.paragraph(said, voice), *kit.buttons([button])], title, voice)
