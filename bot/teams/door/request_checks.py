"""The HTTP request Teams makes: what must hold before its body is worth reading, and the body itself, bounded."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

import orjson
from aiohttp import web

# The connector refuses activities above this size itself.
# https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
BODY_BYTES = 262_144
BODY_SECONDS = 10.0
"""How long a body may take to arrive: Teams' are a few kilobytes."""
DEPTH = 64

_OPENING = frozenset(b"[{")
_CLOSING = frozenset(b"]}")


class Refused(Exception):
    """The request gets `status` (4xx or 503) and no turn is run."""

    def __init__(self, status: HTTPStatus, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(str(int(status)))
        self.status = status
        self.headers = headers


def check(request: web.Request) -> str | None:
    """The Authorization header, if method, type and announced size are right; raises `Refused`."""
    if request.method != "POST":
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "POST"})
    # A compressed body could unfold into gigabytes; Teams sends none.
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if (request.content_length or 0) > BODY_BYTES:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    given = request.headers.getall("Authorization", [])
    # Two of them would leave open which one was checked.
    return given[0] if len(given) == 1 else None


async def json_object(request: web.Request) -> Mapping[str, Any]:
    """The body as a JSON object; raises `Refused`."""
    body = await (_body(request) if request.content.is_eof() else _body_in_time(request))
    try:
        document: object = orjson.loads(body)
    except ValueError:
        raise Refused(HTTPStatus.BAD_REQUEST) from None
    if not isinstance(document, dict) or _is_too_deep(body):
        raise Refused(HTTPStatus.BAD_REQUEST)
    return cast("Mapping[str, Any]", document)


async def _body_in_time(request: web.Request) -> bytes:
    """A body that hasn't come with its headers, as nearly all do. Raises `Refused` when it takes too long."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await _body(request)
    except TimeoutError:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, {"Connection": "close"}) from None


async def _body(request: web.Request) -> bytes:
    """All bytes, unless there are more than allowed: a chunked request announces no size."""
    parts: list[bytes] = []
    size = 0
    async for part in request.content.iter_any():
        size += len(part)
        if size > BODY_BYTES:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        parts.append(part)
    return b"".join(parts)


def _is_too_deep(body: bytes) -> bool:
    """Whether valid JSON nests deeper than any activity; such JSON could exhaust the stack of code that walks it."""
    if body.count(b"[") + body.count(b"{") <= DEPTH:
        return False
    depth = 0
    for sign in _outside_strings(body):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth > DEPTH:
            return True
    return False


def _outside_strings(body: bytes) -> bytes:
    """The body without what stands between quotation marks, where brackets mean nothing."""
    pieces = body.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')
    return b"".join(pieces[::2])
