"""Whoever is told: keeps every message under its key, as often as it comes, and can be asked what came."""

import asyncio
from collections import Counter

from aiohttp import web

TAKES_SECONDS = 0.01


class Recipient:
    """Listens on loopback once started."""

    def __init__(self) -> None:
        self.received: Counter[str] = Counter()
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a port of its own."""
        app = web.Application()
        app.router.add_post("/{key}", self._take)
        app.router.add_get("/{key}", self._say)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Listen no more."""
        if self._runner:
            await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        """It has come when it is read; whoever sent it may be dead before they hear of that."""
        key = request.match_info["key"]
        self.received[key] += 1
        await asyncio.sleep(TAKES_SECONDS)
        return web.Response(text=f"message-{key}")

    async def _say(self, request: web.Request) -> web.Response:
        return web.Response(status=200 if self.received[request.match_info["key"]] else 404)
