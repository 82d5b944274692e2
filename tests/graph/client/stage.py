"""Contoso's Graph on loopback without a bot, and the bot's own client in front of it."""

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from time import time
from typing import Any

import aiohttp
import orjson

from bot.endpoints import GRAPH, Endpoints
from bot.graph.client import GraphClient, Traffic
from bot.graph.sharepoint.client import GraphAndSharePoint, Way
from bot.graph.sharepoint.hosts import Hosts
from bot.outgoing import outgoing
from bot.pictures.darkroom import Darkroom
from bot.reading import Ids, Plan, Reading, Readings, Unreadable
from bot.sandbox.server import Issuers, Sandbox
from bot.sandbox.world import Wire
from bot.scopes import Scope
from tests.company import company
from tests.scopes import graph_permissions

HOST = "graph.microsoft.com"


@cache
def darkroom() -> Darkroom:
    """One for the whole run: its threads begin with the first picture."""
    return Darkroom()


@cache
def issuers() -> Issuers:
    """Keys for the whole run: making them takes longer than most tests."""
    return Issuers()


@dataclass(frozen=True)
class Stage:
    """A running Contoso, and a way into its Graph as anybody."""

    sandbox: Sandbox
    http: aiohttp.ClientSession
    hosts: Hosts = field(default_factory=lambda: Hosts(time))

    def token(self, person: str, scopes: Iterable[str] | None = None) -> str:
        """A Graph token of the person (user principal name); with every permission the bot declares by default."""
        return self.sandbox.entra.graph_token(self.person(person), graph_permissions() if scopes is None else scopes)

    def client(self, person: str, traffic: Traffic | None = None, scopes: Iterable[str] | None = None) -> GraphClient:
        """Graph and SharePoint as the person."""
        token = self.token(person, scopes)

        async def give() -> str:
            return token

        async def token_for(scope: str) -> str:
            host, _, name = scope.removeprefix("https://").partition("/")
            return self.sandbox.entra.sharepoint_token(self.person(person), [name], host)

        way = Way(
            self.sandbox.world.tenant, self.hosts, Endpoints.sandbox(self.sandbox.url).reach, token_for, darkroom()
        )
        return GraphAndSharePoint(self.http, self.sandbox.address(GRAPH), give, way, traffic)

    def person(self, name: str) -> str:
        """A person's object id."""
        found = self.sandbox.world.user(name)
        assert found
        return str(found["id"])

    def group(self, name: str) -> Wire:
        """A group by its display name, alive or deleted."""
        world = self.sandbox.world
        return next(g for g in (*world.groups.values(), *world.deleted_groups.values()) if g["displayName"] == name)

    def exchanges(self, method: str | None = None) -> list[dict[str, Any]]:
        """What was said to Graph, in order."""
        said = [orjson.loads(line) for line in self.sandbox.traffic]
        return [exchange for exchange in said if method in {None, exchange["method"]}]


async def read(
    graph: GraphClient, wanted: Iterable[type[Reading]], subject: str, me: str, person: str = ""
) -> Readings:
    """What one plan gives; asked by `me`, for `person` when that is somebody else."""
    (readings,) = await graph.read([Plan(tuple(wanted), Ids(subject, me, person or me))])
    return readings


def refused(reading: type[Reading], status: int, code: str) -> Unreadable:
    """What Graph would not give to somebody who asks for themselves."""
    return Unreadable(reading, status, code, Scope(reading.audience, reading.scope))


@asynccontextmanager
async def contoso_graph() -> AsyncGenerator[Stage]:
    """Contoso, awake, nothing changed yet."""
    async with Sandbox(company(), issuers=issuers()) as sandbox, outgoing() as http:
        yield Stage(sandbox, http)
