"""One request to Graph and its answer, apart from HTTP: a whole request or one part of a batch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import orjson

from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.search_index import SearchIndex
from bot.sandbox.issuer import Issuer
from bot.sandbox.odata.errors import GraphError, bad_request
from bot.sandbox.odata.query import Query, parse
from bot.sandbox.world import Wire, World


@dataclass(frozen=True)
class Server:
    """What outlives a request: the company, who signs its tokens, its one app, and what only the server remembers.

    `challenged` holds the ids of users who must step up (see `claims_challenge`), `operations` the running and
    finished long operations of teams by their id.
    """

    world: World
    issuer: Issuer
    registration: AppRegistration
    index: SearchIndex
    challenged: set[str] = field(default_factory=set[str])
    operations: dict[str, Wire] = field(default_factory=dict[str, Wire])


@dataclass(frozen=True)
class Call:
    """A request whose caller and route are known.

    `world` is the company, or for an advanced query what the search index knows of it; `version` is "v1.0" or
    "beta", `keys` what stood in the holes of the route's path, `params` the decoded query options, `headers` has
    lower-case names, `base_url` is where this server answers, without the version.
    """

    server: Server
    world: World
    caller: Caller
    version: str
    keys: Mapping[str, str]
    params: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    base_url: str
    path: str

    @property
    def address(self) -> str:
        """This request's own URL without query options."""
        return f"{self.base_url}/{self.version}/{self.path}"

    @property
    def now(self) -> datetime:
        """The company's present, UTC."""
        return self.world.clock.now()

    def query(self) -> Query:
        """The OData options; raises `GraphError` 400."""
        return parse(self.params, self.headers)

    def json(self) -> Wire:
        """The body as a JSON object; raises `GraphError` 400."""
        try:
            body = orjson.loads(self.body)
        except ValueError:
            body = None
        if "json" not in self.headers.get("content-type", "") or not isinstance(body, dict):
            raise GraphError(400, "BadRequest", _UNREADABLE)
        return cast("Wire", body)

    def context(self, what: str) -> str:
        """The `@odata.context` naming `what`, like "groups/$entity"."""
        return f"https://graph.microsoft.com/{self.version}/$metadata#{what}"


@dataclass(frozen=True)
class Reply:
    """A successful answer; a `str` body travels as text/plain, `bytes` as what the headers say, `None` not at all."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


NO_CONTENT = Reply(204)

_UNREADABLE = (
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format."
)


def denied() -> GraphError:
    """403 in the one sentence Graph has for every missing right."""
    return GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")


def not_found(identifier: str) -> GraphError:
    """404 for an object that isn't there, or that the caller isn't told about."""
    reason = "does not exist or one of its queried reference-property objects are not present."
    return GraphError(404, "Request_ResourceNotFound", f"Resource '{identifier}' {reason}")


def invalid_value(name: str, resource: str = "Group") -> GraphError:
    """400 for a value of the wrong type or outside its range."""
    # Unverified: Graph words type faults in several ways.
    return bad_request(f"Invalid value specified for property '{name}' of resource '{resource}'.")
