"""Leases on actions: nobody settles what another has under way, and no outcome is lost to a database that is away."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from bot.clock import SystemClock
from bot.ports import Clock, PressedBefore
from bot.remedy import Outcome
from bot.store import actions_under_way
from bot.store.actions_under_way import LEASE
from bot.store.audit_trail import AuditTrail
from bot.store.database import MIGRATIONS, Database
from tests.store.intents import NOON, Noon, intent

DATABASES = ("sqlite", "postgresql")
AT = "'2026-11-21 12:00:00'"


@asynccontextmanager
async def replica(url: str, clock: Clock) -> AsyncGenerator[AuditTrail]:
    """Another process, as far as the database can tell."""
    database = Database.open(url)
    trail = AuditTrail(database, clock)
    yield trail
    await trail.close()
    await database.close()


async def outcomes(trail: AuditTrail) -> list[Outcome | None]:
    return [each.outcome for each in await trail.history("tenant")]


async def rename(database: Database, old: str, new: str) -> None:
    await database.write(lambda connection: connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}")).close())


async def test_a_replica_that_starts_settles_nothing_that_another_has_under_way(database: Database, url: str) -> None:
    clock = Noon()
    async with replica(url, clock) as busy, replica(url, clock) as starting:
        actions = [await busy.begin(intent()) for _ in range(20)]
        clock.time = NOON + LEASE
        assert await starting.settle_cut_off(clock.now()) == 0
        await busy._under_way.renew()  # pyright: ignore[reportPrivateUsage]
        clock.time = NOON + 2 * LEASE
        assert await starting.settle_cut_off(clock.now()) == 0
        for each in actions:
            await busy.settle(each, Outcome.DONE, clock.now(), None, None)
        clock.time = NOON + timedelta(days=1)
        assert await starting.settle_cut_off(clock.now()) == 0
        assert await outcomes(starting) == [Outcome.DONE] * 20


async def test_what_a_dead_process_had_under_way_is_settled_once_its_lease_has_run_out(
    database: Database, url: str
) -> None:
    clock, press = Noon(), intent()
    async with replica(url, clock) as dies:
        await dies.begin(press)
    clock.time = NOON + LEASE + timedelta(seconds=1)
    async with replica(url, clock) as one, replica(url, clock) as other:
        settled = await asyncio.gather(*[each.settle_cut_off(clock.now()) for each in (one, other)])
        assert sorted(settled) == [0, 1]
        assert await outcomes(one) == [Outcome.UNKNOWN]
        with pytest.raises(PressedBefore) as caught:
            await one.begin(press)
        assert caught.value.outcome is Outcome.UNKNOWN


async def test_a_process_never_settles_what_it_has_under_way_itself_however_its_clock_jumps(
    database: Database, url: str
) -> None:
    clock = Noon()
    async with replica(url, clock) as busy:
        await busy.begin(intent())
        assert await busy.settle_cut_off(NOON + timedelta(days=7)) == 0
        assert await outcomes(busy) == [None]


async def test_what_somebody_forgot_to_settle_is_settled_in_the_end(
    database: Database, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions_under_way, "PAUSE", 0.001)
    monkeypatch.setattr(actions_under_way, "RENEWED_EVERY", 0.0)
    monkeypatch.setattr(actions_under_way, "LONGEST", 0.0)
    async with replica(url, Noon()) as forgetful:
        await forgetful.begin(intent())
        keeping = forgetful._under_way._keeping  # pyright: ignore[reportPrivateUsage]
        assert keeping is not None
        await asyncio.wait_for(keeping, 5)
        assert await forgetful.settle_cut_off(NOON + LEASE + timedelta(seconds=1)) == 1
        assert await outcomes(forgetful) == [Outcome.UNKNOWN]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)  # where a missing table is one that is away
async def test_an_outcome_is_recorded_when_the_database_is_back(
    database: Database, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(actions_under_way, "PAUSE", 0.001)
    caplog.set_level(logging.WARNING, "bot")
    async with replica(url, Noon()) as trail:
        action = await trail.begin(intent())
        await rename(database, "action_outcome", "away")
        await trail.settle(action, Outcome.DONE, NOON, None, None)
        assert action not in caplog.text
        assert "waits to be recorded" in caplog.text
        await rename(database, "away", "action_outcome")
        keeping = trail._under_way._keeping  # pyright: ignore[reportPrivateUsage]
        assert keeping is not None
        await asyncio.wait_for(keeping, 5)
        assert await outcomes(trail) == [Outcome.DONE]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_an_outcome_still_owed_is_recorded_before_the_process_ends(database: Database, url: str) -> None:
    async with replica(url, Noon()) as trail:
        action = await trail.begin(intent())
        await rename(database, "action_outcome", "away")
        await trail.settle(action, Outcome.DONE, NOON, None, None)
        await rename(database, "away", "action_outcome")
        assert await trail.settle_cut_off(NOON + timedelta(days=1)) == 0, "it knows how it ended"
    async with replica(url, Noon()) as later:
        assert await outcomes(later) == [Outcome.DONE]


@pytest.mark.parametrize("url", ["sqlite", "empty"], indirect=True)
async def test_what_was_under_way_before_there_were_leases_has_an_hour(url: str) -> None:
    config, clock = Config(), SystemClock()
    config.set_main_option("script_location", str(MIGRATIONS))

    def as_it_was(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        columns = "id, intended_at, tenant, actor, conversation, diagnosis, remedy, arguments, subject_kind, subject_id"
        for id in ("ended", "cut_off"):
            row = f"'{id}', {AT}, 'tenant', 'ada', 'a:1', 'd', 'r', '{{}}', 'group', 'g'"
            connection.execute(text(f"INSERT INTO action ({columns}) VALUES ({row})"))  # noqa: S608
        connection.execute(text(f"INSERT INTO action_outcome VALUES ('ended', {AT}, 'done', NULL, NULL)"))  # noqa: S608

    old = Database.open(url)
    await old.write(as_it_was)
    await old.migrate()
    await old.close()
    async with replica(url, clock) as trail:
        now = clock.now()
        assert await trail.settle_cut_off(now + timedelta(minutes=59)) == 0
        assert await trail.settle_cut_off(now + timedelta(minutes=61)) == 1
        assert set(await outcomes(trail)) == {Outcome.DONE, Outcome.UNKNOWN}
