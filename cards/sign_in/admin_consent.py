"""A permission only an administrator can give, once for everybody."""

from collections.abc import Sequence

from bot.buttons import Retry
from bot.scopes import Scope
from bot.texts import Voice, _
from cards import kit
from cards.sign_in.permissions import allowed


def admin_consent(scopes: Sequence[Scope], admin_url: str, voice: Voice, kept: str | None = None) -> kit.Card:
    """What to send to an administrator; `admin_url` is Microsoft's page, which nobody else can use.

    `kept` is the name under which the question waits, if it does.
    """
    title = _("An administrator has to allow this once.")
    request = _(
        "Will you allow Sync Doctor these permissions? They are delegated: it can never do more than whoever uses it. "
        "{scopes}. Open this to answer:",
        scopes=tuple(map(str, scopes)),
    )
    body = [
        kit.heading(title, voice),
        kit.paragraph(_("It is then allowed for everybody in your organisation."), voice),
        *allowed(scopes, voice),
        kit.subheading(_("Send this to an administrator"), voice),
        kit.forwarded(request, admin_url, voice),
        kit.link(_("I'm an administrator myself"), admin_url, voice),
        *(once_allowed(kept, voice) if kept else ()),
    ]
    return kit.card(body, title, voice)


def once_allowed(kept: str, voice: Voice) -> Sequence[kit.Element]:
    """The way on, so that nobody types a question twice."""
    said = _("Once it is allowed, press “Try again”: I keep your question for ten minutes.")
    again = kit.press(Retry(kept=kept), _("Try again"), voice)
    return [kit.quiet(said, voice, close=False), *kit.buttons([again])]
