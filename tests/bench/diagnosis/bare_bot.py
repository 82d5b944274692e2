"""The round trips a diagnosis can't do without, and nothing else: no token is checked, no rule is judged.

Run: python -m tests.bench.diagnosis.bare_bot PORT SERVICES_URL
"""

import json
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
from aiohttp import web

from tests.bench.diagnosis.identities import ABOUT_THE_TENANT

SESSION = web.AppKey("session", aiohttp.ClientSession)
SEARCH = json.dumps({"requests": [{"id": "0", "method": "GET", "url": "/groups"}]}).encode()
BATCH = json.dumps({"requests": [{"id": "0", "method": "GET", "url": "/me"}]}).encode()
HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer token"}


async def _session(app: web.Application) -> AsyncIterator[None]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        app[SESSION] = session
        yield


def _message(services_url: str) -> Any:
    graph = f"{services_url}/graph.microsoft.com/v1.0/$batch"

    async def message(request: web.Request) -> web.Response:
        activity = json.loads(await request.read())
        session = request.app[SESSION]
        known = "value" in activity or activity["text"] == ABOUT_THE_TENANT
        for body in (BATCH,) if known else (SEARCH, BATCH):
            async with session.post(graph, data=body, headers=HEADERS) as answer:
                await answer.read()
        reply = {"type": "message", "text": "x", "conversation": activity["conversation"]}
        url = f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}/activities"
        async with session.post(url, data=json.dumps(reply), headers=HEADERS) as answer:
            await answer.read()
        return web.Response(status=202)

    return message


def main(port: int, services_url: str) -> None:
    """Serve until ended."""
    app = web.Application()
    app.cleanup_ctx.append(_session)
    app.router.add_post("/api/messages", _message(services_url))
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
