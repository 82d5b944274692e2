"""The web side of the bot: the door for Teams, and the addresses this process answers at."""

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from bot.app.connections import without_silence
from bot.app.parts import Outside
from bot.app.server_log import server_log
from bot.settings import Settings
from bot.teams.connector.for_botbuilder import ConnectorClients
from bot.teams.door.adapter import TeamsAdapter
from bot.teams.door.auth import InboundAuth
from bot.teams.door.signing_keys import SigningKeys
from bot.teams.pages import about
from bot.teams.sign_in.pages import AuthPages

if TYPE_CHECKING:
    from bot.app.answering import Answering

SHUTDOWN_SECONDS = 60.0
KEEPALIVE_SECONDS = 75.0
"""How long a connection may stay idle: longer than proxies keep theirs, shorter than aiohttp's hour."""
LINGERING_SECONDS = 0.0
"""How long the rest of a body is read that nobody wants: aiohttp would take whatever comes for ten seconds."""
HEADER_BYTES = 32_768
"""Longest header: browsers send all cookies of the company's domain, which aiohttp's 8 KB would refuse."""


def adapter_of(settings: Settings, outside: Outside, loading: "asyncio.Future[Answering]") -> TeamsAdapter:
    """The way in for Teams, which refuses everybody else."""
    auth = InboundAuth(
        app_id=settings.app_id,
        tenants={settings.tenant_id},
        keys=SigningKeys(outside.http, settings.endpoints.bot_openid, reach=settings.endpoints.reach),
        connectors=ConnectorClients(outside.connector_http),
        service_hosts={"127.0.0.1", "localhost"} if settings.sandbox else set(settings.service_hosts),
    )
    # Looked up when a turn has failed, not before: now it is still loading.
    return TeamsAdapter(auth, lambda context, error: loading.result().turns.on_error(context, error))  # noqa: PLW0108


def application(adapter: TeamsAdapter, loading: "asyncio.Future[Answering]", pages: AuthPages) -> web.Application:
    """The addresses this process answers at; a message that comes too early waits until it can be understood."""

    async def messages(request: web.Request) -> web.Response:
        answers = await asyncio.shield(loading)
        return await adapter.process(request, answers.turns.on_turn)

    async def healthy(_: web.Request) -> web.Response:
        return health(loading)

    app = web.Application()
    app.router.add_route("*", "/api/messages", messages)
    app.router.add_get("/healthz", healthy)
    app.router.add_routes(pages.routes())
    app.router.add_routes(about.routes())
    return app


def served(app: web.Application, shutdown_timeout: float = SHUTDOWN_SECONDS) -> web.AppRunner:
    """What serves the application, within bounds; requests under way have `shutdown_timeout` seconds at the end."""
    runner = web.AppRunner(
        app,
        access_log=None,
        shutdown_timeout=shutdown_timeout,
        keepalive_timeout=KEEPALIVE_SECONDS,
        max_field_size=HEADER_BYTES,
        lingering_time=LINGERING_SECONDS,
        logger=server_log(),
    )
    without_silence(runner)
    return runner


def health(loading: "asyncio.Future[Answering]") -> web.Response:
    """200 once messages can be answered; 503 before, and if what answers could not be loaded."""
    if not loading.done():
        return web.json_response({"status": "starting"}, status=503, headers={"Retry-After": "1"})
    if loading.exception():
        return web.json_response({"status": "failed"}, status=503)
    return web.json_response({"status": "ok"})
