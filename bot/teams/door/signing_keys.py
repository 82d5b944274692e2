"""The public keys the Bot Framework signs its tokens with, fetched when needed and kept parsed.

Learn: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, cast

import aiohttp
import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm

# The document is to be fetched again at least daily (Learn, "Step 3: Get the list of valid signing keys").
FRESH_SECONDS = 24 * 60 * 60
# A token with an invented key id must not make us call Microsoft once per request.
REFETCH_SECONDS = 5 * 60
# A failed fetch is tried again sooner: until it succeeds, a new key is refused.
RETRY_SECONDS = 15
FETCH_TIMEOUT = aiohttp.ClientTimeout(total=5)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One published key: its id, the parsed RSA key, and the channels it may sign for ("msteams", …)."""

    kid: str
    public_key: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """The published keys by id; only one fetch is under way at any time.

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
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._stale_at = float("-inf")
        self._may_fetch_at = float("-inf")
        self._fetching = asyncio.Lock()

    async def find(self, kid: str) -> SigningKey | None:
        """The key with this id, or `None` when Microsoft does not publish it or can't be asked just now."""
        if self._is_fetch_due(kid):
            async with self._fetching:
                if self._is_fetch_due(kid):
                    await self._refetch()
        return self._keys.get(kid)

    def _is_fetch_due(self, kid: str) -> bool:
        now = self._clock()
        return now >= self._may_fetch_at and (now >= self._stale_at or kid not in self._keys)

    async def _refetch(self) -> None:
        """Replace the keys; if that fails the old ones stay, since tokens they signed are still good."""
        try:
            keys = await self._fetch()
        except (aiohttp.ClientError, TimeoutError, ValueError, TypeError, LookupError, jwt.PyJWTError) as error:
            _log.warning("signing keys could not be fetched: %s", type(error).__name__)
            self._may_fetch_at = self._clock() + RETRY_SECONDS
            return
        self._keys = keys
        now = self._clock()
        self._stale_at = now + FRESH_SECONDS
        self._may_fetch_at = now + REFETCH_SECONDS

    async def _fetch(self) -> Mapping[str, SigningKey]:
        metadata = await self._get_json(self._metadata_url)
        published = await self._get_json(self._reach(str(metadata["jwks_uri"])))
        keys = {key.kid: key for key in map(_signing_key, published["keys"]) if key is not None}
        if not keys:
            raise ValueError("the key document holds no usable key")
        return keys

    async def _get_json(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=FETCH_TIMEOUT) as response:
            response.raise_for_status()
            # Microsoft has served these documents with other content types than JSON.
            document: object = await response.json(content_type=None)
        if not isinstance(document, dict):
            raise TypeError("not a JSON object")
        return cast("dict[str, Any]", document)


def _signing_key(published: object) -> SigningKey | None:
    """The key an entry of the document describes; `None` for one of another sort, which concerns others."""
    if not isinstance(published, dict):
        return None
    entry = cast("dict[str, Any]", published)
    kid: object = entry.get("kid")
    if entry.get("kty") != "RSA" or entry.get("use", "sig") != "sig" or not isinstance(kid, str):
        return None
    try:
        public_key = RSAAlgorithm.from_jwk(entry)
        endorsements = frozenset(map(str, entry.get("endorsements") or ()))
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    return SigningKey(kid, public_key, endorsements) if isinstance(public_key, RSAPublicKey) else None
