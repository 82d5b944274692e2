"""Carrying a remedy out: recorded before and after, never twice, and the outcome never better than what is seen."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.endpoints import GRAPH
from bot.graph.client import GraphClient
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded
from bot.model import Subject, SubjectKind
from bot.ports import PressedBefore
from bot.reading import GraphDown
from bot.remediate import NothingToDo, remediate
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.remedies.restore_group import RestoreGroup
from bot.remedy import Outcome
from bot.sandbox.faults import Fault
from bot.scopes import Scope
from bot.steps import Refused, Write, WriteResult
from tests.graph.client.stage import HOST, Stage, contoso_graph
from tests.remedies.carrying_out import (
    LEE,
    MEGAN,
    SOREN,
    SYNCED,
    After,
    Notes,
    action,
    is_in_the_cloud,
    move,
    own,
    patient_graph,
    performed,
    world,
)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with contoso_graph() as running:
        yield running


async def test_done_is_what_has_been_seen(stage: Stage) -> None:
    seen_at_begin: list[bool] = []
    notes = Notes(lambda: seen_at_begin.append(is_in_the_cloud(stage)))
    done = await performed(stage, move(stage), notes, patient_graph(stage))
    assert done.outcome is Outcome.DONE
    assert "group_managed_on_premises" not in done.report.findings
    assert (seen_at_begin, is_in_the_cloud(stage)) == ([False], True)
    assert (done.refused, notes.settled[0][1:]) == (None, (None, None))


async def test_the_record_says_who_did_what_to_what(stage: Stage) -> None:
    notes = Notes()
    act = move(stage)
    await performed(stage, act, notes)
    (intent,) = notes.begun
    assert (intent.person, intent.conversation, intent.nonce) == (act.person, "chat", "n" * 22)
    assert (intent.diagnosis, intent.remedy.id()) == ("group_managed_on_premises", "move_group_to_cloud")
    assert intent.subject == Subject(SubjectKind.GROUP, stage.group(SYNCED)["id"], SYNCED)
    assert intent.undo_of is None


async def test_accepted_is_what_does_not_show_yet(stage: Stage) -> None:
    done = await performed(stage, move(stage), Notes())
    assert done.outcome is Outcome.ACCEPTED  # a group on its way refuses changes for a minute or two
    assert done.report.findings["group_managed_on_premises"].probable
    assert is_in_the_cloud(stage)


async def test_so_is_a_way_back_that_waits_for_the_next_sync(stage: Stage) -> None:
    await performed(stage, move(stage), Notes(), patient_graph(stage))
    back = MoveGroupToCloud(group_id=stage.group(SYNCED)["id"], group_name="", cloud=False)
    act = action(stage, SOREN, back, "group_managed_on_premises", SYNCED, undo_of="action-0")
    done = await performed(stage, act, Notes())
    assert done.outcome is Outcome.ACCEPTED  # Active Directory takes over at the next sync
    assert "group_rollback_pending" in done.report.findings


async def test_refused_is_what_graph_says(stage: Stage) -> None:
    notes = Notes()
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", status=403))
    done = await performed(stage, move(stage), notes)
    assert done.outcome is Outcome.REFUSED
    assert done.refused is not None
    assert notes.settled == [(Outcome.REFUSED, 403, "Authorization_RequestDenied")]


async def test_a_button_of_somebody_who_may_not_press_it_does_nothing(stage: Stage) -> None:
    notes = Notes()
    nothing = await remediate(move(stage, LEE), world(stage, stage.client(LEE), notes))
    assert isinstance(nothing, NothingToDo)
    found = nothing.report.findings["group_managed_on_premises"]
    assert (found.remedies, [each.id() for each in found.hand_off]) == ((), ["move_group_to_cloud"])
    assert (notes.begun, stage.exchanges("PATCH")) == ([], [])


async def test_partly_is_a_first_step_without_the_second(stage: Stage) -> None:
    notes = Notes()
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/*/members/$ref", method="POST", status=403))
    done = await performed(stage, own(stage), notes)
    assert done.outcome is Outcome.PARTLY
    assert notes.settled == [(Outcome.PARTLY, 403, "Authorization_RequestDenied")]
    assert stage.person(MEGAN) in stage.sandbox.world.owners[stage.group("Sales")["id"]]


async def test_unknown_is_a_lost_answer_that_left_no_trace(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", drop=True))
    done = await performed(stage, move(stage), Notes())
    assert done.outcome is Outcome.UNKNOWN
    assert "group_managed_on_premises" in done.report.findings
    assert len(stage.exchanges("PATCH")) == 1


async def test_a_lost_answer_that_left_its_trace_is_done(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", drop=True, after=True))
    done = await performed(stage, move(stage), Notes(), patient_graph(stage))
    assert done.outcome is Outcome.DONE
    assert len(stage.exchanges("PATCH")) == 1


async def test_a_connection_that_never_was_is_refused(stage: Stage) -> None:
    class NotSent(After):
        async def write(self, change: Write) -> WriteResult:
            return Refused(0, "NotSent", "")

    notes = Notes()
    done = await performed(stage, move(stage), notes, NotSent(stage.client(SOREN), lambda: None))
    assert done.outcome is Outcome.REFUSED
    assert notes.settled == [(Outcome.REFUSED, 0, "NotSent")]


async def test_what_was_so_already_is_as_good_as_done(stage: Stage) -> None:
    stage.sandbox.world.members[stage.group("Sales")["id"]].append(stage.person(MEGAN))
    done = await performed(stage, own(stage), Notes())
    assert done.outcome is Outcome.DONE
    assert [exchange["status"] for exchange in stage.exchanges() if "$ref" in exchange["url"]] == [204, 400]


async def test_graph_going_down_afterwards_does_not_hide_that_it_was_written(stage: Stage) -> None:
    notes = Notes(lambda: stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/$batch", times=None, drop=True)))
    done = await performed(stage, move(stage), notes)
    assert done.outcome is Outcome.ACCEPTED
    assert "group_managed_on_premises" in done.report.findings  # as it was before


async def test_nor_does_a_sign_in_that_is_wanted_afterwards(stage: Stage) -> None:
    graph = After(stage.client(SOREN), lambda: stage.sandbox.challenged.add(stage.person(SOREN)))
    assert (await performed(stage, move(stage), Notes(), graph)).outcome is Outcome.ACCEPTED


async def test_a_lost_answer_and_nothing_to_be_seen_is_unknown(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", drop=True, after=True))
    notes = Notes(lambda: stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/$batch", times=None, drop=True)))
    assert (await performed(stage, move(stage), notes)).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_diagnosis_that_could_not_be_made_is_not_one_that_is_silent(stage: Stage, status: int) -> None:
    unreadable = Fault(f"{HOST}/v1.0/groups/{stage.group(SYNCED)['id']}", method="GET", times=None, status=status)
    notes = Notes(lambda: stage.sandbox.faults.add(unreadable))
    done = await performed(stage, move(stage), notes)
    assert done.outcome is Outcome.ACCEPTED
    assert is_in_the_cloud(stage)


async def test_it_is_looked_for_as_long_as_patience_lasts(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", drop=True))
    patient = replace(world(stage, stage.client(SOREN), Notes()), patience=(0, 0, 0))
    await remediate(move(stage), patient)
    reads = [exchange for exchange in stage.exchanges("POST") if exchange["url"].endswith("v1.0/$batch")]
    assert len(reads) == 1 + 1 + 3
    assert len({exchange["url"] for exchange in reads}) == 1


async def test_a_stale_button_changes_nothing(stage: Stage) -> None:
    await performed(stage, move(stage), Notes(), patient_graph(stage))
    notes = Notes()
    again = await remediate(move(stage, nonce="m" * 22), world(stage, stage.client(SOREN), notes))
    assert isinstance(again, NothingToDo)
    assert "group_managed_on_premises" not in again.report.findings
    assert (notes.begun, len(stage.exchanges("PATCH"))) == ([], 1)


@pytest.mark.parametrize("change", [{"cloud": False}, {"group_id": "6310f403-2112-43d5-bdfb-5b2fe552bfbd"}])
async def test_a_button_that_says_something_else_than_was_offered_is_stale(
    stage: Stage, change: dict[str, Any]
) -> None:
    act = move(stage)
    act = replace(act, remedy=act.remedy.model_copy(update=change))
    assert isinstance(await remediate(act, world(stage, stage.client(SOREN), Notes())), NothingToDo)
    assert stage.exchanges("PATCH") == []


async def test_a_remedy_of_another_diagnosis_is_stale(stage: Stage) -> None:
    act = replace(move(stage), diagnosis="group_is_deleted")
    assert isinstance(await remediate(act, world(stage, stage.client(SOREN), Notes())), NothingToDo)


async def test_what_is_back_already_is_not_undone(stage: Stage) -> None:
    act = move(stage, undo_of="action-0")
    assert isinstance(await remediate(act, world(stage, stage.client(SOREN), Notes())), NothingToDo)
    assert stage.exchanges("PATCH") == []


async def test_what_is_still_taking_effect_can_be_taken_back(stage: Stage) -> None:
    """The group is on its way to the cloud, and its diagnosis speaks of that: it isn't as it was before."""
    await performed(stage, move(stage), Notes())
    back = MoveGroupToCloud(group_id=stage.group(SYNCED)["id"], group_name="", cloud=False)
    act = action(stage, SOREN, back, "group_managed_on_premises", SYNCED, undo_of="action-0", nonce="m" * 22)
    done = await performed(stage, act, Notes())
    assert done.outcome is Outcome.DONE  # it never stopped being synced
    assert not is_in_the_cloud(stage)
    assert done.report.findings["group_managed_on_premises"].remedies


async def test_a_button_works_once(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/groups/**", method="PATCH", drop=True))
    notes = Notes()
    await performed(stage, move(stage), notes)
    with pytest.raises(PressedBefore) as before:
        await remediate(move(stage), world(stage, stage.client(SOREN), notes))
    assert before.value.outcome is Outcome.UNKNOWN
    assert len(stage.exchanges("PATCH")) == 1


async def test_nothing_is_written_when_nothing_could_be_read(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault(f"{HOST}/v1.0/$batch", drop=True))
    notes = Notes()
    with pytest.raises(GraphDown):
        await remediate(move(stage), world(stage, stage.client(SOREN), notes))
    assert (notes.begun, stage.exchanges("PATCH")) == ([], [])


async def test_a_stronger_sign_in_wanted_for_the_change_is_settled_and_told(stage: Stage) -> None:
    notes = Notes(lambda: stage.sandbox.challenged.add(stage.person(SOREN)))
    with pytest.raises(ChallengeNeeded):
        await remediate(move(stage), world(stage, stage.client(SOREN), notes))
    assert notes.settled == [(Outcome.REFUSED, None, "ChallengeNeeded")]
    assert not is_in_the_cloud(stage)


async def test_a_token_that_is_gone_before_the_second_step_leaves_it_partly_done(stage: Stage) -> None:
    tokens = iter([stage.token(MEGAN)] * 3)  # two for the look, at v1.0 and at beta, one for the first step

    async def give() -> str:
        token = next(tokens, None)
        if token is None:
            raise ConsentNeeded(frozenset({Scope.of_graph("Group.ReadWrite.All")}), admin=True)
        return token

    notes = Notes()
    graph = GraphClient(stage.http, stage.sandbox.address(GRAPH), give)
    with pytest.raises(ConsentNeeded):
        await remediate(own(stage), world(stage, graph, notes))
    assert notes.settled == [(Outcome.PARTLY, None, "ConsentNeeded")]
    assert stage.person(MEGAN) in stage.sandbox.world.owners[stage.group("Sales")["id"]]


async def test_a_deleted_group_comes_back(stage: Stage) -> None:
    remedy = RestoreGroup(group_id=stage.group("Projekt Syd")["id"], group_name="")
    act = action(stage, MEGAN, remedy, "group_is_deleted", "Projekt Syd")
    done = await performed(stage, act, Notes())
    assert done.outcome is Outcome.DONE
    assert stage.group("Projekt Syd")["id"] in stage.sandbox.world.groups
