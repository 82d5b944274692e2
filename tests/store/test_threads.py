"""What blocks is done in threads, to its end, and nothing of it is left behind."""

import asyncio
import gc
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import IntegrityError

from bot.store.database import Database
from bot.store.engine import AT_ONCE

STARTED = """
import asyncio, sys
import bot.store.audit_trail, bot.store.requests, bot.store.references, bot.store.misunderstandings, bot.store.nonces
from bot.clock import SystemClock
from bot.store.database import Database

async def start():
    database = Database.open(sys.argv[1])
    await database.reach()
    await database.migrate()
    await bot.store.audit_trail.AuditTrail(database, SystemClock()).settle_cut_off(SystemClock().now())
    await database.close()

asyncio.run(start())
print(*{"sqlalchemy", "sqlalchemy.orm", "sqlalchemy.ext.asyncio", "aiosqlite", "greenlet", "alembic"} & {*sys.modules})
"""

BLOCKING = ("connect", "begin", "before_cursor_execute", "commit", "rollback", "close")
"""SQLAlchemy's events."""


class Slow:
    """Work that writes a row at once, and ends when it is told to: as it should, or with an error."""

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error
        self._begun, self._may_end = threading.Event(), threading.Event()

    def __call__(self, connection: Connection) -> None:
        add(connection)
        self._begun.set()
        assert self._may_end.wait(10)
        if self._error:
            raise self._error

    async def begun(self) -> None:
        assert await asyncio.to_thread(self._begun.wait, 10)

    def end(self) -> None:
        self._may_end.set()


def add(connection: Connection) -> None:
    connection.execute(text("INSERT INTO misunderstanding VALUES (NULL, '2026-01-01', 'en', 'x', 1, NULL, 'why?')"))


def rows(connection: Connection) -> int:
    return connection.execute(text("SELECT count(*) FROM misunderstanding")).scalar_one()


async def while_others_run() -> None:
    """Long enough for everything that could go on to go on."""
    for _ in range(20):
        await asyncio.sleep(0.001)


def threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name.startswith("database")}


async def test_starting_loads_neither_the_orm_nor_what_only_a_migration_needs(database: Database, url: str) -> None:
    await database.close()
    command = (sys.executable, "-W", "error", "-c", STARTED, url)
    ended = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
    assert (ended.stdout.split(), ended.stderr) == (["sqlalchemy"], "")


async def test_the_event_loop_does_none_of_it(url: str) -> None:
    database, seen = Database.open(url), set[tuple[str, bool]]()
    for name in BLOCKING:

        def note(*_: object, name: str = name) -> None:
            seen.add((name, threading.current_thread() is threading.main_thread()))

        event.listen(database._engine, name, note)  # pyright: ignore[reportPrivateUsage]
    await database.migrate()
    await database.write(add)
    assert await database.read(rows) == 1
    await database.close()
    assert seen == {(name, False) for name in BLOCKING}


async def test_a_cancelled_write_is_whole_and_keeps_its_turn_until_it_has_ended(database: Database) -> None:
    slow, turns = Slow(), list[str]()
    first = asyncio.create_task(database.write(slow))
    await slow.begun()
    second = asyncio.create_task(database.write(lambda _: turns.append("second")))
    for _ in range(2):
        first.cancel()
        await while_others_run()
    assert (first.done(), turns, await database.read(rows)) == (False, [], 0)
    slow.end()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await database.read(rows) == 1
    await second
    assert turns == ["second"]


async def test_a_cancelled_write_that_fails_leaves_nothing_and_says_nothing(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    slow = Slow(ValueError("on second thoughts"))
    task = asyncio.create_task(database.write(slow))
    await slow.begun()
    task.cancel()
    slow.end()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await database.read(rows) == 0
    await database.close()
    del task, slow
    gc.collect()
    assert not caplog.records, "not even that an exception was never retrieved"


async def test_who_is_cancelled_while_waiting_writes_nothing_and_holds_nobody_up(database: Database) -> None:
    slow = Slow()
    first = asyncio.create_task(database.write(slow))
    await slow.begun()
    second = asyncio.create_task(database.write(add))
    await while_others_run()
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    slow.end()
    await first
    await database.write(add)
    assert await database.read(rows) == 2


async def test_writers_who_wait_leave_the_threads_to_readers(database: Database) -> None:
    slow = Slow()
    writes = [asyncio.create_task(database.write(slow))]
    await slow.begun()
    writes += [asyncio.create_task(database.write(add)) for _ in range(2 * AT_ONCE)]
    await while_others_run()
    assert await asyncio.wait_for(database.read(rows), 2) == 0
    slow.end()
    await asyncio.gather(*writes)
    assert await database.read(rows) == 1 + 2 * AT_ONCE


async def test_an_error_is_raised_as_it_is_and_the_next_write_goes_on(database: Database) -> None:
    error = LookupError("mine")
    slow = Slow(error)
    slow.end()
    with pytest.raises(LookupError) as caught:
        await database.write(slow)
    assert caught.value is error
    with pytest.raises(IntegrityError):
        await database.write(lambda connection: connection.execute(text("INSERT INTO action (id) VALUES (1)")).close())
    await database.write(add)
    assert await database.read(rows) == 1


async def test_closing_waits_for_what_was_asked_and_leaves_no_thread_and_no_connection(tmp_path: Path) -> None:
    log, others = tmp_path / "one.db-wal", threads()
    database = Database.open(f"sqlite:///{tmp_path / 'one.db'}")
    await database.migrate()
    slow = Slow()
    writes = asyncio.gather(database.write(slow), database.write(add))
    await slow.begun()
    reads = asyncio.gather(*[database.read(rows) for _ in range(3 * AT_ONCE)])
    closing = asyncio.create_task(database.close())
    await while_others_run()
    assert (closing.done(), log.exists()) == (False, True)
    slow.end()
    await closing
    await writes
    assert len(await reads) == 3 * AT_ONCE
    assert threads() <= others
    assert not log.exists(), "SQLite's last connection takes its log away"
    await database.close()
    with pytest.raises(RuntimeError):
        await database.read(rows)


async def test_closing_waits_for_a_read_whose_caller_has_gone(database: Database) -> None:
    slow = Slow()
    task = asyncio.create_task(database.read(slow))
    await slow.begun()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    closing = asyncio.create_task(database.close())
    await while_others_run()
    assert not closing.done()
    slow.end()
    await closing
