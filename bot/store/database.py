"""One database: SQLite in a file by default, PostgreSQL for several replicas, the same SQL on both."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import URL, Connection, Table, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

MIGRATIONS = Path(__file__).parent / "migrations"
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
BUSY_MILLISECONDS = 5_000


class DatabaseUnreachable(Exception):
    """Nothing answers at the database's address, or not with these credentials."""


class Database:
    """A pool of connections. Opening does no I/O; `migrate` before anything else, `close` at the end."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._engine = open_engine(url)
        # SQLite has one writer at a time: waiting here is fair and free, in SQLite it is a poll.
        self._turn_to_write = asyncio.Lock() if self._engine.dialect.name == "sqlite" else nullcontext()

    @classmethod
    def open(cls, url: str) -> Self:
        """The database at `url`, such as `sqlite:///data/syncdoctor.db` or `postgresql://host/name`.

        Raises `ValueError` for another kind of database.
        """
        parsed = make_url(url)
        kind = parsed.get_backend_name()
        if kind not in DRIVERS:
            raise ValueError("the database is sqlite:///… or postgresql://…")
        return cls(parsed.set(drivername=DRIVERS[kind]))

    async def reach(self) -> None:
        """Connect once; raises `DatabaseUnreachable`, which says no more than the kind of failure.

        A migration that couldn't connect would leave a thread of the driver's behind.
        """
        try:
            async with self._engine.connect():
                pass
        except (SQLAlchemyError, OSError, ImportError) as failure:
            raise DatabaseUnreachable(type(failure).__name__) from None

    async def migrate(self) -> None:
        """Bring the tables up to date; does nothing when they are. Runs in a thread: Alembic blocks."""
        if await self._version() != newest_version():
            await asyncio.to_thread(_upgrade, self._url)

    async def _version(self) -> object:
        """Which migration the database has seen last; `None` when it can't say."""
        try:
            async with self._engine.connect() as connection:
                return (await connection.exec_driver_sql("SELECT version_num FROM alembic_version")).scalar()
        except SQLAlchemyError:
            return None

    async def close(self) -> None:
        """Close every connection, which also ends SQLite's threads."""
        await self._engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection to read with."""
        async with self._engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection in a transaction, committed at the end and rolled back on any exception."""
        async with self._turn_to_write, self._engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
            yield connection

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An INSERT that knows `on_conflict_do_update`, which standard SQL lacks and both databases spell alike."""
        dialect: Any = import_module(self._engine.dialect.__module__.rpartition(".")[0])
        return dialect.insert(table)


def open_engine(url: URL, **options: Any) -> AsyncEngine:
    """An engine for `url`; on SQLite with write-ahead log, foreign keys, and transactions that begin when they say so.

    https://www.sqlite.org/wal.html https://docs.sqlalchemy.org/dialects/sqlite.html#aiosqlite
    """
    engine = create_async_engine(url, **options)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's driver would begin transactions by itself, too late to be serialisable, and not at all before DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    # No PRAGMA synchronous: the default, FULL, is what "recorded before the act" means when the power goes.
    for pragma in (f"busy_timeout={BUSY_MILLISECONDS}", "journal_mode=WAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: one that has read first can't wait for it, and would fail instead."""
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def newest_version() -> str:
    """The newest migration there is, by its file's name: `v0002_….py` is revision 0002."""
    return max(file.name[1:5] for file in (MIGRATIONS / "versions").glob("v*.py"))


def _upgrade(url: URL) -> None:
    # Alembic and what it brings along are a sixth of a start, and most starts have nothing to migrate.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["url"] = url
    command.upgrade(config, "head")
