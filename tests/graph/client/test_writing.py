"""One change: what became of it, and that it is never made twice."""

import asyncio
import socket
from time import perf_counter

import aiohttp
import pytest

from bot.graph import client as client_module
from bot.graph.client import GraphClient, Traffic
from bot.graph.entra_errors import ChallengeNeeded
from bot.outgoing import outgoing
from bot.readings.person import Account
from bot.remedies.add_owner import AddOwner
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedies.restore_group import RestoreGroup
from bot.remedies.unarchive_team import UnarchiveTeam
from bot.remedy import Remedy
from bot.sandbox.faults import Fault
from bot.steps import Accepted, Lost, Refused, Write
from tests.graph.client.stage import HOST, Stage, read

SOREN = "soren@contoso.com"
LEE = "lee@contoso.com"
MEGAN = "megan@contoso.com"


def first_step(remedy: Remedy) -> Write:
    step = remedy.steps()[0]
    assert isinstance(step, Write)
    return step


def moved(stage: Stage) -> Write:
    group = stage.group("Økonomi")
    return first_step(MoveGroupToCloud(group_id=group["id"], group_name="Økonomi"))


def archived(stage: Stage) -> str:
    return next(id for id, team in stage.sandbox.world.teams.items() if team["isArchived"])


async def test_graph_says_204(stage: Stage) -> None:
    assert await stage.client(SOREN).write(moved(stage)) == Accepted(204)
    assert stage.group("Økonomi")["id"] in stage.sandbox.world.cloud_managed


async def test_graph_says_200(stage: Stage) -> None:
    deleted = stage.group("Projekt Syd")["id"]
    restore = first_step(RestoreGroup(group_id=deleted, group_name="Projekt Syd"))
    assert await stage.client(MEGAN).write(restore) == Accepted(200)


async def test_teams_says_202(stage: Stage) -> None:
    opened = first_step(UnarchiveTeam(group_id=archived(stage), group_name="x"))
    assert await stage.client(MEGAN).write(opened) == Accepted(202)


async def test_graph_says_no_and_why(stage: Stage) -> None:
    traffic = Traffic()
    refused = await stage.client(LEE, traffic).write(moved(stage))
    assert isinstance(refused, Refused)
    assert (refused.status, refused.code) == (403, "Authorization_RequestDenied")
    assert refused.message.startswith("Insufficient privileges")
    assert traffic == Traffic(requests=1, round_trips=1)


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_gateway_does_not_know_what_happened_behind_it(stage: Stage, status: int) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", status=status, after=True))
    assert await stage.client(SOREN).write(moved(stage)) == Lost()
    assert len(stage.exchanges("PATCH")) == 1


async def test_a_lost_answer_is_never_followed_by_a_second_try(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", drop=True, after=True))
    assert await stage.client(SOREN).write(moved(stage)) == Lost()
    assert stage.group("Økonomi")["id"] in stage.sandbox.world.cloud_managed
    assert len(stage.exchanges("PATCH")) == 1


async def test_not_even_a_delete_is_sent_twice(stage: Stage) -> None:
    """Aiohttp repeats what it takes for harmless, a DELETE among it, when the connection drops."""
    graph, me = stage.client(MEGAN), stage.person(MEGAN)
    await read(graph, (Account,), "x", me)  # opens the connection that is going to drop
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="DELETE", drop=True))
    owner = stage.person("adele@contoso.com")
    sales = stage.group("Sales")["id"]
    remove = first_step(AddOwner(group_id=sales, group_name="", user_id=owner, user_name="", remove=True))
    assert await graph.write(remove) == Lost()
    assert len(stage.exchanges("DELETE")) == 1


async def test_no_answer_in_time_is_a_lost_answer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "WRITE_TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", latency_seconds=0.4))
    assert await stage.client(SOREN).write(moved(stage)) == Lost()


@pytest.mark.parametrize("status", [429, 503])
async def test_a_change_that_was_turned_away_at_the_door_is_tried_again(stage: Stage, status: int) -> None:
    stage.sandbox.faults.add(
        Fault(f"{HOST}/v1.0/groups/**", method="PATCH", status=status, headers={"Retry-After": "0.1"})
    )
    began = perf_counter()
    assert await stage.client(SOREN).write(moved(stage)) == Accepted(204)
    assert perf_counter() - began >= 0.1
    assert [exchange["status"] for exchange in stage.exchanges("PATCH")] == [status, 204]


async def test_a_change_turned_away_again_and_again_is_tried_five_times(stage: Stage) -> None:
    stage.sandbox.faults.add(
        Fault(f"{HOST}/v1.0/groups/**", method="PATCH", times=None, status=429, headers={"Retry-After": "0.02"})
    )
    refused = await stage.client(SOREN).write(moved(stage))
    assert isinstance(refused, Refused)
    assert [exchange["status"] for exchange in stage.exchanges("PATCH")] == [429] * 5


async def test_but_nobody_waits_a_minute(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", status=429, headers={"Retry-After": "60"}))
    refused = await stage.client(SOREN).write(moved(stage))
    assert isinstance(refused, Refused)
    assert (refused.status, refused.code) == (429, "TooManyRequests")
    assert len(stage.exchanges("PATCH")) == 1


async def test_a_stronger_sign_in_is_asked_for(stage: Stage) -> None:
    stage.sandbox.challenged.add(stage.person(SOREN))
    with pytest.raises(ChallengeNeeded) as challenge:
        await stage.client(SOREN).write(moved(stage))
    assert challenge.value.claims
    assert not stage.sandbox.world.cloud_managed & {stage.group("Økonomi")["id"]}


async def test_nobody_listens_so_nothing_was_sent() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert await _write_to(free.getsockname()[1]) == Refused(0, "NotSent", "")


async def test_never_getting_through_is_not_a_lost_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "WRITE_TIMEOUT", aiohttp.ClientTimeout(total=5, sock_connect=0.2))
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        port: int = deaf.getsockname()[1]
        callers = [socket.socket() for _ in range(3)]
        for caller in callers:  # fill the queue, so that the next one is not let in
            caller.settimeout(0)
            caller.connect_ex(("127.0.0.1", port))
        await asyncio.sleep(0.05)
        assert await _write_to(port) == Refused(0, "NotSent", "")
        for caller in callers:
            caller.close()


async def _write_to(port: int) -> object:
    async with outgoing() as http:
        change = Write("PATCH", "/groups/x", {"displayName": "x"})
        return await GraphClient(http, f"http://127.0.0.1:{port}", _token).write(change)


async def _token() -> str:
    return "token"
