"""The keys Microsoft signs its tokens with: fetched when needed, and again when they are rolled.

https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, TypeVar, cast

import aiohttp
import jwt

FRESH_SECONDS = 24 * 60 * 60
"""Learn wants the Bot Framework's keys fetched again at least daily."""
REFETCH_SECONDS = 30
"""How often an unknown key id may make us fetch again: anybody can invent key ids, but new keys shall count at once."""
RETRY_SECONDS = 15
"""When a failed fetch is tried again."""
FETCH_SECONDS = 4.0
"""How long a fetch may take in all: Teams waits for five to ten seconds."""

BROKEN = (aiohttp.ClientError, TimeoutError, ValueError, TypeError, LookupError, AttributeError, jwt.PyJWTError)
"""Whatever fetching and reading a document raises that isn't what it should be."""

KeyT = TypeVar("KeyT")

_log = logging.getLogger(__name__)


class KeysUnavailable(Exception):
    """The key isn't among those held, and Microsoft couldn't be asked whether it is a new one."""


class PublishedKeys(Generic[KeyT]):
    """The keys by id. `fetch` gets all of them, and may fail as `BROKEN`; `clock` counts seconds from any origin.

    Only one fetch is under way at any time, and everybody who needs it waits for that one.
    """

    def __init__(self, fetch: Callable[[], Awaitable[Mapping[str, KeyT]]], clock: Callable[[], float]) -> None:
        self._fetch = fetch
        self._clock = clock
        self._keys: Mapping[str, KeyT] = {}
        self._stale_at = float("-inf")
        self._may_fetch_at = float("-inf")
        self._has_failed = False
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> KeyT | None:
        """The key with this id, `None` when Microsoft doesn't publish it; raises `KeysUnavailable`."""
        if self._is_fetch_due(kid):
            if self._fetching is None:
                self._fetching = asyncio.create_task(self._refetch(), name="fetch signing keys")
            # Shielded: one caller that gives up must not take the keys from the others.
            await asyncio.shield(self._fetching)
        key = self._keys.get(kid)
        if key is None and self._has_failed:
            raise KeysUnavailable
        return key

    def _is_fetch_due(self, kid: str) -> bool:
        now = self._clock()
        return now >= self._may_fetch_at and (now >= self._stale_at or kid not in self._keys)

    async def _refetch(self) -> None:
        """Replace the keys; if that fails the old ones stay, since tokens they signed are still good."""
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                keys = await self._fetch()
            if not keys:
                raise ValueError("no usable key")
        except BROKEN as error:
            _log.warning("signing keys could not be fetched: %s", type(error).__name__)
            self._has_failed = True
            self._may_fetch_at = self._clock() + RETRY_SECONDS
        else:
            self._keys, self._has_failed = keys, False
            self._stale_at = self._clock() + FRESH_SECONDS
            self._may_fetch_at = self._clock() + REFETCH_SECONDS
        finally:
            self._fetching = None


async def json_object(session: aiohttp.ClientSession, url: str) -> Mapping[str, Any]:
    """The JSON object at an address; raises one of `BROKEN`."""
    async with session.get(url) as response:
        response.raise_for_status()
        # Microsoft has served these documents with other content types than JSON.
        document: object = await response.json(content_type=None)
    if not isinstance(document, dict):
        raise TypeError("not a JSON object")
    return cast("dict[str, Any]", document)


def rsa_keys(document: Mapping[str, Any], read: Callable[[str, dict[str, Any]], KeyT | None]) -> dict[str, KeyT]:
    """The document's RSA signing keys by id, as `read` makes them of id and entry; what it can't read is left out."""
    keys: dict[str, KeyT] = {}
    for entry in cast("list[Any]", document["keys"]):
        if not isinstance(entry, dict):
            continue
        known = cast("dict[str, Any]", entry)
        kid: object = known.get("kid")
        if known.get("kty") != "RSA" or known.get("use", "sig") != "sig" or not isinstance(kid, str):
            continue
        try:
            key = read(kid, known)
        except BROKEN:
            continue
        if key is not None:
            keys[kid] = key
    return keys
