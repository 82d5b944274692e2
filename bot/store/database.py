"""One database: SQLite in a file by default, PostgreSQL for several replicas, the same SQL on both.

SQLAlchemy's own asyncio layer would load its whole ORM. Here a few threads do what blocks, a transaction at a time.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import URL, Connection, Engine, Table, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.store.engine import AT_ONCE, look, open_engine, transact, truncate_log
from bot.store.unreachable import DRIVER_MISSING, DatabaseUnreachable, why

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

MIGRATIONS = Path(__file__).parent / "migrations"
DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}


class Database:
    """A pool of connections, and as many threads. Opening does no I/O; `migrate` before anything else, `close` last."""

    def __init__(self, url: URL) -> None:
        self._engine = open_engine(url)
        self._writer = self._engine.execution_options(sqlite_begin="IMMEDIATE")
        self._threads = ThreadPoolExecutor(AT_ONCE, "database")
        # SQLite has one writer at a time: waiting here is fair and free, in SQLite it is a poll.
        self._turn_to_write = asyncio.Lock() if self._engine.dialect.name == "sqlite" else nullcontext()

    @classmethod
    def open(cls, url: str) -> Self:
        """The database at `url`, such as `sqlite:///data/syncdoctor.db` or `postgresql://host/name`.

        Raises `ValueError` for another kind of database or one in memory, `DatabaseUnreachable` without its driver.
        """
        try:
            parsed = make_url(url)
        except ArgumentError:
            # Its message quotes the address, which may hold a password.
            raise ValueError("the database is sqlite:///… or postgresql://…") from None
        kind = parsed.get_backend_name()
        # In memory every connection would have a database of its own.
        if kind not in DRIVERS or (kind == "sqlite" and parsed.database in {None, "", ":memory:"}):
            raise ValueError("the database is sqlite:///… or postgresql://…")
        try:
            return cls(parsed.set(drivername=DRIVERS[kind]))
        except ImportError:
            raise DatabaseUnreachable(DRIVER_MISSING) from None

    async def reach(self) -> None:
        """Connect once; raises `DatabaseUnreachable`."""
        try:
            await self.read(_nothing)
        except (SQLAlchemyError, OSError) as failure:
            raise DatabaseUnreachable(why(failure)) from None

    async def migrate(self) -> None:
        """Bring the tables up to date; does nothing when they are. Raises `DatabaseUnreachable`."""
        if await self._version() != newest_version():
            await self._in_turn(lambda: _upgrade(self._writer))

    async def _version(self) -> object:
        """Which migration the database has seen last; `None` when it can't say."""
        try:
            return await self.read(
                lambda connection: connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            )
        except SQLAlchemyError:
            return None

    async def close(self) -> None:
        """Wait for everything that was asked before, then end every connection and thread; a second time is harmless.

        Whoever asks afterwards gets a `RuntimeError`.
        """
        async with self._turn_to_write:
            await _to_its_end(asyncio.get_running_loop().run_in_executor(None, self._stop))

    def _stop(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()

    async def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, which is called in a thread and reads.

        It returns what it has fetched, never a cursor: neither that nor the connection outlives the call. Its errors
        and SQLAlchemy's are raised as they are.
        """
        return await self._begin(lambda: look(self._engine, work))

    async def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, which is called in a thread, in a transaction committed at the end.

        It is called once more when others were in the way, so it does nothing but SQL. Any exception rolls it back,
        and is raised as it is. Who is cancelled meanwhile is so once one or the other has happened; who is cancelled
        while waiting for their turn has written nothing.
        """
        return await self._in_turn(lambda: transact(self._writer, work))

    async def _in_turn(self, job: Callable[[], T]) -> T:
        """Do `job` in a thread, as the only writer until it has ended."""
        async with self._turn_to_write:
            return await _to_its_end(self._begin(job))

    def _begin(self, job: Callable[[], T]) -> "asyncio.Future[T]":
        return asyncio.get_running_loop().run_in_executor(self._threads, job)

    async def empty_log(self) -> None:
        """Write SQLite's log into its file and cut it to nothing: until then it holds what has been deleted since.

        https://www.sqlite.org/pragma.html#pragma_wal_checkpoint PostgreSQL recycles its own.
        """
        if self._engine.dialect.name == "sqlite":
            await self._in_turn(lambda: truncate_log(self._engine))

    def one_at_a_time(self, connection: Connection, key: str) -> None:
        """Let nobody else past here with this key until the transaction ends; SQLite has one writer anyway.

        https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
        """
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": key})

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An INSERT that knows `on_conflict_do_update`, which standard SQL lacks and both databases spell alike."""
        dialect: Any = import_module(self._engine.dialect.__module__.rpartition(".")[0])
        return dialect.insert(table)


async def _to_its_end(job: "asyncio.Future[T]") -> T:
    """What `job` comes to. Being cancelled doesn't shorten the wait, for a thread can't be stopped.

    So a lock held meanwhile is held until the thread is done with what it protects.
    """
    cancelled: asyncio.CancelledError | None = None
    while not job.done():
        try:
            await asyncio.wait([job])
        except asyncio.CancelledError as now:
            cancelled = now
    if cancelled is None:
        return job.result()
    job.exception()  # or asyncio would log that nobody looked at it
    raise cancelled


def _nothing(_: Connection) -> None:
    """Connecting is all that is wanted."""


def newest_version() -> str:
    """The newest migration there is, by its file's name: `v0002_….py` is revision 0002."""
    return max(file.name[1:5] for file in (MIGRATIONS / "versions").glob("v*.py"))


def _upgrade(engine: Engine) -> None:
    # Alembic and what it brings along are a sixth of a start, and most starts have nothing to migrate.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except (SQLAlchemyError, CommandError, OSError) as failure:
        raise DatabaseUnreachable(why(failure)) from None
