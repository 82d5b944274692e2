"""Asking owners: the first answer wins, and every owner's card can be found again."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.ports import AskedLately
from bot.store.database import Database
from bot.store.requests import ASKED_AGAIN_AFTER, CLAIMED_FOR, REMEMBERED, OwnerCard, OwnerRequests, Wanted

DATABASES = ("sqlite", "postgresql")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
WISH = Wanted(NOON, "tenant", "asker", "a:asker", "group", "owner", "Må jeg blive ejer? 🙂\nTak")


@pytest.fixture
def requests(database: Database) -> OwnerRequests:
    return OwnerRequests(database)


async def test_a_request_is_open_and_knows_its_cards(requests: OwnerRequests) -> None:
    request_id = await requests.open(WISH)
    await requests.card_sent(request_id, OwnerCard("bo", "a:bo", "1"))
    await requests.card_sent(request_id, OwnerCard("ada", "a:ada", "1"))
    await requests.card_sent(request_id, OwnerCard("bo", "a:bo", "2"))
    found = await requests.get(request_id)
    assert found is not None
    assert (found.id, found.wanted, found.state, found.answered_by) == (request_id, WISH, "open", None)
    assert found.cards == (OwnerCard("ada", "a:ada", "1"), OwnerCard("bo", "a:bo", "2"))
    assert await requests.get("unknown") is None
    with pytest.raises(IntegrityError):
        await requests.card_sent("unknown", OwnerCard("bo", "a:bo", "1"))


async def test_of_many_answers_the_first_wins(requests: OwnerRequests) -> None:
    request_id = await requests.open(WISH)
    owners = [f"owner-{n}" for n in range(10)]
    answers = await asyncio.gather(
        *[requests.answer(request_id, "done" if n % 2 else "declined", by=o, at=NOON) for n, o in enumerate(owners)]
    )
    assert answers.count(True) == 1
    winner = answers.index(True)
    found = await requests.get(request_id)
    assert found is not None
    assert (found.answered_by, found.state) == (owners[winner], "done" if winner % 2 else "declined")
    assert not await requests.answer("unknown", "done", by="bo", at=NOON)


async def test_what_nobody_answered_expires(requests: OwnerRequests) -> None:
    old, answered = await requests.open(WISH), await requests.open(replace(WISH, group_id="other"))
    fresh = await requests.open(replace(WISH, created_at=NOON + timedelta(days=7)))
    await requests.answer(answered, "declined", by="bo", at=NOON)
    later = NOON + timedelta(days=14)
    found = await requests.unanswered(later)
    assert [(request.id, request.wanted) for request in found] == [(old, WISH)]
    assert await requests.expire(old, at=later)
    assert not await requests.expire(old, at=later)
    assert not await requests.expire(answered, at=later)
    assert await requests.unanswered(later) == ()
    assert not await requests.answer(old, "done", by="bo", at=later)
    assert await requests.answer(fresh, "done", by="bo", at=later)


async def test_a_note_goes_as_soon_as_its_request_is_closed_and_the_rest_in_three_months(
    requests: OwnerRequests,
) -> None:
    open_, closed = await requests.open(WISH), await requests.open(replace(WISH, group_id="other"))
    await requests.card_sent(closed, OwnerCard("bo", "a:bo", "1"))
    await requests.answer(closed, "declined", by="bo", at=NOON)
    assert await requests.forget_answered(NOON) == 1
    assert await requests.forget_answered(NOON + REMEMBERED) == 0
    assert [each and each.wanted.note for each in (await requests.get(open_), await requests.get(closed))] == [
        WISH.note,
        "",
    ]
    assert await requests.forget_answered(NOON + REMEMBERED + timedelta(seconds=1)) == 1
    assert await requests.get(closed) is None
    assert await requests.get(open_) is not None


@pytest.mark.parametrize("note", ["x" * 501, "a\0b", "\ud83d"])
def test_a_note_that_cannot_be_kept_is_refused(note: str) -> None:
    with pytest.raises(ValueError, match=r"note|surrogates"):
        replace(WISH, note=note)


async def test_of_many_claims_one_counts_until_it_is_given_back_or_too_old(requests: OwnerRequests) -> None:
    request_id = await requests.open(WISH)
    claims = await asyncio.gather(*[requests.claim(request_id, by=f"owner-{n}", at=NOON) for n in range(10)])
    assert claims.count(True) == 1
    winner = f"owner-{claims.index(True)}"
    assert not await requests.answer(request_id, "declined", by="bo", at=NOON)
    assert not await requests.expire(request_id, at=NOON)
    await requests.release(request_id, by="bo")
    assert not await requests.claim(request_id, by="bo", at=NOON)
    await requests.release(request_id, by=winner)
    assert await requests.claim(request_id, by="bo", at=NOON)
    later = NOON + CLAIMED_FOR + timedelta(seconds=1)
    assert await requests.claim(request_id, by="ada", at=later)
    assert not await requests.answer(request_id, "done", by="bo", at=later)
    assert await requests.answer(request_id, "done", by="ada", at=later)
    assert not await requests.claim(request_id, by="bo", at=later + timedelta(days=1))


async def test_the_same_is_not_asked_twice_within_a_day_by_two_cards_at_once(requests: OwnerRequests) -> None:
    opened = await asyncio.gather(*[requests.open(WISH) for _ in range(5)], return_exceptions=True)
    assert [type(each) for each in opened if isinstance(each, Exception)] == [AskedLately] * 4
    next_day = replace(WISH, created_at=NOON + ASKED_AGAIN_AFTER)
    assert await requests.open(next_day)
    granted = await requests.open(replace(WISH, asker="lee"))
    await requests.answer(granted, "done", by="bo", at=NOON)
    assert await requests.open(replace(WISH, asker="lee"))
