"""The table of follow-ups on both databases: each lease is one process's, and everything is written at most once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.store.database import Database
from bot.store.follow_ups import (
    AWAY_FROM_HOME,
    LEASE,
    LEASES_FOR_TELLING,
    REMEMBERED,
    FollowUp,
    StoredFollowUps,
    TooManyFollowUps,
)
from tests.store.intents import NOON

DATABASES = ("sqlite", "postgresql")
ONE = FollowUp(
    "one", "show", "tenant", "ada", {"group_id": "g-1", "final": True, "looks": 2}, NOON, NOON, NOON + timedelta(days=1)
)


@pytest.fixture
async def replicas(url: str, database: Database) -> AsyncIterator[list[StoredFollowUps]]:
    """Three processes, as far as the database can tell."""
    others = [Database.open(url) for _ in range(2)]
    yield [StoredFollowUps(each) for each in (database, *others)]
    for each in others:
        await each.close()


@pytest.fixture
def stored(replicas: list[StoredFollowUps]) -> StoredFollowUps:
    return replicas[0]


async def test_what_is_added_comes_back_as_it_was_and_only_once(stored: StoredFollowUps) -> None:
    assert await stored.add(ONE)
    assert not await stored.add(replace(ONE, state={}))
    assert await stored.get("one") == ONE
    assert await stored.waiting("tenant", "ada") == (ONE,)
    assert await stored.waiting("another", "ada") == ()
    assert await stored.get("unknown") is None


async def test_each_is_leased_to_one_and_the_longest_due_come_first(replicas: list[StoredFollowUps]) -> None:
    many = [replace(ONE, id=f"n-{n}", due_at=NOON + timedelta(seconds=n)) for n in reversed(range(100))]
    await replicas[0].add_all(many)
    now = NOON + timedelta(seconds=200)
    (first,) = await replicas[0].claim(["show"], now, 1)
    assert first.id == "n-0"
    leased: list[FollowUp] = []
    while batches := [batch for batch in await asyncio.gather(*[r.claim(["show"], now, 7) for r in replicas]) if batch]:
        for batch in batches:
            assert len(batch) <= 7
            assert list(batch) == sorted(batch, key=lambda each: each.due_at)
            leased += batch
    assert sorted(each.id for each in (first, *leased)) == sorted(each.id for each in many)
    assert {each.attempts for each in (first, *leased)} == {1}


async def test_a_lease_is_for_what_is_due_of_a_kind_that_is_known_and_nobodys(stored: StoredFollowUps) -> None:
    await stored.add(ONE)
    assert await stored.claim(["show"], NOON - timedelta(seconds=1), 5) == ()
    assert await stored.claim(["other"], NOON, 5) == ()
    assert await stored.claim([], NOON, 5) == ()
    assert len(await stored.claim(["show"], NOON, 5)) == 1
    assert await stored.claim(["show"], NOON + LEASE, 5) == ()
    (again,) = await stored.claim(["show"], NOON + LEASE + timedelta(seconds=1), 5)
    assert again.attempts == 2


async def test_of_many_who_hold_it_in_turn_the_last_one_writes(replicas: list[StoredFollowUps]) -> None:
    await replicas[0].add_all([ONE])
    now, held = NOON, list[tuple[StoredFollowUps, FollowUp]]()
    for each in replicas:
        held += [(each, found) for found in await each.claim(["show"], now, 1)]
        now += 2 * LEASE
    ended = await asyncio.gather(*[each.end(found, "done", now, f"by-{found.attempts}") for each, found in held])
    assert ended == [False, False, True]
    found = await replicas[0].get("one")
    assert found is not None
    assert (found.status, found.ended_at, found.told_activity) == ("done", now, "by-3")
    assert await replicas[0].claim(["show"], now + LEASE * 10, 1) == ()


async def test_twenty_is_twenty_however_many_ask_at_once(replicas: list[StoredFollowUps]) -> None:
    adding = [each.add(replace(ONE, id=f"{n}-{i}"), at_most=20) for n in range(10) for i, each in enumerate(replicas)]
    added = await asyncio.gather(*adding, return_exceptions=True)
    assert (added.count(True), sum(isinstance(each, TooManyFollowUps) for each in added)) == (20, 10)
    assert len(await replicas[0].waiting("tenant", "ada")) == 20


async def test_what_has_ended_is_forgotten_after_a_month_and_what_waits_is_not(stored: StoredFollowUps) -> None:
    await stored.add(ONE)
    await stored.add(replace(ONE, id="two"))
    await stored.cancel("one", NOON)
    assert await stored.forget_ended(NOON + REMEMBERED) == 0
    assert await stored.forget_ended(NOON + REMEMBERED + timedelta(seconds=1)) == 1
    assert [await stored.get(id) is None for id in ("one", "two")] == [True, False]


async def test_everything_about_a_person_can_be_forgotten(stored: StoredFollowUps) -> None:
    for id, person in (("one", "ada"), ("two", "ada"), ("three", "bo")):
        await stored.add(replace(ONE, id=id, person=person))
    assert await stored.forget("tenant", "ada") == 2
    assert len(await stored.waiting("tenant", "bo")) == 1


async def test_the_process_that_may_hold_the_persons_tokens_looks_first(replicas: list[StoredFollowUps]) -> None:
    home, other, _ = replicas
    await home.add(ONE)
    assert await other.claim(["show"], NOON + AWAY_FROM_HOME - timedelta(seconds=1), 1) == ()
    (held,) = await home.claim(["show"], NOON, 1)
    later = NOON + timedelta(minutes=5)
    await home.put_off(held, later, held.state)
    assert await other.claim(["show"], later, 1) == ()
    assert len(await other.claim(["show"], later + AWAY_FROM_HOME, 1)) == 1, "it may be gone"


async def test_telling_has_a_longer_lease_and_renewing_does_not_shorten_it(stored: StoredFollowUps) -> None:
    await stored.add(ONE)
    (held,) = await stored.claim(["show"], NOON, 1)
    assert await stored.begin_telling(held, NOON)
    assert await stored.renew([held], NOON) == {"one"}
    assert await stored.claim(["show"], NOON + LEASES_FOR_TELLING * LEASE, 1) == ()
    (again,) = await stored.claim(["show"], NOON + LEASES_FOR_TELLING * LEASE + timedelta(seconds=1), 1)
    assert again.telling_began_at == NOON
