"""Who calls: a bearer token read the way Graph reads it.

https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
"""

from dataclasses import dataclass
from typing import Any

import jwt

from bot.sandbox.issuer import Issuer
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import World

AUDIENCES = ("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000")


@dataclass(frozen=True)
class Caller:
    """The person (or app) behind a token: `user` is a user id, `None` for an app acting as itself.

    `scopes` are delegated permissions (`scp`), `app_roles` application permissions (`roles`), `contexts` the
    authentication contexts the person has satisfied (`acrs`, like "c1"), `app` is the app id that asked for the token.
    """

    user: str | None
    scopes: frozenset[str] = frozenset()
    app_roles: frozenset[str] = frozenset()
    contexts: frozenset[str] = frozenset()
    app: str | None = None

    def may(self, *permissions: str) -> bool:
        """Whether the token carries any of `permissions`, of the kind that fits it."""
        held = self.app_roles if self.user is None else self.scopes
        return not held.isdisjoint(permissions)


def authenticate(world: World, issuer: Issuer, authorization: str | None) -> Caller:
    """Who sent the `Authorization` header; raises `GraphError` 401."""
    claims = _claims(world, issuer, _bearer(authorization))
    if claims.get("tid") != world.tenant:
        # Unverified: Graph's sentence for a token of another tenant.
        raise _refused("Access token validation failure. Invalid tenant.")
    if claims.get("idtyp") == "app":
        return Caller(user=None, app_roles=frozenset(_words(claims.get("roles"))), app=claims.get("appid"))
    user = str(claims.get("oid"))
    person = world.users.get(user)
    if person is None or person.get("accountEnabled") is False:
        # Unverified: the code is the directory's for a principal it can't find; the sentence is ours.
        raise GraphError(401, "Authorization_IdentityNotFound", "The identity of the caller could not be established.")
    return Caller(user, scopes=frozenset(_words(claims.get("scp"))), contexts=frozenset(_words(claims.get("acrs"))))


def _bearer(authorization: str | None) -> str:
    kind, _, token = (authorization or "").strip().partition(" ")
    if kind.casefold() != "bearer" or not token.strip():
        raise _refused("Access token is empty.")
    return token.strip()


def _claims(world: World, issuer: Issuer, token: str) -> dict[str, Any]:
    try:
        asked = jwt.decode(token, options={"verify_signature": False}).get("aud")
        audience = str(asked) if asked in AUDIENCES else AUDIENCES[0]
        return issuer.verify(token, audience=audience, issuer=f"https://sts.windows.net/{world.tenant}/")
    except jwt.ExpiredSignatureError:
        raise _refused("Lifetime validation failed, the token is expired.") from None
    except (jwt.InvalidAudienceError, jwt.InvalidIssuerError, jwt.InvalidSignatureError) as fault:
        raise _refused(_faults(fault)) from None
    except jwt.InvalidTokenError:
        raise _refused("CompactToken parsing failed with error code: 80049217") from None


def _faults(fault: jwt.InvalidTokenError) -> str:
    if isinstance(fault, jwt.InvalidAudienceError):
        return "Access token validation failure. Invalid audience."
    # Unverified: the two sentences below.
    if isinstance(fault, jwt.InvalidIssuerError):
        return "Access token validation failure. Invalid issuer."
    return "Access token validation failure. Invalid signature."


def _words(claim: Any) -> list[str]:
    return claim.split() if isinstance(claim, str) else [str(word) for word in claim or ()]


def _refused(message: str) -> GraphError:
    return GraphError(401, "InvalidAuthenticationToken", message, {"WWW-Authenticate": _CHALLENGE})


_CHALLENGE = (
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", '
    'client_id="00000003-0000-0000-c000-000000000000"'
)
