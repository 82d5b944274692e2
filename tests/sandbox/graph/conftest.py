"""The stage: the small company's Graph, served on loopback."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.sandbox.company import Company
from bot.sandbox.entra.registration import register
from bot.sandbox.faults import Faults
from bot.sandbox.graph.app import graph_app
from bot.sandbox.graph.traffic_log import traffic_log
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import World, awaken
from tests.sandbox.graph.company_on_stage import company
from tests.sandbox.graph.graph_client import Graph


@pytest.fixture(scope="session")
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture(scope="session")
def asleep() -> Company:
    return company()


@pytest.fixture
def world(asleep: Company) -> World:
    return awaken(asleep)


@pytest.fixture
def traffic() -> list[str]:
    return []


@pytest.fixture
def faults(world: World) -> Faults:
    return Faults(world.clock.now)


@pytest.fixture
async def graph(world: World, issuer: Issuer, traffic: list[str], faults: Faults) -> AsyncIterator[Graph]:
    app = graph_app(world, issuer, register(), faults, [traffic_log(traffic.append)])
    root = web.Application(client_max_size=8 * 1024 * 1024)
    root.add_subapp("/graph.microsoft.com", app)
    async with TestServer(root) as server, ClientSession() as session:
        yield Graph(session, str(server.make_url("/graph.microsoft.com")), issuer, world, app)
