"""Migrations, and what SQLite must be told to be a database one can rely on."""

import asyncio
import logging
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, DateTime, insert, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError, StatementError

from bot.store.database import Database
from bot.store.tables import metadata, spent_nonce

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


async def test_the_migrations_build_what_the_tables_say(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(database: Database, url: str) -> None:
    again = Database.open(url)
    await again.migrate()
    async with again.reading() as connection:
        versions = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars().all()
    await again.close()
    assert versions == ["0002"]


async def test_migrating_leaves_the_event_loop_alone(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "alembic.runtime.migration")
    database = Database.open(url)
    await database.migrate()
    await database.close()
    assert caplog.records
    assert threading.get_ident() not in {record.thread for record in caplog.records}


async def test_sqlite_writes_ahead_and_keeps_its_references(database: Database) -> None:
    pragmas: dict[str, object] = {}
    async with database.reading() as connection:
        for pragma in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous"):
            pragmas[pragma] = (await connection.execute(text(f"PRAGMA {pragma}"))).scalar()
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}


async def test_many_writers_who_read_first_all_get_their_turn(database: Database, url: str) -> None:
    elsewhere = Database.open(url)

    async def count_up(through: Database) -> None:
        async with through.writing() as connection:
            n = len((await connection.execute(select(spent_nonce.c.nonce))).all())
            await asyncio.sleep(0)
            await connection.execute(insert(spent_nonce).values(nonce=str(n), spent_at=NEW_YEAR, expires_at=NEW_YEAR))

    await asyncio.gather(*[count_up(through) for _ in range(10) for through in (database, elsewhere)])
    await elsewhere.close()
    async with database.reading() as connection:
        assert len((await connection.execute(select(spent_nonce.c.nonce))).all()) == 20


async def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    async def spend_twice() -> None:
        async with database.writing() as connection:
            for _ in range(2):
                await connection.execute(insert(spent_nonce).values(nonce="n", spent_at=NEW_YEAR, expires_at=NEW_YEAR))

    with pytest.raises(IntegrityError):
        await spend_twice()
    async with database.reading() as connection:
        assert (await connection.execute(select(spent_nonce))).all() == []


async def test_times_come_back_aware_and_naive_ones_are_refused(database: Database) -> None:
    copenhagen = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    async with database.writing() as connection:
        await connection.execute(insert(spent_nonce).values(nonce="n", spent_at=copenhagen, expires_at=copenhagen))
    async with database.reading() as connection:
        back = (await connection.execute(select(spent_nonce.c.spent_at))).scalar_one()
    assert (back, back.tzinfo) == (copenhagen, UTC)
    with pytest.raises(StatementError, match="aware"):
        async with database.writing() as connection:
            await connection.execute(insert(spent_nonce).values(nonce="m", spent_at=datetime(2026, 1, 1)))  # noqa: DTZ001


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="sqlite"):
        Database.open("mysql://host/name")


def test_postgresql_gets_times_with_a_zone() -> None:
    implementation = spent_nonce.c.spent_at.type.dialect_impl(postgresql.dialect()).load_dialect_impl(  # pyright: ignore
        postgresql.dialect()
    )
    assert isinstance(implementation, DateTime)
    assert implementation.timezone
