from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.sandbox.server import Issuers, Sandbox
from tests.sandbox.scripted_bot import ScriptedBot
from tests.sandbox.small_company import small_company


@pytest.fixture(scope="session")
def issuers() -> Issuers:
    """Keys for the whole run: making them takes longer than most tests."""
    return Issuers()


@pytest.fixture
async def sandbox(issuers: Issuers) -> AsyncIterator[Sandbox]:
    async with Sandbox(small_company(), issuers=issuers) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def bot(sandbox: Sandbox, http: ClientSession) -> AsyncIterator[ScriptedBot]:
    async with ScriptedBot(sandbox, http) as running:
        sandbox.connect_bot(f"{running.url}/api/messages")
        yield running
