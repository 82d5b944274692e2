"""The audit: one press, one action; nothing forgotten by a crash; nothing rewritten."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.store.audit import Actions, AlreadyUsed, Intent
from bot.store.database import Database
from bot.store.nonces import Nonces, is_nonce, new_nonce

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ADA = "11111111-1111-4222-8333-444444444444"
GROUP = "99999999-1111-4222-8333-444444444444"


def intent(**changes: Any) -> Intent:
    plain = Intent(
        intended_at=NOON,
        tenant="tenant",
        actor=ADA,
        conversation="a:1aZ",
        diagnosis="no_owner",
        remedy="add_owner",
        arguments=MappingProxyType({"group_id": GROUP, "also_member": True}),
        subject_kind="group",
        subject_id=GROUP,
        nonce=new_nonce(),
    )
    return replace(plain, **changes)


@pytest.fixture
def actions(database: Database) -> Actions:
    return Actions(database)


async def test_an_action_is_in_flight_until_it_is_settled(actions: Actions) -> None:
    action_id = await actions.begin(intent())
    begun = await actions.get(action_id)
    assert begun is not None
    assert (begun.outcome, begun.outcome_at, begun.undone_by) == (None, None, None)
    assert (begun.actor, begun.subject_id, begun.intended_at) == (ADA, GROUP, NOON)
    assert begun.arguments == {"group_id": GROUP, "also_member": True}
    assert await actions.unsettled() == (begun,)
    assert await actions.settle(action_id, "done", 204, at=NOON + timedelta(seconds=1))
    settled = await actions.get(action_id)
    assert settled == replace(begun, outcome="done", status=204, outcome_at=NOON + timedelta(seconds=1))
    assert await actions.unsettled() == ()


async def test_the_first_outcome_stands(actions: Actions) -> None:
    action_id = await actions.begin(intent())
    assert await actions.settle(action_id, "refused", 403, "Authorization_RequestDenied" + "x" * 100, at=NOON)
    assert not await actions.settle(action_id, "done", 204, at=NOON)
    settled = await actions.get(action_id)
    assert settled is not None
    assert (settled.outcome, settled.status, len(settled.code or "")) == ("refused", 403, 64)
    with pytest.raises(LookupError):
        await actions.settle("never-begun", "done", at=NOON)


async def test_of_fifty_presses_at_once_one_counts(actions: Actions) -> None:
    press = intent()
    results = await asyncio.gather(*[actions.begin(press) for _ in range(50)], return_exceptions=True)
    begun = [result for result in results if isinstance(result, str)]
    again = [result for result in results if isinstance(result, AlreadyUsed)]
    assert (len(begun), len(again)) == (1, 49)
    assert {used.action.id for used in again if used.action} == set(begun)
    assert [action.id for action in await actions.history("tenant")] == begun


async def test_a_second_press_is_told_what_became_of_the_first(actions: Actions) -> None:
    press = intent()
    await actions.settle(await actions.begin(press), "done", 204, at=NOON)
    with pytest.raises(AlreadyUsed) as caught:
        await actions.begin(replace(press, actor="somebody else"))
    assert caught.value.action is not None
    assert (caught.value.action.outcome, caught.value.action.actor) == ("done", ADA)


async def test_a_restart_forgets_neither_the_press_nor_the_action_cut_off(database: Database, url: str) -> None:
    press = intent()
    action_id = await Actions(database).begin(press)
    await database.close()
    reopened = Database.open(url)
    await reopened.migrate()
    actions = Actions(reopened)
    assert [action.id for action in await actions.unsettled()] == [action_id]
    assert await actions.unsettled(before=NOON) == ()
    with pytest.raises(AlreadyUsed):
        await actions.begin(press)
    await reopened.close()


async def test_an_undo_names_what_it_undoes_and_counts_once_graph_accepted_it(actions: Actions) -> None:
    first = await actions.begin(intent())
    await actions.settle(first, "done", 204, at=NOON)
    failed = await actions.begin(intent(undo_of=first))
    await actions.settle(failed, "refused", 403, at=NOON)
    before = await actions.get(first)
    undone = await actions.begin(intent(undo_of=first))
    await actions.settle(undone, "done", 204, at=NOON)
    after = await actions.get(first)
    assert before is not None
    assert after is not None
    assert (before.undone_by, after.undone_by) == (None, undone)
    with pytest.raises(IntegrityError):
        await actions.begin(intent(undo_of="never-begun"))


async def test_history_is_newest_first_and_by_person_or_subject(actions: Actions) -> None:
    ids = [await actions.begin(intent(intended_at=NOON + timedelta(minutes=n))) for n in range(3)]
    other = await actions.begin(intent(actor="bo", subject_id="other", intended_at=NOON - timedelta(days=1)))
    await actions.begin(intent(tenant="another"))
    assert [a.id for a in await actions.history("tenant")] == [*reversed(ids), other]
    assert [a.id for a in await actions.history("tenant", limit=1)] == [ids[-1]]
    assert [a.id for a in await actions.history("tenant", actor="bo")] == [other]
    assert [a.id for a in await actions.history("tenant", subject=("group", GROUP))] == list(reversed(ids))


@pytest.mark.parametrize("table", ["action", "action_outcome"])
@pytest.mark.parametrize("change", ["UPDATE {} SET {}='x'", "DELETE FROM {} WHERE {} IS NOT NULL"])
async def test_the_database_refuses_to_rewrite_the_audit(
    actions: Actions, database: Database, table: str, change: str
) -> None:
    await actions.settle(await actions.begin(intent()), "done", 204, at=NOON)
    column = "actor" if table == "action" else "outcome"
    with pytest.raises(IntegrityError, match="append-only"):
        await database.write(lambda connection: connection.execute(text(change.format(table, column))).close())
    assert [action.outcome for action in await actions.history("tenant")] == ["done"]


@pytest.mark.parametrize("value", ["Ada Lovelace", "ada@contoso.com", "", None, 7, ["x"]])
def test_names_and_addresses_are_kept_out_of_the_audit(value: Any) -> None:
    with pytest.raises(ValueError, match="ids"):
        intent(arguments={"x": value})


async def test_what_is_no_nonce_begins_nothing(actions: Actions) -> None:
    with pytest.raises(ValueError, match="nonce"):
        await actions.begin(intent(nonce="short"))
    assert await actions.history("tenant") == ()


async def test_other_buttons_work_once_too(database: Database, actions: Actions) -> None:
    nonces, nonce = Nonces(database), new_nonce()
    assert sorted(await asyncio.gather(*[nonces.consume(nonce, NOON) for _ in range(10)])) == [False] * 9 + [True]
    with pytest.raises(AlreadyUsed) as caught:
        await actions.begin(intent(nonce=nonce))
    assert caught.value.action is None


async def test_used_nonces_are_forgotten_after_half_a_year(database: Database, actions: Actions) -> None:
    nonces, old = Nonces(database), intent()
    action_id = await actions.begin(old)
    await nonces.consume(new_nonce(), NOON + timedelta(days=1))
    assert await nonces.forget_expired(NOON + timedelta(days=180, seconds=-1)) == 0
    assert await nonces.forget_expired(NOON + timedelta(days=180)) == 1
    assert await actions.get(action_id) is not None


def test_nonces_are_random_and_shaped() -> None:
    many = {new_nonce() for _ in range(1000)}
    assert len(many) == 1000
    assert all(map(is_nonce, many))
    assert not any(map(is_nonce, ["", "x" * 21, "x" * 23, "x" * 21 + "\n", "x" * 21 + "'", None, 7]))
