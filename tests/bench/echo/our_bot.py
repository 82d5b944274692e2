"""The same echo bot on our transport, tokens checked.

Run: python -m tests.bench.echo.our_bot PORT SERVICES_URL
"""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web
from botbuilder.core import TurnContext  # pyright: ignore[reportMissingTypeStubs]

from bot.app.web import served
from bot.outgoing import outgoing
from bot.teams.connector.for_botbuilder import ConnectorClients
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.token import ConnectorToken
from bot.teams.door.adapter import TeamsAdapter, inbound_of
from bot.teams.door.auth import InboundAuth
from bot.teams.door.signing_keys import SigningKeys
from tests.bench.echo.traffic import APP_ID, TENANT

ADAPTER = web.AppKey("adapter", TeamsAdapter)


async def _echo(context: TurnContext) -> None:
    await context.send_activity(inbound_of(context).text)


async def _say_nothing(context: TurnContext, error: Exception) -> None:
    return None


async def _message(request: web.Request) -> web.Response:
    return await request.app[ADAPTER].process(request, _echo)


def _application(services_url: str) -> web.Application:
    async def adapter(app: web.Application) -> AsyncIterator[None]:
        async with outgoing(aiohttp.TCPConnector(limit=0)) as session:

            async def acquire() -> tuple[str, int]:
                async with session.post(f"{services_url}/tenant/oauth2/v2.0/token") as answer:
                    document = await answer.json()
                    return document["access_token"], document["expires_in"]

            http = ConnectorHttp(session, ConnectorToken(acquire))
            keys = SigningKeys(session, f"{services_url}/metadata")
            auth = InboundAuth(app_id=APP_ID, tenants={TENANT}, keys=keys, connectors=ConnectorClients(http))
            app[ADAPTER] = TeamsAdapter(auth, _say_nothing)
            yield
            await app[ADAPTER].drain(1)

    app = web.Application()
    app.cleanup_ctx.append(adapter)
    app.router.add_post("/api/messages", _message)
    return app


async def _serve(app: web.Application, port: int) -> None:
    runner = served(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


def main(port: int, services_url: str) -> None:
    """Serve until ended.

    The imported libraries need not be searched for garbage again; and two hundred turns under way are not garbage,
    yet at Python's thresholds they are searched many times a second, for a third of all CPU.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    asyncio.run(_serve(_application(services_url), port))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
