"""Every call out, against servers that send it elsewhere or never end: no stranger hears of it, nobody is told lies."""

import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import time
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.endpoints import Endpoints
from bot.graph.app_token import app_token
from bot.graph.client import GraphClient
from bot.graph.entra_client import EntraClient
from bot.graph.entra_errors import EntraUnavailable
from bot.graph.entra_keys import EntraKeys
from bot.outgoing import ANSWER_BYTES, AnswerTooBig, outgoing
from bot.preflight.observations import Silent
from bot.preflight.probe import probe
from bot.reading import GraphDown, Search
from bot.second_opinion import SecondOpinion
from bot.steps import Lost, Write
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorUnreachable
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.token import ConnectorToken
from bot.teams.door.signing_keys import SigningKeys
from tests.graph.tokens.conftest import APP, TENANT

REDIRECTS = (301, 302, 303, 307, 308)


@dataclass
class Place:
    """A server that answers everything in one way, and remembers who came."""

    answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
    url: str = ""
    asked: list[str] = field(default_factory=list[str])

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.method)
        await request.read()
        return await self.answer(request)


async def welcome(_: web.Request) -> web.Response:
    return web.json_response({"keys": [], "jwks_uri": "https://stranger.example", "access_token": "x"})


@asynccontextmanager
async def served(place: Place) -> AsyncGenerator[Place]:
    """The place on loopback."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", place.handle)
    async with TestServer(app) as server:
        place.url = str(server.make_url("")).rstrip("/")
        yield place


@pytest.fixture
async def stranger() -> AsyncIterator[Place]:
    async with served(Place(welcome)) as server:
        yield server


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with outgoing() as session:
        yield session


async def token() -> str:
    return "a-persons-token"


async def bots_token() -> tuple[str, float]:
    return "the-bots-token", 3600.0


async def entra_gives_a_token(url: str, _: aiohttp.ClientSession) -> object:
    client = EntraClient(app_id=APP, tenant=TENANT, credential="hush", endpoints=Endpoints.sandbox(url), workers=1)
    try:
        return await app_token(client)
    finally:
        client.close()


def connector(url: str, http: aiohttp.ClientSession) -> Connector:
    return Connector(ConnectorHttp(http, ConnectorToken(bots_token)), url)


def opinion(url: str, http: aiohttp.ClientSession) -> SecondOpinion:
    return SecondOpinion(http, url=url, key=lambda: "hush", model="m")


Call = Callable[[str, aiohttp.ClientSession], Awaitable[Any]]
CALLS: dict[str, tuple[Call, object]] = {
    "a reading": (lambda url, http: GraphClient(http, url, token).search([Search("/me")]), GraphDown),
    "a change": (lambda url, http: GraphClient(http, url, token).write(Write("PATCH", "/groups/1", {"a": 1})), Lost()),
    "a message": (lambda url, http: connector(url, http).send("a:1", {"type": "message"}), ConnectorUnreachable),
    "a card replaced": (lambda url, http: connector(url, http).update("a:1", "1", {}), ConnectorUnreachable),
    "a team": (lambda url, http: connector(url, http).team("19:x"), ConnectorUnreachable),
    "the channel's keys": (lambda url, http: SigningKeys(http, f"{url}/metadata").find("kid"), None),
    "Entra's keys": (
        lambda url, http: EntraKeys(http, tenant=TENANT, endpoints=Endpoints.sandbox(url), now=time).key("kid"),
        EntraUnavailable,
    ),
    "the bot's token": (entra_gives_a_token, EntraUnavailable),
    "a second opinion": (lambda url, http: opinion(url, http).ask("why?"), None),
    "a probe": (lambda url, http: probe(http, url, now=time), Silent("it sends elsewhere")),
}


async def outcome(call: Call, url: str, http: aiohttp.ClientSession) -> object:
    try:
        return await call(url, http)
    except Exception as failure:
        return type(failure)


@pytest.mark.parametrize("status", REDIRECTS)
@pytest.mark.parametrize("name", CALLS)
async def test_nothing_reaches_a_stranger(stranger: Place, http: aiohttp.ClientSession, name: str, status: int) -> None:
    async def elsewhere(_: web.Request) -> web.Response:
        return web.json_response({}, status=status, headers={"Location": f"{stranger.url}/here"})

    call, expected = CALLS[name]
    async with served(Place(elsewhere)) as place:
        assert await outcome(call, place.url, http) == expected
        assert len(place.asked) == 1, "and it isn't asked again"
    assert stranger.asked == []


@pytest.mark.parametrize("name", CALLS)
async def test_an_answer_without_end_is_not_read_to_its_end(http: aiohttp.ClientSession, name: str) -> None:
    pieces = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal pieces
        answer = web.StreamResponse(headers={"Content-Type": "application/json"})
        await answer.prepare(request)
        piece = b'{"value":"' + b"x" * 262_144
        while pieces < 4 * ANSWER_BYTES // len(piece):
            try:
                await answer.write(piece)
            except ConnectionError:
                break
            pieces += 1
        return answer

    call, expected = CALLS[name]
    async with served(Place(endless)) as place:
        answered = await outcome(call, place.url, http)
        assert answered == (Silent("the answer has no end") if name == "a probe" else expected)
        assert len(place.asked) == 1
    assert pieces * 262_144 < 2 * ANSWER_BYTES


async def test_cookies_of_one_person_are_not_kept_for_the_next(http: aiohttp.ClientSession) -> None:
    seen: list[str | None] = []

    async def bakes(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Cookie"))
        return web.json_response({"responses": []}, headers={"Set-Cookie": "person=ada; Path=/"})

    async with served(Place(bakes)) as place:
        for _ in range(2):
            await outcome(CALLS["a reading"][0], place.url, http)
    assert seen == [None, None]


@pytest.mark.parametrize("compressed", [False, True])
async def test_an_answer_that_says_its_size_is_refused_by_it_and_one_that_unfolds_by_what_it_becomes(
    http: aiohttp.ClientSession, compressed: bool
) -> None:
    body = b"x" * (ANSWER_BYTES + 1)
    sent = zlib.compress(body) if compressed else body
    headers = {"Content-Encoding": "deflate"} if compressed else {}

    async def big(_: web.Request) -> web.Response:
        return web.Response(body=sent, headers=headers)

    async with served(Place(big)) as place, http.get(place.url) as answer:
        with pytest.raises(AnswerTooBig):
            await answer.read()
