"""The keys a tenant's tokens are signed with, fetched when first needed and again when Entra rolls them."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import jwt

from bot.endpoints import LOGIN, Endpoints
from bot.graph.entra_errors import EntraUnavailable

KEEP_SECONDS = 86_400.0
RETRY_SECONDS = 300.0
"""How often an unknown key id may make us ask again: anyone can invent key ids.

https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
"""
TIMEOUT = aiohttp.ClientTimeout(total=5)


class EntraKeys:
    """The signing keys of one tenant, by key id. `now` gives epoch seconds; the session is the caller's to close."""

    def __init__(
        self, session: aiohttp.ClientSession, *, tenant: str, endpoints: Endpoints, now: Callable[[], float]
    ) -> None:
        self._session = session
        self._url = endpoints.reach(f"{LOGIN}/{tenant}/discovery/v2.0/keys")
        self._now = now
        self._keys: dict[str, jwt.PyJWK] = {}
        self._fetched_at = float("-inf")
        self._fetching = asyncio.Lock()

    async def key(self, kid: str) -> jwt.PyJWK | None:
        """The public key named `kid`, `None` when the tenant has no such key.

        Raises `EntraUnavailable` when no keys could be fetched and none are held.
        """
        if self._is_due(kid):
            async with self._fetching:
                if self._is_due(kid):
                    await self._refresh()
        return self._keys.get(kid)

    def _is_due(self, kid: str) -> bool:
        return self._now() - self._fetched_at > (KEEP_SECONDS if kid in self._keys else RETRY_SECONDS)

    async def _refresh(self) -> None:
        try:
            self._keys = await self._fetch()
        except (aiohttp.ClientError, TimeoutError, ValueError, jwt.PyJWTError):
            if not self._keys:
                raise EntraUnavailable from None
        self._fetched_at = self._now()

    async def _fetch(self) -> dict[str, jwt.PyJWK]:
        async with self._session.get(self._url, timeout=TIMEOUT) as answer:
            if answer.status != 200:
                raise ValueError("no keys")
            published: dict[str, Any] = await answer.json(content_type=None)
        keys = {entry["kid"]: jwt.PyJWK(entry, algorithm="RS256") for entry in published["keys"] if _signs(entry)}
        if not keys:
            raise ValueError("no keys")
        return keys


def _signs(entry: dict[str, Any]) -> bool:
    return entry.get("kty") == "RSA" and entry.get("use", "sig") == "sig" and isinstance(entry.get("kid"), str)
