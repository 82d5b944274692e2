"""A permission only an administrator can give, once for everybody."""

from collections.abc import Sequence

from bot.texts import Voice, _
from cards import kit
from cards.permissions import allowed


def admin_consent(scopes: Sequence[str], admin_url: str, voice: Voice) -> kit.Card:
    """What to send to an administrator; `admin_url` is Microsoft's page, which nobody else can use."""
    title = _("An administrator has to allow this once.")
    request = _(
        "Will you allow Sync Doctor these permissions? They are delegated: it can never do more than whoever uses it. "
        "{scopes}. Open this to answer:",
        scopes=tuple(scopes),
    )
    body = [
        kit.heading(title, voice),
        kit.paragraph(_("It is then allowed for everybody in your organisation."), voice),
        *allowed(scopes, voice),
        kit.subheading(_("Send this to an administrator"), voice),
        kit.forwarded(request, admin_url, voice),
        kit.link(_("I'm an administrator myself"), admin_url, voice),
    ]
    return kit.card(body, title, voice)
