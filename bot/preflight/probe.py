"""One GET, whatever comes of it."""

from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, cast

import aiohttp
import orjson

from bot.outgoing import AnswerTooBig, Redirected
from bot.preflight.observations import Answered, Probe, Silent

SECONDS = 6
PATIENCE = aiohttp.ClientTimeout(total=SECONDS)


async def probe(http: aiohttp.ClientSession, url: str, *, now: Callable[[], float], token: str | None = None) -> Probe:
    """What answers at `url`; redirects aren't followed. Never raises. `now` gives epoch seconds."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    asked = now()
    try:
        async with http.get(url, headers=headers, timeout=PATIENCE) as answer:
            arrived = now()
            body = await answer.read()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failure:
        return Silent(_why(failure))
    return Answered(answer.status, _ahead((asked + arrived) / 2, answer.headers.get("Date")), _document(body))


WHY: tuple[tuple[type[Exception], str], ...] = (
    (aiohttp.ClientConnectorDNSError, "the name isn't known"),
    (aiohttp.ClientConnectorCertificateError, "its certificate isn't trusted"),
    (aiohttp.ClientSSLError, "its certificate isn't trusted"),
    (Redirected, "it sends elsewhere"),
    (AnswerTooBig, "the answer has no end"),
    (TimeoutError, "no answer in time"),
    (aiohttp.ClientConnectorError, "no connection"),
)


def _why(failure: Exception) -> str:
    """A few words; never the exception's own, which may quote an address with a secret in it."""
    return next((words for kind, words in WHY if isinstance(failure, kind)), "the answer is broken")


def _ahead(local: float, date: str | None) -> float | None:
    """Seconds between our clock and a `Date` header, which counts whole seconds."""
    try:
        return local - parsedate_to_datetime(date).timestamp() if date else None
    except ValueError:
        return None


def _document(body: bytes) -> Mapping[str, Any]:
    try:
        document: object = orjson.loads(body)
    except ValueError:
        return {}
    return cast("Mapping[str, Any]", document) if isinstance(document, dict) else {}
