"""Every exchange with Graph as a line of JSON that a checker of Graph traffic can read; tokens are left out."""

from collections.abc import Callable
from typing import Any

import orjson
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

_KEPT = frozenset({"consistencylevel", "content-type", "prefer", "if-match"})
_ANSWERED = ("Content-Type", "Retry-After")


def traffic_log(write: Callable[[str], object]) -> Middleware:
    """A middleware giving `write` one line per exchange, with its line break."""

    @web.middleware
    async def log(request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request)
        sent = await request.read()
        line = orjson.dumps(_exchange(request, sent, response), option=orjson.OPT_APPEND_NEWLINE)
        write(line.decode())
        return response

    return log


def _exchange(request: web.Request, sent: bytes, response: web.StreamResponse) -> dict[str, Any]:
    # aiohttp's names are a kind of text of their own, which JSON doesn't know.
    headers = {"".join(name): value for name, value in request.headers.items() if name.lower() in _KEPT}
    if "Authorization" in request.headers:
        headers["Authorization"] = "Bearer …"
    exchange: dict[str, Any] = {
        "method": request.method,
        "url": _address(request),
        "headers": headers,
        "status": response.status,
        "response_headers": {name: response.headers[name] for name in _ANSWERED if name in response.headers},
    }
    if sent:
        exchange["body"] = _readable(sent)
    received = response.body if isinstance(response, web.Response) else None
    if isinstance(received, bytes) and received:
        exchange["response"] = _readable(received)
    return exchange


def _address(request: web.Request) -> str:
    """The request's URL as if it had been sent to Graph itself, whatever this server is mounted under."""
    version = request.match_info.get("version", "")
    _, _, rest = request.raw_path.partition(f"/{version}/")
    return f"https://graph.microsoft.com/{version}/{rest}"


def _readable(body: bytes) -> Any:
    """JSON as JSON, text as text, anything else as its length."""
    try:
        return orjson.loads(body)
    except ValueError:
        pass
    try:
        return body.decode()
    except UnicodeDecodeError:
        return {"$bytes": len(body)}
