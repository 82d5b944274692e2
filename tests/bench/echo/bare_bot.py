"""The least an echo bot can do on aiohttp: parse, post one reply over a pooled session. No token is checked.

Run: python -m tests.bench.echo.bare_bot PORT
"""

import json
import sys
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web

SESSION = web.AppKey("session", aiohttp.ClientSession)


async def _session(app: web.Application) -> AsyncIterator[None]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        app[SESSION] = session
        yield


async def _message(request: web.Request) -> web.Response:
    activity = json.loads(await request.read())
    reply = {
        "type": "message",
        "text": activity["text"],
        "from": activity["recipient"],
        "recipient": activity["from"],
        "conversation": activity["conversation"],
        "replyToId": activity["id"],
    }
    path = f"v3/conversations/{activity['conversation']['id']}/activities/{activity['id']}"
    headers = {"Content-Type": "application/json", "Authorization": "Bearer token"}
    url = activity["serviceUrl"] + path
    async with request.app[SESSION].post(url, data=json.dumps(reply), headers=headers) as answer:
        await answer.read()
    return web.Response(status=202)


def main(port: int) -> None:
    """Serve until ended."""
    app = web.Application()
    app.cleanup_ctx.append(_session)
    app.router.add_post("/api/messages", _message)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
