"""The tokens Entra issues, claim for claim as far as anybody reads them.

https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
"""

from collections.abc import Iterable
from typing import Any

from bot.sandbox.entra.enterprise_apps import id_of
from bot.sandbox.entra.permissions import GRAPH
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import Wire, World

LIFETIME = 3600
"""Seconds an access token lives."""


class TokenMint:
    """Mints every kind of token for one company and one app registration."""

    def __init__(self, world: World, issuer: Issuer, registration: AppRegistration) -> None:
        self._world, self._issuer, self._registration = world, issuer, registration

    @property
    def v1_issuer(self) -> str:
        """`iss` of tokens for Microsoft's own APIs."""
        return f"https://sts.windows.net/{self._world.tenant}/"

    @property
    def v2_issuer(self) -> str:
        """`iss` of tokens for an API that set `requestedAccessTokenVersion` to 2, and of id tokens."""
        return f"https://login.microsoftonline.com/{self._world.tenant}/v2.0"

    def sso(self, user: str, *, lifetime: int = LIFETIME) -> str:
        """What Teams hands the bot in `signin/tokenExchange`: the person, for the bot's own API."""
        claims = self._person(user, {"azp": "1fec8e78-bce4-4aaf-ab1b-5451cc387264", "scp": "access_as_user"})
        return self._sign(self._registration.client_id, self.v2_issuer, claims, lifetime)

    def delegated(
        self,
        user: str,
        scopes: Iterable[str],
        *,
        to: str = GRAPH,
        acrs: Iterable[str] = (),
        capabilities: Iterable[str] = (),
    ) -> str:
        """A delegated token for a resource: the bot acting for `user` within `scopes` (short names)."""
        person = self._world.users[user]
        claims = {
            "appid": self._registration.client_id,
            "app_displayname": self._registration.name,
            "appidacr": "1",
            "idtyp": "user",
            "scp": " ".join(sorted(scopes)),
            "upn": person["userPrincipalName"],
            "unique_name": person["userPrincipalName"],
            **_present(acrs=sorted(acrs), xms_cc=list(capabilities)),
        }
        return self._sign(to, self.v1_issuer, self._person(user, claims, version="1.0"))

    def app_only(self, resource: str) -> str:
        """The bot as itself, for Graph (with the granted app roles) or for the Bot Connector."""
        itself = id_of(self._registration.client_id, self._world)
        claims = {
            "appid": self._registration.client_id,
            "appidacr": "1",
            "idtyp": "app",
            "oid": itself,
            "sub": itself,
            "tid": self._world.tenant,
            "ver": "1.0",
        }
        if resource == GRAPH:
            claims |= _present(roles=sorted(self._world.application_permissions))
        return self._sign(resource, self.v1_issuer, claims)

    def id_token(self, user: str, nonce: str | None) -> str:
        """Who signed in, for the client itself; echoes the request's `nonce`."""
        claims = self._person(user, _present(nonce=nonce))
        return self._sign(self._registration.client_id, self.v2_issuer, claims)

    def _person(self, user: str, claims: Wire, *, version: str = "2.0") -> Wire:
        person = self._world.users[user]
        known = {"oid": user, "sub": user, "tid": self._world.tenant, "name": person["displayName"], "ver": version}
        if version == "2.0":
            known["preferred_username"] = person["userPrincipalName"]
        return known | claims

    def _sign(self, audience: str, issuer: str, claims: Wire, lifetime: int = LIFETIME) -> str:
        return self._issuer.sign({"aud": audience, "iss": issuer, **claims}, lifetime=lifetime)


def _present(**claims: Any) -> Wire:
    return {name: value for name, value in claims.items() if value}
