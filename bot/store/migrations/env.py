"""Run by Alembic, in `Database.migrate`'s thread: applies the migrations in one transaction."""

import asyncio

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.pool import NullPool

from bot.store.database import open_engine
from bot.store.tables import metadata

ADVISORY_LOCK = 5_937_121
"""Any number of our own: replicas that start together migrate one after the other."""


def apply(connection: Connection) -> None:
    """All migrations this database hasn't seen, or none of them."""
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
        context.run_migrations()


async def migrate() -> None:
    """Open the database, migrate it, close it."""
    engine = open_engine(context.config.attributes["url"], poolclass=NullPool)
    try:
        async with engine.execution_options(sqlite_begin="IMMEDIATE").connect() as connection:
            await connection.run_sync(apply)
    finally:
        await engine.dispose()


asyncio.run(migrate())
