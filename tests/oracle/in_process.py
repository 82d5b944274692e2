"""A company's Graph without HTTP between: the bot's own planning and reading, the sandbox's own answers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import orjson

from bot.graph.batch import Answer
from bot.graph.client import GraphClient
from bot.graph.pages import Asked as Get
from bot.ports import Hits
from bot.reading import Ids, Plan, Reading, Readings, Search, Unreadable
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.graph.call import Server
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.dispatch import Asked, serve
from bot.sandbox.graph.search_index import SearchIndex
from bot.sandbox.issuer import Issuer
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import World
from bot.steps import Write, WriteResult

JSON = {"content-type": "application/json"}
ADVANCED = {"consistencylevel": "eventual"}


def server_of(world: World, issuer: Issuer) -> Server:
    """The server of a company, whose tokens nobody checks here."""
    return Server(world, issuer, AppRegistration("00000000-0000-0000-0000-000000000000", ""), SearchIndex(world))


def asked(method: str, version: str, url: str, body: Any = None, headers: dict[str, str] | None = None) -> Asked:
    """A request as the sandbox takes it: `url` below the version, starting with a slash."""
    parts = urlsplit(url)
    return Asked(
        method=method,
        version=version,
        path=unquote(parts.path).strip("/"),
        params=dict(parse_qsl(parts.query, keep_blank_values=True)),
        headers={**JSON, **(headers or {})},
        body=b"" if body is None else orjson.dumps(body),
        base_url="https://graph.microsoft.com",
    )


Asking = tuple[type[Reading], Ids]
"""What is read about whom."""


def asking(reading: type[Reading], ids: Ids) -> Asking:
    """A reading by what it depends on: who else a question names matters to few."""
    return reading, ids if "{other}" in reading.path + reading.query else replace(ids, other="")


class InProcess(GraphClient):
    """A `bot.ports.Graph` as one person; `seen` keeps answers that can't differ while nothing is written."""

    def __init__(self, server: Server, caller: Caller) -> None:
        self.server = server
        self.caller = caller
        self.seen: dict[Get, Answer] = {}
        self.read_already: dict[Asking, Reading | Unreadable] = {}

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        """As Graph is read, but what two questions have in common is asked for and understood once."""
        wanted = [{reading: asking(reading, plan.ids) for reading in plan.wanted} for plan in plans]
        new = [
            Plan(tuple(reading for reading in plan.wanted if asked[reading] not in self.read_already), plan.ids)
            for plan, asked in zip(plans, wanted, strict=True)
        ]
        if any(plan.wanted for plan in new):
            for plan, got in zip(new, await super().read(new), strict=True):
                self.read_already |= {asking(reading, plan.ids): each for reading, each in got.items()}
        return [{reading: self.read_already[asked] for reading, asked in each.items()} for each in wanted]

    async def _one_wave(self, asked: Sequence[Get]) -> dict[Get, Answer]:
        return {each: self.answer(each) for each in asked}

    def answer(self, get: Get) -> Answer:
        """One request, answered once."""
        if get not in self.seen:
            self.seen[get] = self.got(get)
        return self.seen[get]

    def got(self, get: Get) -> Answer:
        """One request, answered as a part of a batch would be."""
        method, headers = "POST" if get.body else "GET", ADVANCED if get.eventual else None
        request = asked(method, get.version, get.url, dict(get.body) or None, headers)
        try:
            reply = serve(self.server, self.caller, request)
        except GraphError as refused:
            return Answer(id="", status=refused.status, body={"error": {"code": refused.code, "message": str(refused)}})
        return Answer(id="", status=reply.status, body=reply.body)

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        """A verdict doesn't search."""
        raise AssertionError("a verdict doesn't search")

    async def write(self, change: Write) -> WriteResult:
        """A verdict doesn't write."""
        raise AssertionError("a verdict doesn't write")
