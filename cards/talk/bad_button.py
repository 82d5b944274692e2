"""A button this bot can't make sense of, mostly from an old version of it."""

from bot.texts import Voice, _
from cards import kit


def bad_button(voice: Voice) -> kit.Card:
    """Nothing happened, and what to do."""
    title = _("I can't use that button any more: nothing was changed.")
    return kit.card([kit.paragraph(title, voice), kit.quiet(_("Ask me again for a new one."), voice)], title, voice)
