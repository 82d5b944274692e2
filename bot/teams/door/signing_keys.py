"""The public keys the Bot Framework signs its tokens with.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm

from bot.graph.published_keys import KeysUnavailable, PublishedKeys, json_object, rsa_keys


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One published key: its id, the parsed RSA key, and the channels it may sign for ("msteams", …)."""

    kid: str
    public_key: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """The published keys by id.

    `metadata_url` is the OpenID configuration that names the `jwks_uri`. `clock` counts seconds from any origin;
    `reach` tells where an address of Microsoft's is really reached.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        metadata_url: str,
        clock: Callable[[], float] = monotonic,
        reach: Callable[[str], str] = str,
    ) -> None:
        self._session = session
        self._metadata_url = metadata_url
        self._reach = reach
        self._keys = PublishedKeys(self._fetch, clock)

    async def find(self, kid: str) -> SigningKey | None:
        """The key with this id, or `None` when Microsoft does not publish it or can't be asked just now."""
        try:
            return await self._keys.find(kid)
        except KeysUnavailable:
            return None

    async def _fetch(self) -> Mapping[str, SigningKey]:
        metadata = await json_object(self._session, self._metadata_url)
        return rsa_keys(await json_object(self._session, self._reach(str(metadata["jwks_uri"]))), _signing_key)


def _signing_key(kid: str, entry: Mapping[str, Any]) -> SigningKey | None:
    public_key = RSAAlgorithm.from_jwk(dict(entry))
    endorsements = frozenset(map(str, entry.get("endorsements") or ()))
    return SigningKey(kid, public_key, endorsements) if isinstance(public_key, RSAPublicKey) else None
