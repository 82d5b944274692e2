"""Microsoft Graph over HTTP; mounted under `/graph.microsoft.com`, though any prefix will do.

https://learn.microsoft.com/graph/use-the-api
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from uuid import uuid4

import orjson
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.sandbox import faults as faulty
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.faults import Faults
from bot.sandbox.graph import batch
from bot.sandbox.graph.call import Reply, Server
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.dispatch import Asked, identify, serve
from bot.sandbox.graph.route import wrong_method
from bot.sandbox.graph.search_index import SearchIndex
from bot.sandbox.issuer import Issuer
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import World

HOST = "graph.microsoft.com"
SERVER = web.AppKey("graph", Server)
"""Where the application keeps its `Server`; `app[SERVER].challenged` holds who must step up."""

_JSON = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"


def graph_app(
    world: World,
    issuer: Issuer,
    registration: AppRegistration,
    faults: Faults,
    middlewares: Sequence[Middleware] = (),
) -> web.Application:
    """The application; `middlewares` go outside everything else (see `traffic_log`)."""
    app = web.Application(middlewares=[*middlewares, _faults(faults), _envelope(world)])
    app[SERVER] = Server(world=world, issuer=issuer, registration=registration, index=SearchIndex(world))
    for path in ("/{version}/{path:.*}", "/{path:.*}"):
        app.router.add_route("*", path, _answer(app[SERVER], faults))
    return app


def _answer(server: Server, faults: Faults) -> Handler:
    async def answer(request: web.Request) -> web.StreamResponse:
        version, path = request.match_info.get("version", ""), request.match_info["path"]
        caller = identify(server, request.headers.get("Authorization"))
        if version not in {"v1.0", "beta"}:
            # Unverified: the sentence.
            raise GraphError(400, "BadRequest", f"Invalid version: {version}")
        if path == "$batch":
            if request.method != "POST":
                raise wrong_method()
            return await batch.handle(request, _dispatch(server, caller, faults, request))
        return _http(serve(server, caller, await _asked(request, version, path)))

    return answer


async def _asked(request: web.Request, version: str, path: str) -> Asked:
    return Asked(
        method=request.method,
        version=version,
        path=path,
        params=dict(request.query),
        headers=_lower(request.headers),
        body=await request.read(),
        base_url=_base(request),
    )


def _dispatch(server: Server, caller: Caller, faults: Faults, request: web.Request) -> batch.Dispatch:
    """Serves the parts of a batch as the batch's own caller."""
    version = request.match_info["version"]

    async def dispatch(method: str, url: str, headers: dict[str, str], body: Any) -> batch.Answer:
        parts = urlsplit(url)
        asked = Asked(
            method=method,
            version=version,
            path=unquote(parts.path).strip("/"),
            params=dict(parse_qsl(parts.query, keep_blank_values=True)),
            headers=_lower(headers),
            body=body if isinstance(body, bytes) else b"" if body is None else orjson.dumps(body),
            base_url=_base(request),
        )
        work = _part(server, caller, asked)
        return await faulty.meet_in_batch(faults, HOST, method, f"/{version}{parts.path}", work)

    return dispatch


def _part(server: Server, caller: Caller, asked: Asked) -> Callable[[], Awaitable[batch.Answer]]:
    async def work() -> batch.Answer:
        try:
            reply = serve(server, caller, asked)
        except GraphError as error:
            return error.status, {"Content-Type": "application/json", **error.headers}, _error(server.world, error)[0]
        kind = {} if reply.body is None else {"Content-Type": _type(reply)}
        return reply.status, {**kind, **reply.headers}, reply.body

    return work


def _faults(faults: Faults) -> Middleware:
    """Faults know Graph by its own addresses, whatever this application is mounted under."""
    meet = faulty.middleware(faults, HOST)

    @web.middleware
    async def meet_faults(request: web.Request, handler: Handler) -> web.StreamResponse:
        async def go_on(_: web.Request) -> web.StreamResponse:
            return await handler(request)

        address = quote(f"/{request.match_info.get('version', '')}/{request.match_info.get('path', '')}")
        return await meet(request.clone(rel_url=address), go_on)

    return meet_faults


def _envelope(world: World) -> Middleware:
    """Every answer carries request ids; every refusal Graph's envelope.

    https://learn.microsoft.com/graph/errors
    """

    @web.middleware
    async def envelop(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            response = await handler(request)
        except GraphError as error:
            body, ids = _error(world, error, request.headers.get("client-request-id"))
            response = web.Response(body=orjson.dumps(body), status=error.status, content_type="application/json")
            response.headers.update({**ids, **error.headers})
        else:
            response.headers.update(_ids(request.headers.get("client-request-id")))
        return response

    return envelop


def _error(world: World, error: GraphError, client_id: str | None = None) -> tuple[dict[str, Any], dict[str, str]]:
    ids = _ids(client_id)
    request_id, client_request_id = ids["request-id"], ids["client-request-id"]
    return error.body(request_id=request_id, client_request_id=client_request_id, date=world.clock.now()), ids


def _ids(client_request_id: str | None) -> dict[str, str]:
    request_id = str(uuid4())
    diagnostic = '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"1","ScaleUnit":"001","RoleInstance":"SB1"}}'
    return {
        "request-id": request_id,
        "client-request-id": client_request_id or request_id,
        "x-ms-ags-diagnostic": diagnostic,
    }


def _http(reply: Reply) -> web.Response:
    if reply.body is None:
        return web.Response(status=reply.status, headers=dict(reply.headers))
    return web.Response(
        body=_payload(reply.body), status=reply.status, headers={"Content-Type": _type(reply), **reply.headers}
    )


def _payload(body: Any) -> bytes:
    if isinstance(body, bytes):
        return body
    return body.encode() if isinstance(body, str) else orjson.dumps(body)


def _type(reply: Reply) -> str:
    return "text/plain" if isinstance(reply.body, str) else _JSON


def _base(request: web.Request) -> str:
    own = f"/{request.match_info['version']}/{request.match_info['path']}"
    return f"{request.scheme}://{request.host}{request.path.removesuffix(own)}"


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
