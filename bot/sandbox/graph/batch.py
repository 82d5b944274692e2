"""Several requests in one: `POST /v1.0/$batch`.

https://learn.microsoft.com/graph/json-batching
"""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from itertools import pairwise
from random import Random
from typing import Any, cast

from aiohttp import web

from bot.sandbox.odata.errors import GraphError

Answer = tuple[int, dict[str, str], Any]
"""What one part is answered: status, headers, and body as JSON or bytes; None for no body."""

Dispatch = Callable[[str, str, dict[str, str], Any], Awaitable[Answer]]
"""Serves one part: method, url relative to the version ("/groups?$top=5"), headers, body as JSON, text or bytes."""

_MOST_PARTS = 20
_METHODS = frozenset({"GET", "POST", "PATCH", "PUT", "DELETE"})
_WRITES = frozenset({"POST", "PATCH", "PUT"})
_URL_SAFE = str.maketrans("-_", "+/")


@dataclass(frozen=True)
class Part:
    """One request of a batch; `parent` is the id, in small letters, of the part that must succeed first."""

    id: str
    method: str
    url: str
    headers: dict[str, str]
    body: Any
    parent: str | None

    @property
    def key(self) -> str:
        """The id as Graph compares it: capitals don't matter."""
        return self.id.casefold()


async def handle(request: web.Request, dispatch: Dispatch) -> web.Response:
    """Answer a batch: 200 whatever becomes of its parts; GraphError 400 if the batch itself is malformed."""
    try:
        payload = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise _malformed() from None
    parts = parse_batch(payload)
    answers = await _serve(parts, dispatch)
    responses = [_response(part, answers[part.key]) for part in parts]
    # Graph promises no order. Ours is the same for the same ids, so that a test that fails can be run again.
    Random("".join(sorted(answers))).shuffle(responses)  # noqa: S311
    return web.json_response({"responses": responses})


def parse_batch(payload: object) -> tuple[Part, ...]:
    """The parts of a batch as sent; GraphError 400 for anything that Graph refuses as a whole."""
    requests = _mapping(payload).get("requests")
    if not isinstance(requests, list) or not requests:
        raise _malformed()
    entries = cast("list[object]", requests)
    if len(entries) > _MOST_PARTS:
        raise _refused("Number of requests inside batch exceed the limit.")
    parts = tuple(_part(_mapping(entry)) for entry in entries)
    _check_ids(parts)
    _check_dependencies(parts)
    return parts


def _part(entry: Mapping[str, Any]) -> Part:
    part_id, method, url = entry.get("id"), entry.get("method"), entry.get("url")
    if not isinstance(part_id, str) or not part_id or not isinstance(method, str) or not isinstance(url, str):
        raise _malformed()
    if method.upper() not in _METHODS:
        raise _malformed()
    headers = _headers(entry.get("headers"))
    return Part(
        id=part_id,
        method=method.upper(),
        url=_relative(url),
        headers=headers,
        body=_body(part_id, method.upper(), headers, entry.get("body")),
        parent=_parent(part_id, entry.get("dependsOn")),
    )


def _relative(url: str) -> str:
    # Unverified: the sentence for an absolute address, and for a batch within a batch; both are documented as refused.
    path = "/" + url.removeprefix("/")
    if "://" in url.partition("?")[0] or path.startswith(("/v1.0/", "/beta/", "/$batch", "//")):
        raise _malformed()
    return path


def _headers(headers: object) -> dict[str, str]:
    given = _mapping({} if headers is None else headers)
    if not all(isinstance(value, str) for value in given.values()):
        raise _malformed()
    return dict(given)


def _body(part_id: str, method: str, headers: dict[str, str], body: Any) -> Any:
    """The body as its content type says: JSON, text, or bytes written as base64."""
    content_type = next((value for name, value in headers.items() if name.casefold() == "content-type"), "")
    if not content_type and (body is not None or method in _WRITES):
        raise _refused(f"Write request with id '{part_id}' does not contain a Content-Type header.")
    if body is None and method in _WRITES:
        raise _refused(f"Write request id : {part_id} does not contain Content-Type header or body.")
    media_type = content_type.casefold()
    if not isinstance(body, str) or "json" in media_type or media_type.startswith("text/"):
        return body
    try:
        return base64.b64decode(
            body.translate(_URL_SAFE).rstrip("=") + "=" * (-len(body.rstrip("=")) % 4), validate=True
        )
    except ValueError:
        raise _malformed() from None


def _parent(part_id: str, depends_on: object) -> str | None:
    if depends_on is None or depends_on == []:
        return None
    parents = cast("list[object]", depends_on) if isinstance(depends_on, list) else []
    if len(parents) != 1 or not isinstance(parents[0], str):
        raise _wrong_dependency(part_id)
    return parents[0].casefold()


def _check_ids(parts: tuple[Part, ...]) -> None:
    seen: set[str] = set()
    for part in parts:
        if part.key in seen:
            raise _refused(f"Request Id {part.id} has to be unique in a batch.")
        seen.add(part.key)


def _check_dependencies(parts: tuple[Part, ...]) -> None:
    """Graph takes a batch in which nothing depends, all depend on the one before, or several on the same one."""
    earlier: list[str] = []
    for part in parts:
        if part.parent is not None and part.parent not in earlier:
            raise _wrong_dependency(part.id)
        earlier.append(part.key)
    parents = {part.parent for part in parts} - {None}
    serial = all(part.parent == before.key for before, part in pairwise(parts))
    if len(parents) > 1 and not serial:
        raise _wrong_dependency(parts[-1].id)


async def _serve(parts: tuple[Part, ...], dispatch: Dispatch) -> dict[str, Answer]:
    """Every part's answer by key: parents before children, everything else at the same time."""
    answers: dict[str, Answer] = {}
    waiting = list(parts)
    while waiting:
        ready = [part for part in waiting if part.parent is None or part.parent in answers]
        served = await asyncio.gather(*(_answer(part, answers, dispatch) for part in ready))
        answers |= {part.key: answer for part, answer in zip(ready, served, strict=True)}
        waiting = [part for part in waiting if part.key not in answers]
    return answers


async def _answer(part: Part, answers: Mapping[str, Answer], dispatch: Dispatch) -> Answer:
    if part.parent is not None and answers[part.parent][0] >= HTTPStatus.BAD_REQUEST:
        # Unverified: code and sentence; only the status is documented.
        error = {"code": "FailedDependency", "message": "Failed Dependency"}
        return HTTPStatus.FAILED_DEPENDENCY.value, {"Content-Type": "application/json"}, {"error": error}
    return await dispatch(part.method, part.url, part.headers, part.body)


def _response(part: Part, answer: Answer) -> dict[str, Any]:
    status, headers, body = answer
    response: dict[str, Any] = {"id": part.id, "status": status, "headers": headers}
    if body is None:
        return response
    return response | {"body": base64.b64encode(body).decode() if isinstance(body, bytes) else body}


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _malformed()
    return cast("dict[str, Any]", value)


def _malformed() -> GraphError:
    return _refused("Invalid batch payload format.")


def _wrong_dependency(part_id: str) -> GraphError:
    # Unverified: how the sentence ends.
    return _refused(f"Invalid dependency for request Id {part_id}.")


def _refused(message: str) -> GraphError:
    return GraphError(HTTPStatus.BAD_REQUEST.value, "BadRequest", message)
