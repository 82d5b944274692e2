"""One call to the Bot Connector: authenticated, retried when Teams asks for it, never sent twice by mistake.

Learn: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import aiohttp
import orjson
from yarl import URL

from bot.outgoing import AnswerTooBig, Redirected
from bot.teams.connector.errors import ConnectorError, ConnectorUnreachable, connector_error
from bot.teams.connector.token import ConnectorToken

RETRIED = frozenset({412, 429, 502, 503, 504})
ATTEMPTS = 4
ATTEMPT_TIMEOUT = aiohttp.ClientTimeout(total=20, connect=10)
# Asked to wait longer than this, the caller hears of it instead.
LONGEST_WAIT_SECONDS = 30.0
FIRST_BACKOFF_SECONDS = 0.5
# "0" is an answer, but many callers that come back at once are a storm.
SHORTEST_WAIT_SECONDS = 0.25

_HEADERS = {
    "Content-Type": "application/json; charset=utf-8",
    "Accept": "application/json",
    "User-Agent": "SyncDoctor",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    retry_after: str | None


class ConnectorHttp:
    """The bot's way to every service URL: one session, one token. `pause` waits for seconds."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: ConnectorToken,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._session = session
        self._token = token
        self._pause = pause

    async def call(self, method: str, url: str, body: bytes | None = None) -> Mapping[str, Any]:
        """The JSON object answered, empty if there is none; raises `ConnectorError` or `TokenUnavailable`."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                answer = await self._attempt(method, url, body)
            except (aiohttp.ClientError, TimeoutError) as error:
                if attempt == ATTEMPTS or not _is_repeatable(method, error):
                    raise ConnectorUnreachable(0, type(error).__name__) from None
                await self._pause(_wait(attempt, None))
                continue
            if answer.status < 300:
                return _json_object(answer.body)
            wait = _wait(attempt, answer.retry_after)
            if answer.status not in RETRIED or attempt == ATTEMPTS or wait > LONGEST_WAIT_SECONDS:
                raise connector_error(answer.status, answer.body)
            await self._pause(wait)
        raise AssertionError("the last attempt returns or raises")

    async def _attempt(self, method: str, url: str, body: bytes | None) -> _Answer:
        headers = {**_HEADERS, "Authorization": f"Bearer {await self._token.get()}"}
        async with self._session.request(
            method,
            URL(url, encoded=True),
            data=body,
            headers=headers,
            timeout=ATTEMPT_TIMEOUT,
        ) as response:
            return _Answer(response.status, await response.read(), response.headers.get("Retry-After"))


def _is_repeatable(method: str, error: Exception) -> bool:
    """A lost POST may have arrived: sent again, the person would read it twice. Without a connection it hasn't.

    An answer against the policy for outgoing calls would be no other the next time.
    """
    if isinstance(error, Redirected | AnswerTooBig):
        return False
    return method != "POST" or isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError)


def _wait(attempt: int, retry_after: str | None) -> float:
    """Seconds until the next attempt, spread so that many callers don't come back at the same moment."""
    asked = _seconds(retry_after)
    if asked is not None:
        return max(asked, SHORTEST_WAIT_SECONDS) + random.uniform(0, 0.25)  # noqa: S311  # spreading load needs no secret
    return FIRST_BACKOFF_SECONDS * 2 ** (attempt - 1) * random.uniform(0.5, 1.5)  # noqa: S311


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After as seconds, which Teams also sends as a decimal; `None` for a date or nonsense."""
    try:
        seconds = float(retry_after or "nan")
    except ValueError:
        return None
    return seconds if seconds >= 0 else None  # which "nan" is not


def _json_object(body: bytes) -> Mapping[str, Any]:
    try:
        document: object = orjson.loads(body) if body else {}
    except ValueError:
        raise ConnectorError(200, "UnreadableAnswer") from None
    return cast("Mapping[str, Any]", document) if isinstance(document, dict) else {}
