"""The loop in its process: early when woken, tidy at the end, patient with a database that is away."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.follow_up import Done, Kind
from bot.follow_up_loop import AT_ONCE
from bot.store.database import Database
from bot.store.follow_ups import FollowUp, StoredFollowUps
from tests.follow_up.office import MINUTE, Office, office
from tests.store.intents import Noon


class Standing:
    """A kind whose looks stand still until they are let go on."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[str] = asyncio.Queue()
        self.go_on = asyncio.Event()
        self.ended: list[str] = []

    async def look(self, held: FollowUp) -> Done:
        self.begun.put_nowait(held.id)
        await self.go_on.wait()
        self.ended.append(held.id)
        return Done()

    @property
    def kinds(self) -> Mapping[str, Kind]:
        return {"show": Kind(self.look, self.look)}


async def soon(standing: Standing) -> str:
    """The next that is being looked at."""
    return await asyncio.wait_for(standing.begun.get(), 5)


async def test_what_is_added_here_is_looked_at_at_once(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.follow_up_loop.POLL_SECONDS", 3600)
    standing, nothing_due = Standing(), asyncio.Event()
    standing.go_on.set()
    async with office(url, standing.kinds) as process:

        async def claim(*asked: Any) -> tuple[FollowUp, ...]:
            found = await StoredFollowUps.claim(process.stored, *asked)
            if not found:
                nothing_due.set()
            return found

        monkeypatch.setattr(process.stored, "claim", claim)
        running = asyncio.create_task(process.follow_ups.run())
        await asyncio.wait_for(nothing_due.wait(), 5)
        await process.add(due=timedelta())
        assert await soon(standing) == "one"
        await process.follow_ups.drain(5)
        await asyncio.wait_for(running, 5)
        assert standing.ended == ["one"]


async def test_many_are_looked_at_together_but_not_too_many_and_the_rest_as_soon_as_there_is_room(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.follow_up_loop.POLL_SECONDS", 3600)
    standing = Standing()
    async with office(url, standing.kinds) as process:
        for number in range(AT_ONCE + 5):
            await process.stored.add(held(f"number-{number}", process))
        running = asyncio.create_task(process.follow_ups.run())
        for _ in range(AT_ONCE):
            await soon(standing)
        assert standing.begun.empty()
        standing.go_on.set()
        for _ in range(5):
            await soon(standing)
        await process.follow_ups.drain(5)
        await asyncio.wait_for(running, 5)
        assert len(standing.ended) == AT_ONCE + 5


def held(id: str, process: Office) -> FollowUp:
    now = process.clock.now()
    return FollowUp(id, "show", None, None, {}, now, now)


async def test_what_does_not_end_before_the_process_is_left_to_another_at_once(url: str) -> None:
    slow, quick, clock = Standing(), Standing(), Noon()
    quick.go_on.set()
    async with office(url, slow.kinds, clock) as ending, office(url, quick.kinds, clock) as going_on:
        await ending.add(due=timedelta())
        running = asyncio.create_task(ending.follow_ups.run())
        assert await soon(slow) == "one"
        await ending.follow_ups.drain(0)
        await asyncio.wait_for(running, 5)
        await going_on.follow_ups.run_due()
        assert (slow.ended, quick.ended) == ([], ["one"])


async def test_who_has_lost_the_lease_stops(url: str) -> None:
    standing, clock, lease = Standing(), Noon(), timedelta(milliseconds=30)
    async with office(url, standing.kinds, clock, lease) as slow, office(url, standing.kinds, clock) as other:
        await slow.add(due=timedelta())
        running = asyncio.create_task(slow.follow_ups.run())
        await soon(standing)
        clock.time += MINUTE
        while not await other.stored.claim(["show"], clock.now(), 1):  # it was renewed just now
            clock.time += MINUTE
        await asyncio.wait_for(slow.follow_ups.idle(), 5)
        assert ((await slow.found()).status, (await slow.found()).attempts) == ("waiting", 2)
        await slow.follow_ups.drain(5)
        await asyncio.wait_for(running, 5)


async def test_a_database_that_is_away_is_asked_again(
    url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.follow_up_loop.POLL_SECONDS", 0.001)
    caplog.set_level(logging.WARNING, "bot")
    standing = Standing()
    standing.go_on.set()
    async with office(url, standing.kinds) as process:
        await process.add(due=timedelta())
        database = Database.open(url)
        await rename(database, "follow_up", "away")
        running = asyncio.create_task(process.follow_ups.run())
        await until(lambda: "could not be read: OperationalError" in caplog.text)
        await rename(database, "away", "follow_up")
        await database.close()
        assert await soon(standing) == "one"
        await process.follow_ups.drain(5)
        await asyncio.wait_for(running, 5)


async def until(happened: Callable[[], bool]) -> None:
    for _ in range(5_000):
        if happened():
            return
        await asyncio.sleep(0.001)
    raise TimeoutError


async def rename(database: Database, old: str, new: str) -> None:
    await database.write(lambda connection: connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}")).close())
