"""Where an administrator consents for everybody. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent"""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from bot.endpoints import LOGIN
from bot.scopes import Scope
from bot.settings import Settings


def admin_consent_url(scopes: Iterable[Scope], settings: Settings) -> str:
    """The address for these permissions of one resource; Entra comes back to our sign-in page with the outcome.

    It is Microsoft's own even in the sandbox: people open it and forward it, and cards take https only.
    """
    query = {
        "client_id": settings.app_id,
        "scope": " ".join(scope.in_full for scope in scopes),
        "redirect_uri": settings.redirect_uri,
        "state": "admin",
    }
    return f"{LOGIN}/{settings.tenant_id}/v2.0/adminconsent?{urlencode(query, quote_via=quote, safe=':/')}"
