"""The composition root: Microsoft's services, the database and the door; `bot.answering` is what stands behind it."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import aiohttp
from aiohttp import web

from bot import permissions
from bot.graph.app_token import AppToken
from bot.graph.entra_client import EntraClient
from bot.graph.entra_keys import EntraKeys
from bot.graph.sign_in import InteractiveSignIn
from bot.graph.tokens import UserTokens
from bot.housekeeping.recurring import set_going
from bot.parts import Outside, Parts
from bot.ports import Clock
from bot.settings import PREFIX, BadSettings, Settings
from bot.store.database import Database, DatabaseUnreachable
from bot.store.stores import Stores
from bot.teams import about_pages
from bot.teams.adapter import TeamsAdapter
from bot.teams.auth_pages import AuthPages
from bot.teams.background import Background
from bot.teams.connector_client import ConnectorClients
from bot.teams.connector_http import ConnectorHttp
from bot.teams.connector_token import ConnectorToken
from bot.teams.gate import Waiting, WaitingRoom
from bot.teams.identity import Identity
from bot.teams.inbound_auth import InboundAuth
from bot.teams.signing_keys import SigningKeys

if TYPE_CHECKING:
    from bot.answering import Answering
    from bot.conversation.tools import Tools
    from bot.follow_up_loop import FollowUps

DRAIN_SECONDS = 20.0
CONNECTIONS = 100


@dataclass(frozen=True)
class Bot:
    """The running bot: its web application, and what answers, as soon as that is loaded."""

    web: web.Application
    identity: Identity
    loading: "asyncio.Future[Answering]"
    adapter: TeamsAdapter
    background: Background

    @property
    def tools(self) -> "Tools":
        """What answers are made with, for whoever wants them without Teams; after `ready`."""
        return self.loading.result().tools

    @property
    def follow_ups(self) -> "FollowUps":
        """What is looked at again later; after `ready`."""
        return self.loading.result().follow_ups

    async def ready(self) -> None:
        """Wait until messages can be answered; raises what prevents it."""
        await asyncio.shield(self.loading)

    async def idle(self) -> None:
        """Nothing is being answered, nor being finished in the background."""
        await self.adapter.idle()
        await self.background.idle()
        await self.follow_ups.idle()


@asynccontextmanager
async def running(settings: Settings, clock: Clock, patience: Sequence[float] | None = None) -> AsyncGenerator[Bot]:
    """The bot, to be served at once and taken down tidily; what comes before it is ready waits.

    `patience`, in seconds, is for reading back what was written. Raises `BadSettings` when the database can't be used,
    and what a migration raises.
    """
    async with opened(settings, clock) as stores, microsoft(settings) as outside:
        background, room = Background(), WaitingRoom[Waiting](time.time)
        parts = Parts(settings, clock, stores, outside, room, background, patience)
        loading = asyncio.ensure_future(asyncio.to_thread(loaded, parts))
        adapter = adapter_of(settings, outside, loading)
        pages = AuthPages(outside.identity, outside.pages, room, settings.public_url)
        try:
            async with following_up(loading):
                yield Bot(application(adapter, loading, pages), outside.identity, loading, adapter, background)
        finally:
            await asyncio.wait([loading])
            await adapter.drain(DRAIN_SECONDS)
            await background.drain(DRAIN_SECONDS)


def loaded(parts: Parts) -> "Answering":
    """What answers: cards, diagnoses and language models take longer to load than the rest of the process."""
    from bot.answering import answering, warm_up  # noqa: PLC0415

    warm_up()
    return answering(parts)


@asynccontextmanager
async def microsoft(settings: Settings) -> AsyncGenerator[Outside]:
    """The ways to Microsoft's services: one pool of connections, one token for the Bot Connector."""
    connections = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60)
    client = EntraClient(
        app_id=settings.app_id,
        tenant=settings.tenant_id,
        credential=settings.credential,
        endpoints=settings.endpoints,
    )
    token = ConnectorToken(lasting(AppToken(client, now=time.time)))
    async with aiohttp.ClientSession(connector=connections) as http:
        tokens = UserTokens(client, now=time.time, admin_scopes=permissions.ADMIN_CONSENT)
        pages = InteractiveSignIn(client, tokens, redirect_uri=settings.redirect_uri, now=time.time)
        keys = EntraKeys(http, tenant=settings.tenant_id, endpoints=settings.endpoints, now=time.time)
        identity = Identity(settings=settings, http=http, tokens=tokens, pages=pages, keys=keys, now=time.time)
        try:
            yield Outside(http, identity, pages, ConnectorHttp(http, token))
        finally:
            await token.close()
            await asyncio.to_thread(client.close)


class Acquires(Protocol):
    """What gives the app's own token."""

    async def acquire(self) -> tuple[str, int]:
        """The token, and when it expires in epoch seconds."""
        ...


def lasting(token: Acquires) -> Callable[[], Awaitable[tuple[str, int]]]:
    """The app's token with the seconds it has left, where Entra's side counts in epoch seconds."""

    async def acquire() -> tuple[str, int]:
        secret, expires_at = await token.acquire()
        return secret, expires_at - int(time.time())

    return acquire


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncGenerator[Stores]:
    """The database, migrated, and what is kept in it. Raises `BadSettings` without one."""
    try:
        database = Database.open(settings.database_url.get_secret_value())
    except (ValueError, DatabaseUnreachable) as failed:
        raise BadSettings((f"{PREFIX}DATABASE_URL can't be used: {failed}",)) from None
    async with AsyncExitStack() as at_the_end:
        at_the_end.push_async_callback(database.close)
        try:
            await database.reach()
        except DatabaseUnreachable as failed:
            raise BadSettings((f"{PREFIX}DATABASE_URL can't be used: {failed}",)) from None
        await database.migrate()
        stores = Stores.on(database, clock)
        at_the_end.push_async_callback(stores.close)
        await set_going(stores.follow_ups, clock.now())
        yield stores


@asynccontextmanager
async def following_up(loading: "asyncio.Future[Answering]") -> AsyncGenerator[None]:
    """Look at what is due, as soon as that is loaded, until the end; then leave the rest to other replicas."""

    async def follow() -> None:
        await asyncio.wait([loading])
        if loading.exception() is None:
            await loading.result().follow_ups.run()

    following = asyncio.create_task(follow())
    try:
        yield
    finally:
        await asyncio.wait([loading])
        if loading.exception() is None:
            await loading.result().follow_ups.drain(DRAIN_SECONDS)
        await asyncio.wait([following])


def adapter_of(settings: Settings, outside: Outside, loading: "asyncio.Future[Answering]") -> TeamsAdapter:
    """The way in for Teams, which refuses everybody else."""
    auth = InboundAuth(
        app_id=settings.app_id,
        tenants={settings.tenant_id},
        keys=SigningKeys(outside.http, settings.endpoints.bot_openid, reach=settings.endpoints.reach),
        connectors=ConnectorClients(outside.connector_http),
        service_hosts={"127.0.0.1"} if settings.sandbox else set(settings.service_hosts),
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
    app.router.add_routes(about_pages.routes())
    return app


def health(loading: "asyncio.Future[Answering]") -> web.Response:
    """200 once messages can be answered; 503 before, and if what answers could not be loaded."""
    if not loading.done():
        return web.json_response({"status": "starting"}, status=503, headers={"Retry-After": "1"})
    if loading.exception():
        return web.json_response({"status": "failed"}, status=503)
    return web.json_response({"status": "ok"})
