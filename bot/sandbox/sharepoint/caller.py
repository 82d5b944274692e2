"""Who calls SharePoint: a token made for it, and for nothing else.

https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
"""

from dataclasses import dataclass
from typing import Any

import jwt

from bot.sandbox.entra.resources import SHAREPOINT
from bot.sandbox.issuer import Issuer
from bot.sandbox.sharepoint.errors import NoEntry, access_denied
from bot.sandbox.world import World

READS_PROFILES = frozenset({"User.Read.All", "User.ReadWrite.All"})
"""SharePoint's own permissions: Graph's of the same name don't count."""


@dataclass(frozen=True)
class Caller:
    """The person behind a token: the id of their user, and SharePoint's permissions in it."""

    user: str
    scopes: frozenset[str]

    def require_profiles(self) -> None:
        """Raise `SharePointError` 403 without a permission to read profiles."""
        if self.scopes.isdisjoint(READS_PROFILES):
            raise access_denied()


def authenticate(world: World, issuer: Issuer, host: str, authorization: str | None) -> Caller:
    """Who sent the header to this host; raises `NoEntry`."""
    kind, _, token = (authorization or "").strip().partition(" ")
    if kind.casefold() != "bearer" or not token:
        raise NoEntry("Access token is empty.")
    claims = _claims(world, issuer, host, token.strip())
    person = world.users.get(str(claims.get("oid")))
    if claims.get("tid") != world.tenant or person is None or person.get("accountEnabled") is False:
        raise NoEntry("The identity of the caller could not be established.")
    return Caller(str(person["id"]), frozenset(str(claims.get("scp", "")).split()))


def _claims(world: World, issuer: Issuer, host: str, token: str) -> dict[str, Any]:
    try:
        asked = jwt.decode(token, options={"verify_signature": False}).get("aud")
        audience = SHAREPOINT if asked == SHAREPOINT else f"https://{host}"
        return issuer.verify(token, audience=audience, issuer=f"https://sts.windows.net/{world.tenant}/")
    except jwt.InvalidAudienceError:
        kind = "Microsoft.IdentityModel.Tokens.AudienceUriValidationFailedException"
        raise NoEntry(f"Exception of type '{kind}' was thrown.") from None
    except jwt.InvalidTokenError:
        raise NoEntry("Invalid JWT token.") from None
