"""The keys a tenant's tokens are signed with.

https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
"""

from collections.abc import Callable, Mapping

import aiohttp
import jwt

from bot.endpoints import LOGIN, Endpoints
from bot.graph.entra_errors import EntraUnavailable
from bot.graph.published_keys import KeysUnavailable, PublishedKeys, json_object, rsa_keys


class EntraKeys:
    """The signing keys of one tenant, by key id. `now` gives epoch seconds; the session is the caller's to close."""

    def __init__(
        self, session: aiohttp.ClientSession, *, tenant: str, endpoints: Endpoints, now: Callable[[], float]
    ) -> None:
        self._session = session
        self._url = endpoints.reach(f"{LOGIN}/{tenant}/discovery/v2.0/keys")
        self._keys = PublishedKeys(self._fetch, now)

    async def key(self, kid: str) -> jwt.PyJWK | None:
        """The public key named `kid`, `None` when the tenant has no such key.

        Raises `EntraUnavailable` when it isn't held and Entra couldn't be asked.
        """
        try:
            return await self._keys.find(kid)
        except KeysUnavailable:
            raise EntraUnavailable from None

    async def _fetch(self) -> Mapping[str, jwt.PyJWK]:
        document = await json_object(self._session, self._url)
        return rsa_keys(document, lambda _, entry: jwt.PyJWK(entry, algorithm="RS256"))
