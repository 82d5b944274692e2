"""Who may speak to the bot: only Teams, about our tenants, with a token signed for us.

Stricter than the SDK's own validator, which answers 500 to most bad tokens and accepts emulator tokens.
Learn: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from time import time
from typing import Any
from urllib.parse import urlsplit

import jwt
from botbuilder.schema import Activity  # pyright: ignore[reportMissingTypeStubs]
from botframework.connector.auth import (  # pyright: ignore[reportMissingTypeStubs]
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)
from cachetools import LRUCache

from bot.teams.door.signing_keys import SigningKey, SigningKeys

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
CALLER_ID = "urn:botframework:azure"
LEEWAY_SECONDS = 5 * 60
REMEMBERED_TOKENS = 512

# Whatever reading a hostile token raises (an `exp` of 400 digits is an OverflowError): none of it may become a 500.
_UNREADABLE = (jwt.PyJWTError, ValueError, TypeError, LookupError, OverflowError)


class Unauthorized(Exception):
    """The caller is not Teams speaking to us: answer 401, run no turn. `reason` is a short phrase of ours."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class VerifiedToken:
    """A token that Microsoft signed for this bot. Which activities it may carry is checked for each of them.

    `expires_at` is in seconds since 1970.
    """

    claims: Mapping[str, Any]
    signed_with: SigningKey
    expires_at: float


class InboundAuth(BotFrameworkAuthentication):
    """The checks of an inbound request, as botbuilder's adapters ask for them.

    `tenants` are the ids of the Microsoft Entra tenants served. `service_hosts` limits where answers may be sent;
    an entry that begins with a dot allows every host that ends with it, `None` allows any host the token names.
    Raises `ValueError` without an app id or a tenant: an open bot is never what was meant.
    """

    def __init__(
        self,
        *,
        app_id: str,
        tenants: Set[str],
        keys: SigningKeys,
        connectors: ConnectorFactory,
        service_hosts: Set[str] | None = None,
        clock: Callable[[], float] = time,
    ) -> None:
        if not app_id or not tenants or "" in tenants:
            raise ValueError("the bot needs an app id and at least one tenant")
        self._app_id = app_id
        self._tenants = frozenset(tenant.lower() for tenant in tenants)
        self._keys = keys
        self._connectors = connectors
        self._service_hosts = service_hosts
        self._clock = clock
        self._verified: LRUCache[str, VerifiedToken] = LRUCache(REMEMBERED_TOKENS)

    async def verify(self, auth_header: str | None) -> VerifiedToken:
        """The token of an Authorization header, its signature, audience, issuer and times checked.

        Raises `Unauthorized`.
        """
        scheme, _, token = (auth_header or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthorized("no bearer token")
        known = self._verified.get(token)
        key = await self._signing_key(token, known)
        # A key that was fetched anew is another object, so a withdrawn key also ends what it had signed.
        if known is not None and known.signed_with is key and self._clock() < known.expires_at:
            return known
        verified = self._verified[token] = self._decoded(token, key)
        return verified

    def admit(self, token: VerifiedToken, activity: Activity, tenant: str | None) -> AuthenticateRequestResult:
        """Let `token` carry `activity` of `tenant`; raises `Unauthorized` for another channel, service or tenant."""
        if activity.channel_id != CHANNEL or CHANNEL not in token.signed_with.endorsements:
            raise Unauthorized("the key is not endorsed for this channel")
        self._check_service_url(token, activity.service_url)
        if tenant not in self._tenants:
            raise Unauthorized("tenant not served")
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity(dict(token.claims), is_authenticated=True)
        result.audience = ISSUER
        result.caller_id = CALLER_ID
        result.connector_factory = self._connectors
        return result

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        """Always raises `Unauthorized`: what botbuilder read of an activity doesn't tell every tenant it is of."""
        raise Unauthorized("admitted by the adapter only")

    async def authenticate_streaming_request(
        self, auth_header: str, channel_id_header: str
    ) -> AuthenticateRequestResult:
        """Always raises `Unauthorized`: Teams does not use the streaming protocol."""
        raise Unauthorized("streaming is not offered")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """Who makes the clients that send the answers."""
        return self._connectors

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """`None`: people sign in with Teams single sign-on and our own on-behalf-of exchange."""
        return

    def get_originating_audience(self) -> str:
        """The audience of the bot's own tokens."""
        return ISSUER

    async def _signing_key(self, token: str, known: VerifiedToken | None) -> SigningKey:
        key = await self._keys.find(known.signed_with.kid if known else _key_id(token))
        if key is None:
            raise Unauthorized("unknown signing key")
        return key

    def _decoded(self, token: str, key: SigningKey) -> VerifiedToken:
        try:
            claims = jwt.decode(
                token,
                key.public_key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
            return VerifiedToken(claims, key, float(claims["exp"]))
        except _UNREADABLE as error:
            raise Unauthorized(type(error).__name__) from None

    def _check_service_url(self, token: VerifiedToken, service_url: object) -> None:
        """Without this check, whoever has one of our tokens could have the answers sent to a server of their own."""
        signed = token.claims.get("serviceurl")
        if not isinstance(service_url, str) or not isinstance(signed, str) or not service_url:
            raise Unauthorized("no service URL")
        if signed.removesuffix("/") != service_url.removesuffix("/"):
            raise Unauthorized("the token is for another service URL")
        if self._service_hosts is not None and not _is_allowed(service_url, self._service_hosts):
            raise Unauthorized("service host not allowed")


def _key_id(token: str) -> str:
    """The id of the key that claims to have signed `token`; raises `Unauthorized` unless it is an RS256 token."""
    try:
        header = jwt.get_unverified_header(token)
    except _UNREADABLE as error:
        raise Unauthorized(type(error).__name__) from None
    kid = header.get("kid")
    if header.get("alg") != "RS256" or not isinstance(kid, str):
        raise Unauthorized("not an RS256 token with a key id")
    return kid


def _is_allowed(service_url: str, hosts: Set[str]) -> bool:
    try:
        host = urlsplit(service_url).hostname or ""
    except ValueError:
        return False
    return host in hosts or any(entry.startswith(".") and host.endswith(entry) for entry in hosts)
