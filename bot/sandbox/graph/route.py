"""Paths and methods Graph knows, and what it says to those it doesn't."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.rights.scopes import Access
from bot.sandbox.odata.errors import GraphError

Handler = Callable[[Call], Reply]


@dataclass(frozen=True)
class Route:
    """One operation: `path` is relative to the version, with `{holes}`; `access` says which permissions suffice.

    `indexed` tells that advanced queries (`ConsistencyLevel: eventual`) read the search index instead of the company;
    `version` is the only one that knows the operation, nothing where both do.
    """

    method: str
    path: str
    access: Access
    handler: Handler
    indexed: bool = False
    version: str | None = None

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_pattern(part) for part in self.path.split("/"))

    def fits(self, segments: Sequence[str]) -> Mapping[str, str] | None:
        """What stands in the holes if `segments` are this route's path."""
        if len(segments) != len(self._patterns):
            return None
        return self.begins(segments)

    def begins(self, segments: Sequence[str]) -> Mapping[str, str] | None:
        """What stands in the holes if `segments` are the beginning of this route's path."""
        if len(segments) > len(self._patterns):
            return None
        holes: dict[str, str] = {}
        for pattern, segment in zip(self._patterns, segments, strict=False):
            match = pattern.fullmatch(segment)
            if match is None:
                return None
            holes |= match.groupdict()
        return holes


def find(routes: Iterable[Route], version: str, method: str, path: str) -> tuple[Route, Mapping[str, str]]:
    """The route for `path` (already decoded) and what stands in its holes; raises `GraphError` 400 or 405.

    Graph answers 400, not 404, to a path it doesn't know in this `version` ("v1.0" or "beta").
    """
    segments = _segments(path)
    routes = [route for route in routes if route.version in {None, version}]
    fitting = [(route, keys) for route in routes if (keys := route.fits(segments)) is not None]
    if not fitting:
        raise GraphError(400, "BadRequest", f"Resource not found for the segment '{_stranger(routes, segments)}'.")
    # "groups/$count" is the count, not a group named "$count".
    fewest = min(len(keys) for _, keys in fitting)
    for route, keys in fitting:
        if route.method == method and len(keys) == fewest:
            return route, keys
    raise wrong_method()


def wrong_method() -> GraphError:
    """405: the path is known, but not with this method."""
    return GraphError(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")


def _segments(path: str) -> list[str]:
    parts = path.strip("/").replace("microsoft.graph.", "graph.").split("/")
    return [piece for part in parts for piece in _keyed(part)]


def _keyed(part: str) -> list[str]:
    """`users('x')` is another way to write `users/x`."""
    match = re.fullmatch(r"(\w+)\('([^']*)'\)", part)
    return list(match.groups()) if match else [part]


def _stranger(known: Sequence[Route], segments: Sequence[str]) -> str:
    for depth, segment in enumerate(segments, start=1):
        if not any(route.begins(segments[:depth]) is not None for route in known):
            return segment
    return segments[-1]


def _pattern(part: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", part)
    body = "".join(re.escape(text) if index % 2 == 0 else f"(?P<{text}>[^/]+?)" for index, text in enumerate(pieces))
    return re.compile(body, re.IGNORECASE)
