"""The audit: one press, one action; nothing forgotten by a crash; nothing rewritten."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.model import Subject, SubjectKind
from bot.ports import Person, PressedBefore
from bot.remedy import Outcome
from bot.store.audit_trail import AuditTrail
from bot.store.database import Database
from bot.store.nonces import Nonces, is_nonce, new_nonce
from tests.store.intents import ADA, GROUP, NOON, REMEDY, Noon, intent

DATABASES = ("sqlite", "postgresql")


@pytest.fixture
async def trail(database: Database) -> AsyncIterator[AuditTrail]:
    trail = AuditTrail(database, Noon())
    yield trail
    await trail.close()


async def test_an_action_is_under_way_until_it_is_settled(trail: AuditTrail) -> None:
    action_id = await trail.begin(intent())
    begun = await trail.get(action_id)
    assert begun is not None
    assert (begun.outcome, begun.ended_at, begun.undone_by) == (None, None, None)
    assert (begun.actor, begun.subject, begun.at) == (ADA, Subject(SubjectKind.GROUP, GROUP, ""), NOON)
    assert begun.arguments == {"group_id": GROUP, "user_id": ADA, "member_too": True, "remove": False}
    later = NOON + timedelta(seconds=1)
    await trail.settle(action_id, Outcome.REFUSED, later, 403, "Authorization_RequestDenied")
    settled = await trail.get(action_id)
    code = "Authorization_RequestDenied"
    assert settled == replace(begun, outcome=Outcome.REFUSED, status=403, code=code, ended_at=later)


async def test_names_stay_out_of_the_audit(trail: AuditTrail) -> None:
    begun = await trail.get(await trail.begin(intent()))
    assert "Lovelace" not in str(begun)
    assert "Sales" not in str(begun)


async def test_the_first_outcome_stands(trail: AuditTrail) -> None:
    action_id = await trail.begin(intent())
    await trail.settle(action_id, Outcome.REFUSED, NOON, 403, "Authorization_RequestDenied" + "x" * 100)
    await trail.settle(action_id, Outcome.DONE, NOON, 204, None)
    settled = await trail.get(action_id)
    assert settled is not None
    assert (settled.outcome, settled.status, len(settled.code or "")) == (Outcome.REFUSED, 403, 64)
    with pytest.raises(LookupError):
        await trail.settle("never-begun", Outcome.DONE, NOON, None, None)


async def test_what_can_be_taken_back_did_something_and_is_no_way_back_itself(trail: AuditTrail) -> None:
    ids = {outcome: await trail.begin(intent()) for outcome in Outcome}
    for outcome, each in ids.items():
        await trail.settle(each, outcome, NOON, None, None)
    undo = await trail.begin(intent(undo_of=ids[Outcome.DONE]))
    await trail.settle(undo, Outcome.DONE, NOON, None, None)
    under_way = await trail.begin(intent())
    can = {each for each in (*ids.values(), undo, under_way) if await trail.recorded(each)}
    assert can == {ids[Outcome.DONE], ids[Outcome.ACCEPTED], ids[Outcome.PARTLY]}


async def test_of_fifty_presses_at_once_one_counts(trail: AuditTrail) -> None:
    press = intent()
    results = await asyncio.gather(*[trail.begin(press) for _ in range(50)], return_exceptions=True)
    begun = [result for result in results if isinstance(result, str)]
    again = [result for result in results if isinstance(result, PressedBefore)]
    assert (len(begun), len(again)) == (1, 49)
    assert {pressed.outcome for pressed in again} == {None}
    assert [action.id for action in await trail.history("tenant")] == begun


async def test_a_second_press_is_told_what_became_of_the_first(trail: AuditTrail) -> None:
    press = intent()
    await trail.settle(await trail.begin(press), Outcome.DONE, NOON, None, None)
    with pytest.raises(PressedBefore) as caught:
        await trail.begin(replace(press, person=Person("tenant", "somebody-else")))
    assert caught.value.outcome is Outcome.DONE


async def test_an_undo_names_what_it_undoes_and_counts_once_it_did_something(trail: AuditTrail) -> None:
    first = await trail.begin(intent())
    await trail.settle(first, Outcome.DONE, NOON, None, None)
    failed = await trail.begin(intent(undo_of=first))
    await trail.settle(failed, Outcome.REFUSED, NOON, 403, None)
    before = await trail.get(first)
    undone = await trail.begin(intent(undo_of=first))
    await trail.settle(undone, Outcome.DONE, NOON, None, None)
    after = await trail.get(first)
    assert before is not None
    assert after is not None
    assert (before.undone_by, after.undone_by) == (None, undone)
    with pytest.raises(IntegrityError):
        await trail.begin(intent(undo_of="never-begun"))


async def test_history_is_newest_first_and_by_person_or_subject(trail: AuditTrail) -> None:
    ids = [await trail.begin(intent(at=NOON + timedelta(minutes=n))) for n in range(3)]
    bo, elsewhere = Person("tenant", "bo"), Subject(SubjectKind.GROUP, "other", "")
    other = await trail.begin(intent(person=bo, subject=elsewhere, at=NOON - timedelta(days=1)))
    await trail.begin(intent(person=Person("another", ADA)))
    assert [a.id for a in await trail.history("tenant")] == [*reversed(ids), other]
    assert [a.id for a in await trail.history("tenant", limit=1)] == [ids[-1]]
    assert [a.id for a in await trail.history("tenant", actor="bo")] == [other]
    assert [a.id for a in await trail.history("tenant", subject=("group", GROUP))] == list(reversed(ids))


@pytest.mark.parametrize("table", ["action", "action_outcome"])
@pytest.mark.parametrize("change", ["UPDATE {} SET {}='x'", "DELETE FROM {} WHERE {} IS NOT NULL"])
async def test_the_database_refuses_to_rewrite_the_audit(
    trail: AuditTrail, database: Database, table: str, change: str
) -> None:
    await trail.settle(await trail.begin(intent()), Outcome.DONE, NOON, None, None)
    column = "actor" if table == "action" else "outcome"
    with pytest.raises(DBAPIError, match="append-only"):
        await database.write(lambda connection: connection.execute(text(change.format(table, column))).close())
    assert [action.outcome for action in await trail.history("tenant")] == [Outcome.DONE]


@pytest.mark.parametrize("id", ["Ada Lovelace", "ada@contoso.com", ",", "a,", "x" * 201, ",".join("x" * 101)])
async def test_what_is_no_id_is_refused(trail: AuditTrail, id: str) -> None:
    with pytest.raises(ValueError, match="ids"):
        await trail.begin(intent(remedy=REMEDY.model_copy(update={"user_id": id})))
    assert await trail.history("tenant") == ()


async def test_several_ids_may_be_joined_and_none_be_given(trail: AuditTrail) -> None:
    for ids in (f"{ADA},{GROUP}", ""):
        begun = await trail.get(await trail.begin(intent(remedy=REMEDY.model_copy(update={"user_id": ids}))))
        assert begun is not None
        assert begun.arguments["user_id"] == ids


async def test_what_is_no_nonce_begins_nothing(trail: AuditTrail) -> None:
    with pytest.raises(ValueError, match="nonce"):
        await trail.begin(intent(nonce="short"))
    assert await trail.history("tenant") == ()


async def test_other_buttons_work_once_too(database: Database, trail: AuditTrail) -> None:
    nonces, nonce = Nonces(database), new_nonce()
    assert sorted(await asyncio.gather(*[nonces.consume(nonce, NOON) for _ in range(10)])) == [False] * 9 + [True]
    with pytest.raises(PressedBefore) as caught:
        await trail.begin(intent(nonce=nonce))
    assert caught.value.outcome is None


async def test_used_nonces_are_forgotten_after_half_a_year(database: Database, trail: AuditTrail) -> None:
    nonces, old = Nonces(database), intent()
    action_id = await trail.begin(old)
    await nonces.consume(new_nonce(), NOON + timedelta(days=1))
    assert await nonces.forget_expired(NOON + timedelta(days=180, seconds=-1)) == 0
    assert await nonces.forget_expired(NOON + timedelta(days=180)) == 1
    assert await trail.get(action_id) is not None


def test_nonces_are_random_and_shaped() -> None:
    many: set[Any] = {new_nonce() for _ in range(1000)}
    assert len(many) == 1000
    assert all(map(is_nonce, many))
    assert not any(map(is_nonce, ["", "x" * 21, "x" * 23, "x" * 21 + "\n", "x" * 21 + "'", None, 7]))
