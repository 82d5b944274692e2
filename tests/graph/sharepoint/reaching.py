"""Contoso's SharePoint as one person, with tokens that are written down."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import time

from bot.endpoints import GRAPH, Endpoints
from bot.graph.client import Traffic
from bot.graph.sharepoint.client import GraphAndSharePoint, Way
from bot.graph.sharepoint.hosts import Hosts
from bot.reading import Ids, Plan, Reading, Readings
from tests.graph.client.stage import Stage, darkroom

HOST = "contoso.sharepoint.com"
TokenFor = Callable[[str], Awaitable[str]]


@dataclass
class Reaching:
    """One person's way to both audiences; `asked` are the permissions SharePoint's tokens were asked for with."""

    stage: Stage
    person: str
    hosts: Hosts = field(default_factory=lambda: Hosts(time))
    asked: list[str] = field(default_factory=list[str])
    traffic: Traffic = field(default_factory=Traffic)
    scopes: tuple[str, ...] = ("User.Read.All",)
    reached: list[str] = field(default_factory=list[str])
    refuses: Exception | None = None

    async def read(self, *wanted: type[Reading], about: str = "", account: str = "") -> Readings:
        """What one plan gives, of the person or of somebody else."""
        me = self.stage.person(self.person)
        ids = Ids(self.stage.person(about or self.person), me, me, "", account)
        (readings,) = await self.client().read([Plan(wanted, ids)])
        return readings

    def client(self) -> GraphAndSharePoint:
        graph_token = self.stage.token(self.person)

        async def give() -> str:
            return graph_token

        way = Way(self.stage.sandbox.world.tenant, self.hosts, self._reach, self._token_for, darkroom())
        return GraphAndSharePoint(self.stage.http, self.stage.sandbox.address(GRAPH), give, way, self.traffic)

    def _reach(self, url: str) -> str:
        self.reached.append(url)
        return Endpoints.sandbox(self.stage.sandbox.url).reach(url)

    async def _token_for(self, scope: str) -> str:
        self.asked.append(scope)
        if self.refuses:
            raise self.refuses
        host, _, _name = scope.removeprefix("https://").partition("/")
        return self.stage.sandbox.entra.sharepoint_token(self.stage.person(self.person), self.scopes, host)
