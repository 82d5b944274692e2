"""Listings that come page by page: all of it is read, or it is said to be incomplete."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.graph.client import MOST_PAGES, GraphClient, Traffic
from bot.reading import INCOMPLETE, Ids, Plan, Reading, Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import Group, MembershipRuleStatus, Owners
from bot.readings.person import Account, RoleGroups
from tests.graph.client.stage import Stage, read, refused

ME, LEE, GROUP = "me-id", "lee-id", "group-id"
Answering = Callable[[str, str], tuple[int, Any]]
"""From a version ("v1.0") and an address below it to a status and a body."""


@asynccontextmanager
async def graph(
    answering: Answering, traffic: Traffic | None = None, together: asyncio.Barrier | None = None
) -> AsyncGenerator[GraphClient]:
    """A Graph that answers every part of a batch by itself; with `together`, batches only when they come together."""

    async def batch(request: web.Request) -> web.Response:
        if together:
            await asyncio.wait_for(together.wait(), 5)
        version = request.match_info["version"]
        parts: Sequence[Mapping[str, Any]] = orjson.loads(await request.read())["requests"]
        said = [(part["id"], *answering(version, part["url"])) for part in parts]
        return web.json_response({"responses": [{"id": i, "status": s, "body": b} for i, s, b in said]})

    app = web.Application()
    app.router.add_post("/{version}/$batch", batch)
    async with TestServer(app) as server, aiohttp.ClientSession() as http:
        yield GraphClient(http, str(server.make_url("")).rstrip("/"), token, traffic)


async def token() -> str:
    return "token"


def pages(*contents: Sequence[str], host: str = "https://graph.microsoft.com") -> Answering:
    """A listing in these pages, by the ids in them."""

    def answering(version: str, url: str) -> tuple[int, Any]:
        parts = urlsplit(url)
        page = int(parse_qs(parts.query).get("$skiptoken", ["0"])[0])
        more = {"@odata.nextLink": f"{host}/{version}{parts.path}?$skiptoken={page + 1}"}
        body = {"value": [{"id": id} for id in contents[page]]}
        return 200, body | (more if page + 1 < len(contents) else {})

    return answering


async def owners(answering: Answering, traffic: Traffic | None = None) -> object:
    async with graph(answering, traffic) as client:
        return (await read(client, (Owners,), GROUP, ME))[Owners]


def ids(got: object) -> list[str]:
    assert isinstance(got, Owners)
    return [each.id for each in got.value]


async def test_all_pages_are_one_listing() -> None:
    traffic = Traffic()
    assert ids(await owners(pages(["a", "b"], ["c"], ["d"]), traffic)) == ["a", "b", "c", "d"]
    assert traffic == Traffic(requests=3, round_trips=3, batch_parts=3)


async def test_an_empty_first_page_with_a_next_link_is_followed() -> None:
    assert ids(await owners(pages([], ["a"]))) == ["a"]
    assert ids(await owners(pages([], []))) == []


async def test_endless_pages_are_incomplete_and_nothing_follows_from_them() -> None:
    traffic = Traffic()
    got = await owners(pages(*[["x"]] * (MOST_PAGES + 2)), traffic)
    assert got == refused(Owners, 200, INCOMPLETE)
    assert traffic.requests == MOST_PAGES + 1


async def test_a_listing_that_just_fits_the_bound_is_whole() -> None:
    assert len(ids(await owners(pages(*[["x"]] * (MOST_PAGES + 1))))) == MOST_PAGES + 1


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_later_page_that_is_refused_makes_the_whole_incomplete(status: int) -> None:
    whole = pages(["a"], ["b"], ["c"])

    def answering(version: str, url: str) -> tuple[int, Any]:
        return (status, {"error": {"code": "no", "message": ""}}) if "skiptoken=1" in url else whole(version, url)

    assert await owners(answering) == refused(Owners, 200, INCOMPLETE)


@pytest.mark.parametrize("body", [None, [], "text", {"value": None, "@odata.nextLink": 7}])
async def test_a_later_page_that_is_no_page_makes_the_whole_incomplete_or_unexpected(body: object) -> None:
    first = pages(["a"], ["b"])

    def answering(version: str, url: str) -> tuple[int, Any]:
        return (200, body) if "skiptoken" in url else first(version, url)

    got = await owners(answering)
    assert isinstance(got, Unreadable)
    assert got.code in {INCOMPLETE, "UnexpectedAnswer"}


@pytest.mark.parametrize(
    "link", ["https://graph.microsoft.com/beta/groups?$skiptoken=1", "nonsense", "https://graph.microsoft.com/v1.0/"]
)
async def test_a_link_that_does_not_lead_on_is_not_followed(link: str) -> None:
    traffic = Traffic()
    got = await owners(lambda _version, _url: (200, {"value": [], "@odata.nextLink": link}), traffic)
    assert got == refused(Owners, 200, INCOMPLETE)
    assert traffic.requests == 1


async def test_the_token_goes_to_graph_alone_whatever_host_a_link_names() -> None:
    assert ids(await owners(pages(["a"], ["b"], host="https://elsewhere.example"))) == ["a", "b"]


async def test_listings_are_followed_side_by_side() -> None:
    traffic = Traffic()
    async with graph(pages(["a"], ["b"], [GROUP]), traffic) as client:
        readings = await read(client, (Owners, MyOwnedGroups), GROUP, ME)
    assert ids(readings[Owners]) == ["a", "b", GROUP]
    assert readings[MyOwnedGroups].includes(GROUP)
    assert traffic == Traffic(requests=3, round_trips=3, batch_parts=6)


async def test_an_owner_of_more_than_999_groups_still_owns_the_last_one() -> None:
    first, second = [f"group {n}" for n in range(999)], [f"group {n}" for n in range(999, 1998)]
    async with graph(pages(first, second, [GROUP])) as client:
        got = (await read(client, (MyOwnedGroups,), GROUP, ME))[MyOwnedGroups]
    assert isinstance(got, MyOwnedGroups)
    assert got.includes(GROUP)
    assert len(got.value) == 1999


async def test_what_two_plans_ask_of_one_address_is_asked_once() -> None:
    asked: list[str] = []

    def answering(_version: str, url: str) -> tuple[int, Any]:
        asked.append(url)
        return 200, {"value": [{"id": "a"}]}

    async with graph(answering) as client:
        same = Ids(GROUP, ME, ME)
        both = await client.read([Plan((Owners,), same), Plan((Owners,), Ids(GROUP, LEE, LEE))])
    assert both[0][Owners] == both[1][Owners]
    assert len(asked) == 1


async def test_what_is_known_is_not_asked() -> None:
    asked: list[str] = []

    def answering(_version: str, url: str) -> tuple[int, Any]:
        asked.append(url)
        return 200, {"value": []}

    traffic = Traffic()
    async with graph(answering, traffic) as client:
        readings = await read(client, (RoleGroups,), GROUP, ME)
        assert (readings[RoleGroups], asked, traffic) == (RoleGroups(value=()), [], Traffic())
        await read(client, (RoleGroups,), GROUP, ME, LEE)
    assert [url.partition("?")[0] for url in asked] == [f"/users/{LEE}/transitiveMemberOf/graph.group"]


async def test_both_versions_go_out_at_the_same_time() -> None:
    both = asyncio.Barrier(2)
    traffic = Traffic()
    async with graph(lambda _version, _url: (200, {"id": GROUP}), traffic, both) as client:
        readings = await read(client, (Group, MembershipRuleStatus), GROUP, ME)
    assert isinstance(readings[MembershipRuleStatus], MembershipRuleStatus)
    assert traffic == Traffic(requests=2, round_trips=1, batch_parts=2)


@pytest.mark.parametrize("reading", [Account])
async def test_a_gap_about_somebody_else_names_the_permission_that_takes(reading: type[Reading]) -> None:
    async with graph(lambda _version, _url: (403, {"error": {"code": "no", "message": ""}})) as client:
        mine = (await read(client, (reading,), GROUP, ME))[reading]
        theirs = (await read(client, (reading,), GROUP, ME, LEE))[reading]
    assert (mine.needs.name, theirs.needs.name) == (reading.scope, reading.scope_of_others)


async def test_contoso_gives_an_owner_of_many_groups_every_one_of_them(stage: Stage) -> None:
    """The sandbox pages as Graph does, its links with the bot's own `$top`."""
    me, world = stage.person("megan@contoso.com"), stage.sandbox.world
    pattern = stage.group("Sales")
    for number in range(1100):
        id = f"{number:08d}-0000-4000-8000-000000000000"
        world.groups[id] = {**pattern, "id": id, "displayName": f"Hold {number}"}
        world.owners[id] = [me]
    got = (await read(stage.client("megan@contoso.com"), (MyOwnedGroups,), GROUP, me))[MyOwnedGroups]
    assert isinstance(got, MyOwnedGroups)
    assert got.includes("00001099-0000-4000-8000-000000000000")
