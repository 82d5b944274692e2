"""What a database must be told to be one we can rely on: connections, transactions, and whose file it is."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

T = TypeVar("T")

BUSY_MILLISECONDS = 5_000
SECONDS_TO_CONNECT = 5
"""To a PostgreSQL that doesn't answer; psycopg itself waits two minutes. A `connect_timeout` in the address wins."""
AT_ONCE = 4
"""Threads and connections. A statement takes less than a millisecond, and SQLite has one writer anyway."""


def open_engine(url: URL) -> Engine:
    """An engine for `url`; on SQLite with write-ahead log, foreign keys, and transactions that begin when they say so.

    https://www.sqlite.org/wal.html https://docs.sqlalchemy.org/dialects/sqlite.html#pysqlite
    """
    sqlite = url.get_backend_name() == "sqlite"
    # A connection for every thread: whoever has a thread needn't wait for anything else. A server that was restarted
    # has hung up on all of them, so each is tried before it is used.
    arguments = {} if sqlite or "connect_timeout" in url.query else {"connect_timeout": SECONDS_TO_CONNECT}
    engine = create_engine(url, pool_size=AT_ONCE, max_overflow=0, pool_pre_ping=not sqlite, connect_args=arguments)
    if sqlite:
        event.listen(engine, "do_connect", _create_for_ourselves)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _create_for_ourselves(_dialect: object, _record: object, arguments: list[str], _named: object) -> None:
    """A new file is for the user who runs the bot only; SQLite gives the files beside it the same mode.

    One that exists is not opened: closing it would drop the locks SQLite holds on it.
    https://www.sqlite.org/howtocorrupt.html
    """
    try:
        os.close(os.open(arguments[0], os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:  # it exists, or can't be: SQLite says so better
        return


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's driver would begin transactions by itself, too late to be serialisable, and not at all before DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    # No PRAGMA synchronous: the default, FULL, is what "recorded before the act" means when the power goes.
    # What is deleted is overwritten: a note that is forgotten is gone from the file, too.
    pragmas = (f"busy_timeout={BUSY_MILLISECONDS}", "journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON")
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: one that has read first can't wait for it, and would fail instead."""
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def look(engine: Engine, work: Callable[[Connection], T]) -> T:
    """What `work` returns, which only reads."""
    with engine.connect() as connection:
        return work(connection)


def transact(engine: Engine, work: Callable[[Connection], T]) -> T:
    """What `work` returns, committed; it is called once more when others were in the way."""
    try:
        return _committed(engine, work)
    except OperationalError as failure:
        if not _others_were_in_the_way(failure):
            raise
    return _committed(engine, work)


def _committed(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _others_were_in_the_way(failure: OperationalError) -> bool:
    """Locked by another process, or chosen to give way in a deadlock: nothing was written, and it may go well now.

    https://www.sqlite.org/rescode.html#busy https://www.postgresql.org/docs/current/errcodes-appendix.html (class 40)
    """
    busy = str(getattr(failure.orig, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    return busy or str(getattr(failure.orig, "sqlstate", "")) in {"40001", "40P01"}


def truncate_log(engine: Engine) -> None:
    """Write SQLite's log into its file and cut it to nothing; a reader in the way puts that off to the next time."""
    # Not through a connection of SQLAlchemy's, which would begin a transaction.
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
