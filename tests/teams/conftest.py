"""The parts of a small Bot Framework on loopback, and the bot in front of it."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.outgoing import outgoing
from bot.sandbox.issuer import Issuer
from bot.teams.connector.client import Connector
from bot.teams.connector.for_botbuilder import ConnectorClients
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.token import ConnectorToken
from bot.teams.door.adapter import TeamsAdapter
from bot.teams.door.auth import InboundAuth
from bot.teams.door.signing_keys import SigningKeys
from tests.teams.bot_framework import (
    APP_ID,
    OUTBOUND_TOKEN,
    TENANT,
    Clock,
    FakeConnector,
    Pauses,
    Rig,
    TokenService,
    apologise,
)


@pytest.fixture(scope="session")
def issuer() -> Issuer:
    made = Issuer(endorsements=("msteams",))
    made.jwks()
    return made


@pytest.fixture(scope="session")
def plain_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="session")
def stranger_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with outgoing(aiohttp.TCPConnector(limit=0)) as opened:
        yield opened


@pytest.fixture
async def tokens(issuer: Issuer, plain_key: rsa.RSAPrivateKey) -> AsyncIterator[TokenService]:
    service = TokenService(issuer, plain_key)
    async with TestServer(service.app()) as server:
        service.url = str(server.make_url("/metadata"))
        yield service


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    fake = FakeConnector()
    async with TestServer(fake.app()) as server:
        fake.url = str(server.make_url("/emea/"))
        yield fake


@pytest.fixture
async def rig(
    tokens: TokenService, connector: FakeConnector, session: aiohttp.ClientSession, clock: Clock
) -> AsyncIterator[Rig]:
    async def acquire() -> tuple[str, int]:
        made.acquired += 1
        await asyncio.sleep(0.01)
        return OUTBOUND_TOKEN, 3600

    http = ConnectorHttp(session, ConnectorToken(acquire, clock))
    keys = SigningKeys(session, tokens.url, clock)
    connectors = ConnectorClients(http)
    auth = InboundAuth(app_id=APP_ID, tenants={TENANT}, keys=keys, connectors=connectors)
    adapter = TeamsAdapter(auth, apologise, clock=clock)
    made = Rig(tokens, connector, clock, session, adapter, auth, keys, connectors)
    app = web.Application()
    app.router.add_route("*", "/api/messages", made.handle)
    async with TestServer(app) as server:
        made.url = str(server.make_url("/api/messages"))
        yield made
        await made.adapter.drain(1)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def teams(connector: FakeConnector, session: aiohttp.ClientSession, pauses: Pauses) -> Connector:
    async def acquire() -> tuple[str, int]:
        return OUTBOUND_TOKEN, 3600

    return Connector(ConnectorHttp(session, ConnectorToken(acquire), pauses), connector.url)
