"""From a request to its answer, without HTTP: find the route, check the token's permissions, let time pass."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.graph.call import Call, Reply, Server
from bot.sandbox.graph.caller import Caller, authenticate
from bot.sandbox.graph.claims_challenge import require_step_up
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.route import find
from bot.sandbox.graph.state.settle import settle
from bot.sandbox.graph.table import ROUTES


@dataclass(frozen=True)
class Asked:
    """What a client asks: `path` relative to the version and decoded, header names in lower case."""

    method: str
    version: str
    path: str
    params: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    base_url: str


def identify(server: Server, authorization: str | None) -> Caller:
    """Let everything due happen, then say who calls; raises `GraphError` 401."""
    settle(server.world)
    server.index.notice(server.world)
    caller = authenticate(server.world, server.issuer, authorization)
    require_step_up(server.challenged, caller)
    return caller


def serve(server: Server, caller: Caller, asked: Asked) -> Reply:
    """The answer to one request; raises `GraphError`."""
    route, keys = find(ROUTES, asked.version, asked.method, asked.path)
    scopes.require(route.access, caller)
    eventual = asked.headers.get("consistencylevel", "").strip().casefold() == "eventual"
    known = server.index.as_known(server.world, caller.user) if route.indexed and eventual else server.world
    call = Call(
        server=server,
        world=known,
        caller=caller,
        version=asked.version,
        keys=keys,
        params=asked.params,
        headers=asked.headers,
        body=asked.body,
        base_url=asked.base_url,
        path=asked.path,
    )
    reply = route.handler(call)
    server.index.notice(server.world)
    return reply
