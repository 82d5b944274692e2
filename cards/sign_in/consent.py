"""The person's own consent is missing."""

from collections.abc import Sequence

from bot.scopes import Scope
from bot.texts import Voice, _
from cards import kit
from cards.sign_in.permissions import allowed


def consent(scopes: Sequence[Scope], url: str, voice: Voice) -> kit.Card:
    """What is asked for and why; `url` is our own https page that leads to Microsoft's."""
    title = _("I need your permission first.")
    said = _("This lets me do it with your own rights, and never more than you may yourself:")
    button = kit.leave(_("Allow"), url, voice)
    body = [kit.heading(title, voice), kit.paragraph(said, voice), *allowed(scopes, voice), *kit.buttons([button])]
    return kit.card(body, title, voice)
