"""The one app token the bot shows to the Bot Connector, cached and renewed ahead of time.

Learn: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from time import monotonic

EARLY_SECONDS = 5 * 60
FIRST_BACKOFF_SECONDS = 1.0
LONGEST_BACKOFF_SECONDS = 30.0

_log = logging.getLogger(__name__)


class TokenUnavailable(Exception):
    """Entra ID gave no token for the connector; nothing was sent. Holds no detail: Entra's may name people."""


class ConnectorToken:
    """The token, asked for once however many want it at the same time. `clock` counts seconds from any origin.

    `acquire` returns the token and its lifetime in seconds, and raises on failure. It must not block the event loop.
    A failure is not remembered as an answer, but `acquire` is not called again until a growing pause has passed.
    """

    def __init__(
        self, acquire: Callable[[], Awaitable[tuple[str, float]]], clock: Callable[[], float] = monotonic
    ) -> None:
        self._acquire = acquire
        self._clock = clock
        self._token = ""
        self._renew_at = float("-inf")
        self._expires_at = float("-inf")
        self._retry_at = float("-inf")
        self._backoff = FIRST_BACKOFF_SECONDS
        self._renewal: asyncio.Task[None] | None = None

    async def get(self) -> str:
        """A token that is still valid; raises `TokenUnavailable`."""
        now = self._clock()
        if now < self._renew_at:
            return self._token
        if self._renewal is None and now >= self._retry_at:
            self._renewal = asyncio.create_task(self._renew(), name="renew connector token")
        if now < self._expires_at:
            return self._token
        if self._renewal is not None:
            # Shielded: one caller that gives up must not cancel the renewal the others wait for.
            await asyncio.shield(self._renewal)
        if self._clock() >= self._expires_at:
            raise TokenUnavailable
        return self._token

    async def close(self) -> None:
        """Stop a renewal that is under way."""
        if self._renewal is not None:
            self._renewal.cancel()
            await asyncio.gather(self._renewal, return_exceptions=True)

    async def _renew(self) -> None:
        try:
            token, lifetime = await self._acquire()
        except Exception as error:  # the shell's `acquire` may fail in any way: MSAL, network, configuration
            _log.warning("no connector token: %s", type(error).__name__)
            self._retry_at = self._clock() + self._backoff
            self._backoff = min(2 * self._backoff, LONGEST_BACKOFF_SECONDS)
        else:
            self._keep(token, lifetime)
        finally:
            self._renewal = None

    def _keep(self, token: str, lifetime: float) -> None:
        now = self._clock()
        self._token = token
        self._expires_at = now + lifetime
        # A token shorter than ten minutes is renewed halfway, not at once and for ever.
        self._renew_at = now + max(lifetime - EARLY_SECONDS, lifetime / 2)
        self._backoff = FIRST_BACKOFF_SECONDS
