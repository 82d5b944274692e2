"""Faults on demand: what Microsoft's services do on a bad day, for tests and for the curious."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.sandbox.odata.errors import GraphError
from bot.sandbox.sharepoint.errors import envelope

_TYPICAL = {
    401: ("InvalidAuthenticationToken", "Access token is empty."),
    403: ("Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
    404: ("Request_ResourceNotFound", "Resource could not be discovered."),
    429: ("TooManyRequests", "Please retry again later."),
    503: ("ServiceUnavailable", "The service is unavailable."),
    504: ("GatewayTimeout", "The gateway did not receive a response in time."),
}
_LOST_IN_BATCH = 504

Part = tuple[int, dict[str, str], Any]
"""The answer to one part of a `$batch`: status, headers, body."""


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong.

    `path` is matched against "<host>/<path>" without the query, e.g. "graph.microsoft.com/v1.0/groups/*/owners":
    `*` is anything within one segment, `**` anything at all. `method` None is every method. It happens `times`
    times, None for ever. It waits `latency_seconds`; then, with `status`, answers that instead (`code` and
    `headers` as given, or as Graph typically does); with `drop`, closes the connection without an answer; with
    `malformed`, cuts the true answer in half. `after` does the work first, so the outcome is unknown to the caller:
    the answer is lost, or replaced by `status`.
    """

    path: str
    method: str | None = None
    times: int | None = 1
    status: int | None = None
    code: str | None = None
    headers: Mapping[str, str] | None = None
    latency_seconds: float = 0.0
    drop: bool = False
    malformed: bool = False
    after: bool = False

    def hits(self, method: str, path: str) -> bool:
        """True if this fault is about `method` on `path` ("<host>/<path>"); capitals don't matter."""
        pattern = re.escape(self.path).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
        right_method = self.method is None or self.method.upper() == method.upper()
        return right_method and re.fullmatch(pattern, path, re.IGNORECASE) is not None

    @property
    def loses_answer(self) -> bool:
        """True if the caller gets no answer at all."""
        return self.status is None and (self.drop or self.after)


class Faults:
    """The faults that are due; the one added first is taken first."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._due: list[tuple[Fault, int | None]] = []

    def add(self, fault: Fault) -> None:
        """Let `fault` happen from now on; ValueError if it could never happen."""
        if fault.times is not None and fault.times < 1:
            raise ValueError("a fault happens at least once")
        self._due.append((fault, fault.times))

    def clear(self) -> None:
        """Everything works again."""
        self._due.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that `method` on `path` ("<host>/<path>") meets now, used up once; None if all is well."""
        for index, (fault, left) in enumerate(self._due):
            if fault.hits(method, path):
                remaining = None if left is None else left - 1
                self._due[index : index + 1] = [] if remaining == 0 else [(fault, remaining)]
                return fault
        return None

    def error(self, fault: Fault, status: int) -> GraphError:
        """The refusal that `fault` answers with; a 429 says how long to wait unless its headers say otherwise."""
        code, message = _TYPICAL.get(status, ("UnknownError", "An error occurred."))
        typical_headers = {"Retry-After": "1"} if status == 429 else {}
        headers = typical_headers if fault.headers is None else fault.headers
        return GraphError(status, fault.code or code, message, headers)

    def body(self, error: GraphError, host: str) -> dict[str, Any]:
        """`error` in the words of the service at `host`: Entra's sign-in has an envelope of its own."""
        if host.startswith("login."):
            return {"error": error.code, "error_description": error.message}
        if host.endswith(".sharepoint.com"):
            return envelope(error.code, error.message)
        request_id = str(uuid4())
        return error.body(request_id=request_id, client_request_id=request_id, date=self._now())


def middleware(faults: Faults, host: str) -> Middleware:
    """An aiohttp middleware that lets `faults` happen to requests for `host`; put it first, outside all others."""

    @web.middleware
    async def meet_fault(request: web.Request, handler: Handler) -> web.StreamResponse:
        fault = faults.take(request.method, host + request.path)
        if fault is None:
            return await handler(request)
        await asyncio.sleep(fault.latency_seconds)
        if fault.after:
            await handler(request)
        if fault.status is not None:
            error = faults.error(fault, fault.status)
            return web.json_response(faults.body(error, host), status=error.status, headers=dict(error.headers))
        if fault.loses_answer:
            return _hang_up(request)
        answer = await handler(request)
        return _cut(answer) if fault.malformed else answer

    return meet_fault


async def meet_in_batch(faults: Faults, host: str, method: str, path: str, work: Callable[[], Awaitable[Part]]) -> Part:
    """Answer one part of a `$batch` through `faults`; `path` is the part's own, with the version ("/v1.0/me").

    A part can't hang up on its batch: where a request of its own would get no answer, a part gets 504.
    """
    fault = faults.take(method, host + path.partition("?")[0])
    if fault is None:
        return await work()
    await asyncio.sleep(fault.latency_seconds)
    if fault.after:
        await work()
    status = _LOST_IN_BATCH if fault.loses_answer else fault.status
    if status is not None:
        error = faults.error(fault, status)
        return status, {"Content-Type": "application/json", **error.headers}, faults.body(error, host)
    answered, headers, body = await work()
    return answered, headers, "{" if fault.malformed else body


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    # aiohttp wants something to send; nobody is there to read it.
    return web.Response()


def _cut(answer: web.StreamResponse) -> web.Response:
    whole = answer.body if isinstance(answer, web.Response) and isinstance(answer.body, bytes) else b""
    return web.Response(body=whole[: len(whole) // 2] or b"{", status=answer.status, content_type=answer.content_type)
