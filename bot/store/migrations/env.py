"""Run by Alembic, in `Database.migrate`'s thread: applies the migrations in one transaction."""

from alembic import context

from bot.store.tables import metadata

ADVISORY_LOCK = 5_937_121
"""Any number of our own: replicas that start together migrate one after the other."""


def apply() -> None:
    """All migrations this database hasn't seen, or none of them: in the transaction that the connection is in."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
        context.run_migrations()


apply()
