"""The composition root: the only file that wires."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

import aiohttp
from aiohttp import web

from bot import permissions, understand
from bot.conversation.audit_trail import AuditTrail
from bot.conversation.context import Contexts
from bot.conversation.tools import Tools
from bot.graph.app_token import AppToken
from bot.graph.entra_client import EntraClient
from bot.graph.entra_keys import EntraKeys
from bot.graph.sign_in import InteractiveSignIn
from bot.graph.tokens import UserTokens
from bot.ports import Clock
from bot.remediate import PATIENCE
from bot.second_opinion import SecondOpinion
from bot.settings import PREFIX, BadSettings, Settings
from bot.store.audit import Actions
from bot.store.database import Database, DatabaseUnreachable
from bot.store.misunderstandings import Misunderstandings
from bot.store.nonces import new_nonce
from bot.store.references import References
from bot.store.requests import OwnerRequests
from bot.teams import about_pages
from bot.teams.adapter import TeamsAdapter
from bot.teams.auth_pages import AuthPages
from bot.teams.background import Background
from bot.teams.card_actions import CardActions
from bot.teams.connector import Connector
from bot.teams.connector_client import ConnectorClients
from bot.teams.connector_http import ConnectorHttp
from bot.teams.connector_token import ConnectorToken
from bot.teams.gate import Waiting, WaitingRoom
from bot.teams.identity import Identity
from bot.teams.inbound_auth import InboundAuth
from bot.teams.messages import Messages
from bot.teams.post import TeamsPost
from bot.teams.sign_in_invokes import SignInInvokes
from bot.teams.sign_in_prompts import SignInPrompts
from bot.teams.signing_keys import SigningKeys
from bot.teams.speakers import Speakers
from bot.teams.turns import Turns

DRAIN_SECONDS = 20.0
CONNECTIONS = 100


@dataclass(frozen=True)
class Outside:
    """Microsoft's services, as one deployment reaches them."""

    http: aiohttp.ClientSession
    identity: Identity
    pages: InteractiveSignIn
    connector_http: ConnectorHttp

    def connector(self, service_url: str) -> Connector:
        """The Bot Connector of one region."""
        return Connector(self.connector_http, service_url)


@dataclass(frozen=True)
class Stores:
    """What is kept in the database."""

    trail: AuditTrail
    requests: OwnerRequests
    references: References
    misunderstandings: Misunderstandings


@dataclass(frozen=True)
class Bot:
    """The running bot: its web application, and its tools for whoever wants to use it without Teams."""

    web: web.Application
    identity: Identity
    tools: Tools
    idle: Callable[[], Awaitable[None]]
    """Returns when nothing is being answered."""


@asynccontextmanager
async def running(settings: Settings, clock: Clock, patience: Sequence[float] = PATIENCE) -> AsyncGenerator[Bot]:
    """The bot, ready to be served, and taken down tidily.

    Raises `BadSettings` when the database can't be used, and what a migration raises.
    """
    async with opened(settings, clock) as stores, microsoft(settings) as outside:
        post = TeamsPost(outside.connector, stores.references, settings.app_id)
        tools = Tools(
            graph=outside.identity.graph,
            ledger=stores.trail,
            requests=stores.requests,
            post=post,
            clock=clock,
            nonce=new_nonce,
            sign_out=outside.identity.forget,
            contexts=Contexts(),
            misunderstandings=stores.misunderstandings,
            second_opinion=second_opinion(settings, outside.http),
            patience=patience,
        )
        async with answering(settings, outside, Speakers(stores.references, post), tools) as bot:
            yield bot


@asynccontextmanager
async def answering(settings: Settings, outside: Outside, speakers: Speakers, tools: Tools) -> AsyncGenerator[Bot]:
    """What Teams sends, answered; at the end what is under way is finished first."""
    background, room = Background(), WaitingRoom[Waiting](time.time)
    prompts = SignInPrompts(settings, room)
    turns = Turns(
        connector=outside.connector,
        speakers=speakers,
        messages=Messages(tools, prompts),
        card_actions=CardActions(tools, outside.identity, prompts, background),
        sign_in=lambda turns: SignInInvokes(outside.identity, prompts, turns.resume),
        background=background,
    )
    adapter = adapter_of(settings, outside, turns)
    warming_up = asyncio.ensure_future(asyncio.to_thread(understand.warm_up))
    web_app = application(
        adapter, turns, AuthPages(outside.identity, outside.pages, room, settings.public_url), warming_up
    )
    try:
        yield Bot(web_app, outside.identity, tools, lambda: idle(adapter, background))
    finally:
        await warming_up
        await adapter.drain(DRAIN_SECONDS)
        await background.drain(DRAIN_SECONDS)


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
    """The database, migrated; actions a crash cut off are settled as unknown. Raises `BadSettings` without one."""
    try:
        database = Database.open(settings.database_url.get_secret_value())
        await database.reach()
    except (ValueError, DatabaseUnreachable) as failed:
        raise BadSettings((f"{PREFIX}DATABASE_URL can't be used: {failed}",)) from None
    await database.migrate()
    trail, references = AuditTrail(Actions(database)), References(database)
    await trail.settle_what_a_crash_cut_off(clock.now())
    try:
        yield Stores(trail, OwnerRequests(database), references, Misunderstandings(database))
    finally:
        await references.close()
        await database.close()


async def idle(adapter: TeamsAdapter, background: Background) -> None:
    """Nothing is being answered, nor being finished in the background."""
    await adapter.idle()
    await background.idle()


def second_opinion(settings: Settings, http: aiohttp.ClientSession) -> SecondOpinion | None:
    """Another reader for messages the bot is unsure of, when one has been set up."""
    if settings.second_opinion_url is None or settings.second_opinion_key is None:
        return None
    key, model = settings.second_opinion_key.get_secret_value, settings.second_opinion_model
    return SecondOpinion(http, url=settings.second_opinion_url, key=key, model=model)


def adapter_of(settings: Settings, outside: Outside, turns: Turns) -> TeamsAdapter:
    """The way in for Teams, which refuses everybody else."""
    auth = InboundAuth(
        app_id=settings.app_id,
        tenants={settings.tenant_id},
        keys=SigningKeys(outside.http, settings.endpoints.bot_openid, reach=settings.endpoints.reach),
        connectors=ConnectorClients(outside.connector_http),
        service_hosts={"127.0.0.1"} if settings.sandbox else set(settings.service_hosts),
    )
    return TeamsAdapter(auth, turns.on_error)


def application(
    adapter: TeamsAdapter, turns: Turns, pages: AuthPages, warming_up: asyncio.Future[None]
) -> web.Application:
    """The addresses this process answers at; a message that comes too early waits until it can be understood."""

    async def messages(request: web.Request) -> web.Response:
        await asyncio.shield(warming_up)
        return await adapter.process(request, turns.on_turn)

    async def healthy(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app = web.Application()
    app.router.add_route("*", "/api/messages", messages)
    app.router.add_get("/healthz", healthy)
    app.router.add_routes(pages.routes())
    app.router.add_routes(about_pages.routes())
    return app
