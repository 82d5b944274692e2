"""What every request to the sandbox passes through, whichever service it is for."""

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.sandbox.faults import Faults, middleware

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost"})
MEETS_ITS_OWN = "graph.microsoft.com"
"""Graph lets faults happen itself, because parts of a batch meet them too."""


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer only to this machine's own names: a web page elsewhere must not reach the sandbox by a name of its own."""
    if request.url.host not in LOCAL_NAMES:
        return web.Response(status=421, text="The sandbox is for this machine only.")
    return await handler(request)


def meet_faults(faults: Faults) -> Middleware:
    """Let `faults` happen, under the path each service has at Microsoft: the first folder is the host."""

    @web.middleware
    async def meet(request: web.Request, handler: Handler) -> web.StreamResponse:
        host, _, path = request.path.removeprefix("/").partition("/")
        if "." not in host or host == MEETS_ITS_OWN:
            return await handler(request)

        async def answer(_: web.Request) -> web.StreamResponse:
            return await handler(request)

        return await middleware(faults, host)(request.clone(rel_url=f"/{path}"), answer)

    return meet
