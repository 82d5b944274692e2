"""Migrations, and what SQLite must be told to be a database one can rely on."""

import asyncio
import logging
import sqlite3
import stat
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, DateTime, delete, event, insert, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from bot.store.database import Database
from bot.store.engine import AT_ONCE
from bot.store.tables import metadata, spent_nonce
from bot.store.unreachable import DatabaseUnreachable

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def spend(connection: Connection, nonce: str, at: datetime = NEW_YEAR) -> None:
    connection.execute(insert(spent_nonce).values(nonce=nonce, spent_at=at, expires_at=at))


def spent(connection: Connection) -> list[str]:
    return list(connection.execute(select(spent_nonce.c.nonce)).scalars())


def modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


@pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
async def test_the_migrations_build_what_the_tables_say(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    assert await database.read(differences) == []


async def test_migrating_again_changes_nothing(database: Database, url: str) -> None:
    again = Database.open(url)
    await again.migrate()
    version = text("SELECT version_num FROM alembic_version")
    versions = await again.read(lambda connection: connection.execute(version).scalars().all())
    await again.close()
    assert versions == ["0003"]


async def test_migrating_leaves_the_event_loop_alone(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "alembic.runtime.migration")
    database = Database.open(url)
    await database.migrate()
    await database.close()
    assert caplog.records
    assert threading.get_ident() not in {record.thread for record in caplog.records}


async def test_sqlite_writes_ahead_and_keeps_its_references(database: Database) -> None:
    def said(connection: Connection) -> list[object]:
        names = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        return [connection.execute(text(f"PRAGMA {name}")).scalar() for name in names]

    assert await database.read(said) == ["wal", 1, 5000, 2]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_the_first_statement_after_the_server_hung_up_is_answered(database: Database) -> None:
    def hang_up(connection: Connection) -> None:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        connection.execute(text(f"{others} AND datname = current_database()"))

    def busy(connection: Connection) -> None:
        connection.execute(text("SELECT pg_sleep(0.05)"))

    await asyncio.gather(*[database.read(busy) for _ in range(AT_ONCE)])
    await database.read(hang_up)
    assert await asyncio.gather(*[database.read(spent) for _ in range(AT_ONCE)]) == [[]] * AT_ONCE


async def test_a_new_file_and_those_beside_it_are_for_us_only(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    database = Database.open(f"sqlite:///{path}")
    await database.migrate()
    found = modes(tmp_path)
    await database.close()
    assert found == {"new.db": 0o600, "new.db-wal": 0o600, "new.db-shm": 0o600}


async def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    database = Database.open(f"sqlite:///{path}")
    await database.migrate()
    await database.write(lambda connection: spend(connection, "canary-canary-canary"))
    await database.write(lambda connection: connection.execute(delete(spent_nonce)).close())
    await database.close()
    assert b"canary" not in path.read_bytes()


async def test_a_write_that_others_kept_out_is_done_once_they_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.engine.BUSY_MILLISECONDS", 10)
    path = tmp_path / "new.db"
    database = Database.open(f"sqlite:///{path}")
    await database.migrate()
    tries: list[object] = []

    def give_way(error: object) -> None:
        tries.append(error)
        if len(tries) == 1:
            other.execute("ROLLBACK")

    event.listen(database._engine, "handle_error", give_way)  # pyright: ignore[reportPrivateUsage]
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        await database.write(lambda connection: spend(connection, "n"))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            await database.write(lambda connection: spend(connection, "m"))
        other.execute("ROLLBACK")
    assert (len(tries), await database.read(spent)) == (3, ["n"])
    await database.close()


async def test_many_writers_who_read_first_all_get_their_turn(database: Database, url: str) -> None:
    elsewhere = Database.open(url)

    def count_up(connection: Connection) -> None:
        spend(connection, str(len(spent(connection))))

    await asyncio.gather(*[through.write(count_up) for _ in range(10) for through in (database, elsewhere)])
    await elsewhere.close()
    assert len(await database.read(spent)) == 20


async def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    def spend_twice(connection: Connection) -> None:
        spend(connection, "n")
        spend(connection, "n")

    with pytest.raises(IntegrityError):
        await database.write(spend_twice)
    assert await database.read(spent) == []


async def test_times_come_back_aware_and_naive_ones_are_refused(database: Database) -> None:
    copenhagen = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    await database.write(lambda connection: spend(connection, "n", copenhagen))
    back = await database.read(lambda connection: connection.execute(select(spent_nonce.c.spent_at)).scalar_one())
    assert (back, back.tzinfo) == (copenhagen, UTC)
    with pytest.raises(StatementError, match="aware"):
        await database.write(lambda connection: spend(connection, "m", datetime(2026, 1, 1)))  # noqa: DTZ001


@pytest.mark.parametrize("url", ["mysql://host/name", "sqlite://", "sqlite:///:memory:"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite"):
        Database.open(url)


async def test_an_address_may_name_any_driver(url: str) -> None:
    database = Database.open(url.replace("sqlite:", "sqlite+aiosqlite:"))
    await database.reach()
    await database.close()


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://ada:s3cret@127.0.0.1:1/none"])
async def test_what_does_not_answer_is_out_of_reach(url: str) -> None:
    async def reach() -> None:
        database = Database.open(url)
        try:
            await database.reach()
        finally:
            await database.close()

    with pytest.raises(DatabaseUnreachable) as caught:
        await reach()
    assert "s3cret" not in str(caught.value)


def test_a_driver_that_is_missing_is_named_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseUnreachable, match=r"psycopg isn't installed: .*syncdoctor\[postgresql\]"):
        Database.open("postgresql://127.0.0.1/none")


def test_postgresql_gets_times_with_a_zone() -> None:
    implementation = spent_nonce.c.spent_at.type.dialect_impl(postgresql.dialect()).load_dialect_impl(  # pyright: ignore
        postgresql.dialect()
    )
    assert isinstance(implementation, DateTime)
    assert implementation.timezone
