"""Pictures people have sent and not confirmed yet: in memory only, one of each person, for a few minutes."""

from collections.abc import Callable
from secrets import token_urlsafe

from cachetools import TTLCache

PEOPLE = 64
"""Pictures held at once, the oldest going first; each is a portrait of some 100 kB."""
KEPT_SECONDS = 600.0

Owner = tuple[str, str]
"""Tenant and object id of whoever sent it; nobody else gets it."""


class InHand:
    """What waits to be confirmed. `now` counts seconds from any origin."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._held: TTLCache[Owner, tuple[str, bytes]] = TTLCache(PEOPLE, KEPT_SECONDS, now)

    def keep(self, owner: Owner, content: bytes) -> str:
        """Hold it in the place of the one before; the name it is asked for by."""
        name = token_urlsafe(16)
        self._held[owner] = (name, content)
        return name

    def find(self, owner: Owner, name: str) -> bytes | None:
        """The picture, if it is this person's latest and still held."""
        held = self._held.get(owner)
        return held[1] if held and held[0] == name else None

    def drop(self, owner: Owner) -> None:
        """Hold nothing of this person any more."""
        self._held.pop(owner, None)
