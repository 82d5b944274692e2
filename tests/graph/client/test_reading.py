"""One wave of reads: what it costs, what each part's refusal becomes, and what brings the whole of it down."""

import asyncio
import socket
from time import perf_counter
from typing import Any, ClassVar, Literal

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.diagnose import plan
from bot.diagnoses import explaining
from bot.graph import client as client_module
from bot.graph.batch import pause, seconds
from bot.graph.client import GraphClient, Traffic
from bot.graph.entra_errors import ChallengeNeeded
from bot.graph.pages import Asked
from bot.model import Symptom
from bot.outgoing import outgoing
from bot.reading import GraphDown, Ids, Reading, Search, Unreadable
from bot.readings.group import Group, Owners, SyncBehavior, Team
from bot.readings.person import Account
from bot.sandbox.faults import Fault
from tests.graph.client.stage import HOST, Stage, read, refused
from tests.readings import question

SOREN = "soren@contoso.com"
LEE = "lee@contoso.com"


UNANSWERED: dict[str, Any] = {
    "nothing": {"responses": []},
    "another part": {"responses": [{"id": "1", "status": 200, "body": {"id": "x"}}]},
    "no status": {"responses": [{"id": "0", "body": {}}]},
    "an error": {"error": {"code": "x", "message": "y"}},
    "an empty object": {},
    "a list": [],
    "null": None,
}
"""Answers to a batch of one part."""


class AtBeta(Reading):
    """A group, read from the other version."""

    path = "/groups/{id}"
    scope = "GroupMember.Read.All"
    version: ClassVar[Literal["v1.0", "beta"]] = "beta"

    id: str
    display_name: str


async def test_everything_a_question_needs_takes_one_round_trip(stage: Stage) -> None:
    traffic, group = Traffic(), stage.group("Økonomi")
    wanted = plan(question(), explaining(Symptom.GROUP_EDIT))
    readings = await read(stage.client(SOREN, traffic), wanted, group["id"], stage.person(SOREN))
    assert set(readings) == set(wanted)
    assert isinstance(readings[Group], Group)
    ids = Ids(group["id"], stage.person(SOREN), stage.person(SOREN))
    addresses = {Asked.of(reading, ids) for reading in wanted if not reading.known(ids)}
    assert traffic == Traffic(requests=2, round_trips=1, batch_parts=len(addresses))
    assert len(stage.exchanges()) == 2


async def test_beta_is_asked_beside_the_other_version(stage: Stage) -> None:
    traffic, group = Traffic(), stage.group("Økonomi")
    readings = await read(stage.client(SOREN, traffic), (Group, AtBeta), group["id"], stage.person(SOREN))
    at_beta = readings[AtBeta]
    assert isinstance(at_beta, AtBeta)
    assert at_beta.display_name == "Økonomi"
    assert (traffic.requests, traffic.round_trips) == (2, 1)
    assert {exchange["url"] for exchange in stage.exchanges()} == {
        "https://graph.microsoft.com/v1.0/$batch",
        "https://graph.microsoft.com/beta/$batch",
    }


async def test_more_than_a_batch_holds_goes_out_in_two_at_the_same_time(stage: Stage) -> None:
    traffic = Traffic()
    answers = await stage.client(LEE, traffic).search([Search("/me?$select=id")] * 21)
    assert answers == [answers[0]] * 21
    assert traffic == Traffic(requests=2, round_trips=1, batch_parts=21)


async def test_only_the_throttled_part_is_asked_again_after_its_own_wait(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/*/owners", status=429, headers={"Retry-After": "0.2"}))
    traffic, group = Traffic(), stage.group("Sales")
    began = perf_counter()
    readings = await read(stage.client(LEE, traffic), (Group, Owners, Account), group["id"], stage.person(LEE))
    assert perf_counter() - began >= 0.2
    assert isinstance(readings[Owners], Owners)
    assert traffic == Traffic(requests=2, round_trips=2, batch_parts=4)
    again = stage.exchanges()[1]["body"]["requests"]
    assert [part["url"].partition("?")[0] for part in again] == [f"/groups/{group['id']}/owners"]


async def test_a_part_that_wants_too_long_a_wait_is_a_gap_and_holds_up_no_other(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/*/owners", status=429, headers={"Retry-After": "60"}))
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/me", status=503, headers={"Retry-After": "0.05"}))
    began = perf_counter()
    readings = await read(stage.client(LEE), (Owners, Account), stage.group("Sales")["id"], stage.person(LEE))
    assert perf_counter() - began < 2
    assert readings[Owners] == refused(Owners, 429, "TooManyRequests")
    assert isinstance(readings[Account], Account)


async def test_patience_is_for_the_whole_wave(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "PATIENCE", 0.6)
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/me", times=None, status=503, headers={"Retry-After": "0.1"}))
    traffic = Traffic()
    readings = await read(stage.client(LEE, traffic), (Account,), "x", stage.person(LEE))
    assert readings[Account] == refused(Account, 503, "ServiceUnavailable")
    assert traffic.requests == 3


@pytest.mark.parametrize("retry_after", ["0", "0.001", "-1"])
async def test_throttled_again_and_again_it_gives_up_and_makes_no_storm(stage: Stage, retry_after: str) -> None:
    fault = Fault(f"{HOST}/v1.0/me", times=None, status=429, headers={"Retry-After": retry_after})
    stage.sandbox.faults.add(fault)
    traffic, began = Traffic(), perf_counter()
    readings = await read(stage.client(LEE, traffic), (Account,), "x", stage.person(LEE))
    assert perf_counter() - began >= 4 * 0.25
    assert readings[Account] == refused(Account, 429, "TooManyRequests")
    assert traffic == Traffic(requests=5, round_trips=5, batch_parts=5)


@pytest.mark.parametrize(("said", "wait"), [(None, 1.0), ("", 1.0), ("soon", 1.0), ("nan", 1.0), ("0", 0.25), ("3", 3)])
def test_no_wait_is_a_wait_too_and_only_silence_is_not_said(said: str | None, wait: float) -> None:
    assert pause(seconds(said)) == wait


async def test_what_graph_refuses_comes_back_with_its_status_and_code(stage: Stage) -> None:
    without = ("User.Read", "GroupMember.Read.All")
    graph = stage.client(LEE, scopes=without)
    readings = await read(graph, (Group, SyncBehavior, Team), stage.group("VPN Users")["id"], stage.person(LEE))
    assert isinstance(readings[Group], Group)
    refused = readings[SyncBehavior]
    assert isinstance(refused, Unreadable)
    assert (refused.status, refused.code) == (403, "Authorization_RequestDenied")
    assert isinstance(readings[Team], Unreadable)


async def test_what_is_not_there_is_a_404(stage: Stage) -> None:
    readings = await read(stage.client(LEE), (Group,), "00000000-0000-4000-8000-000000000000", stage.person(LEE))
    assert readings[Group] == refused(Group, 404, "Request_ResourceNotFound")


async def test_an_answer_that_is_no_such_thing_counts_as_not_read(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/me", malformed=True))
    readings = await read(stage.client(LEE), (Account,), "x", stage.person(LEE))
    assert readings[Account] == refused(Account, 200, "UnexpectedAnswer")


async def test_a_stronger_sign_in_is_asked_for_with_graphs_own_claims(stage: Stage) -> None:
    stage.sandbox.challenged.add(stage.person(LEE))
    with pytest.raises(ChallengeNeeded) as challenge:
        await read(stage.client(LEE), (Account,), "x", stage.person(LEE))
    assert challenge.value.claims == '{"access_token": {"acrs": {"essential": true, "value": "c1"}}}'


async def test_a_token_that_is_not_good_brings_no_claims(stage: Stage) -> None:
    async def rubbish() -> str:
        return "rubbish"

    graph = GraphClient(stage.http, stage.sandbox.address("https://graph.microsoft.com"), rubbish)
    with pytest.raises(ChallengeNeeded) as challenge:
        await read(graph, (Account,), "x", "x")
    assert challenge.value.claims is None


@pytest.mark.parametrize(
    "fault",
    [
        Fault(f"{HOST}/v1.0/$batch", drop=True),
        Fault(f"{HOST}/v1.0/$batch", malformed=True),
        Fault(f"{HOST}/v1.0/$batch", status=500),
        Fault(f"{HOST}/v1.0/$batch", status=400, code="BadRequest"),
    ],
    ids=["dropped", "cut in half", "500", "400"],
)
async def test_an_answer_that_is_none_brings_the_wave_down(stage: Stage, fault: Fault) -> None:
    stage.sandbox.faults.add(fault)
    with pytest.raises(GraphDown) as down:
        await read(stage.client(LEE), (Account,), "x", stage.person(LEE))
    assert down.value.retry_after is None


async def test_graph_may_say_when_it_will_be_back(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/$batch", status=503, headers={"Retry-After": "7"}))
    with pytest.raises(GraphDown) as down:
        await read(stage.client(LEE), (Account,), "x", stage.person(LEE))
    assert down.value.retry_after == 7


async def test_one_version_down_brings_the_wave_down(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/beta/$batch", drop=True))
    with pytest.raises(GraphDown):
        await read(stage.client(SOREN), (Group, AtBeta), stage.group("Økonomi")["id"], stage.person(SOREN))


async def test_no_answer_in_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "READ_TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/$batch", latency_seconds=0.5))
    with pytest.raises(GraphDown):
        await read(stage.client(LEE), (Account,), "x", stage.person(LEE))


async def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        async with outgoing() as http:
            graph = GraphClient(http, f"http://127.0.0.1:{free.getsockname()[1]}", _token)
            with pytest.raises(GraphDown):
                await graph.search([Search("/me")])


@pytest.mark.parametrize("what", UNANSWERED)
async def test_a_batch_that_leaves_a_part_unanswered_brings_the_wave_down(what: str) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response(UNANSWERED[what])

    app = web.Application()
    app.router.add_post("/v1.0/$batch", answer)
    async with TestServer(app) as server, outgoing() as http:
        with pytest.raises(GraphDown):
            await GraphClient(http, str(server.make_url("")).rstrip("/"), _token).search([Search("/me")])


async def test_a_search_gives_lists_single_objects_nothing_and_refusals(stage: Stage) -> None:
    sales = stage.group("Sales")["id"]
    one, several, none, refused = await stage.client(LEE).search(
        [
            Search(f"/groups/{sales}?$select=id"),
            Search("/groups?$select=id&$top=2"),
            Search("/groups/00000000-0000-4000-8000-000000000000"),
            Search("/groups?$filter=nonsense"),
        ]
    )
    assert isinstance(one, list)
    assert one[0]["id"] == sales
    assert isinstance(several, list)
    assert len(several) == 2
    assert (none, refused) == ([], 400)


async def test_readers_do_not_wait_for_each_other(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/$batch", times=5, latency_seconds=0.2))
    graph, me = stage.client(LEE), stage.person(LEE)
    began = perf_counter()
    await asyncio.gather(*(read(graph, (Account,), "x", me) for _ in range(5)))
    assert perf_counter() - began < 0.8


async def _token() -> str:
    return "token"
