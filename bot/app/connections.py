"""Connections on which nobody asks anything: closed in seconds, so that they don't use up the process's files.

aiohttp waits for ever for the first request of a connection; later ones are bounded by its keep-alive time.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

SILENT_SECONDS = 10.0
"""How long the first request of a connection may take to say what it wants; a slow phone needs less than one."""
SWEEP_SECONDS = 1.0

log = logging.getLogger(__name__)

Connection = web.RequestHandler


class SilentConnections:
    """Knows which connections have been heard from, and closes the others when their time is over."""

    def __init__(self, connections: Callable[[], list[Connection]], now: Callable[[], float]) -> None:
        self._connections = connections
        self._now = now
        self._heard: set[Connection] = set()
        self._silent_since: dict[Connection, float] = {}

    @property
    def middleware(self) -> Middleware:
        """Notes who has asked something."""

        @web.middleware
        async def heard(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._heard.add(request.protocol)
            return await handler(request)

        return heard

    def sweep(self) -> int:
        """Close what has been silent for too long; how many that were."""
        now, here = self._now(), set(self._connections())
        self._heard &= here
        self._silent_since = {each: self._silent_since.get(each, now) for each in here - self._heard}
        late = [each for each, since in self._silent_since.items() if now - since >= SILENT_SECONDS]
        for each in late:
            each.force_close()
        return len(late)


def without_silence(runner: web.AppRunner) -> None:
    """Let a server that isn't set up yet close connections on which nothing is asked."""
    now = asyncio.get_running_loop().time
    watched = SilentConnections(lambda: runner.server.connections if runner.server else [], now)

    async def sweeping() -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            if closed := watched.sweep():
                log.warning("closed %d connections that asked nothing", closed)

    @asynccontextmanager
    async def while_serving(_: web.Application) -> AsyncGenerator[None]:
        task = asyncio.create_task(sweeping(), name="sweep silent connections")
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    runner.app.middlewares.append(watched.middleware)
    runner.app.cleanup_ctx.append(while_serving)
