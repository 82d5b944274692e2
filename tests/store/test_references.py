"""Conversation references: quick to read, written behind, and only when something changed."""

import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from bot.store.database import Database
from bot.store.references import REMEMBERED, SEEN_AGAIN, ConversationReference, References
from tests.store.intents import NOON, Noon

ADA = ConversationReference("tenant", "ada", "https://smba.trafficmanager.net/emea/", "a:1", "29:ada", "da-DK")


@pytest.fixture
async def references(database: Database) -> AsyncIterator[References]:
    references = References(database, Noon(), capacity=2)
    yield references
    await references.close()


async def changes(database: Database) -> int:
    """How many rows were ever inserted or changed, counted by a trigger."""
    counted = text("SELECT count(*) FROM counted")
    return await database.read(lambda connection: connection.execute(counted).scalar_one())


async def count_changes(database: Database) -> None:
    def count(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE counted (n INTEGER)"))
        for event in ("INSERT", "UPDATE"):
            name = f"count_{event.lower()}"
            body = "BEGIN INSERT INTO counted VALUES (1); END"
            connection.execute(text(f"CREATE TRIGGER {name} AFTER {event} ON conversation_reference {body}"))

    await database.write(count)


async def rename(database: Database, old: str, new: str) -> None:
    await database.write(lambda connection: connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}")).close())


async def test_a_reference_is_there_at_once_and_after_a_restart(database: Database, references: References) -> None:
    assert await references.get("tenant", "ada") is None
    references.remember(ADA)
    assert await references.get("tenant", "ada") == ADA
    await references.flush()
    assert await References(database, Noon()).get("tenant", "ada") == ADA
    assert await References(database, Noon()).get("another", "ada") is None


async def test_only_news_is_written(database: Database, references: References) -> None:
    await count_changes(database)
    references.remember(ADA)
    behind = references._behind  # pyright: ignore[reportPrivateUsage]
    assert behind is not None
    await behind
    references.remember(ADA)
    assert references._behind is behind, "no write is begun for nothing"  # pyright: ignore[reportPrivateUsage]
    assert await changes(database) == 1
    restarted = References(database, Noon())
    restarted.remember(ADA)
    await restarted.flush()
    assert await changes(database) == 1, "what the database knows already isn't news after a restart"
    for news in (replace(ADA, locale=None), replace(ADA, conversation="a:2")):
        restarted.remember(news)
        await restarted.close()
    assert await changes(database) == 3
    assert await References(database, Noon()).get("tenant", "ada") == replace(ADA, conversation="a:2")


async def test_the_last_of_many_changes_wins(database: Database, references: References) -> None:
    for n in range(20):
        references.remember(replace(ADA, conversation=f"a:{n}"))
    await references.close()
    assert await References(database, Noon()).get("tenant", "ada") == replace(ADA, conversation="a:19")


async def test_who_is_crowded_out_of_memory_is_found_in_the_database(references: References) -> None:
    people = [replace(ADA, person=f"person-{n}") for n in range(5)]
    for reference in people:
        references.remember(reference)
    assert [await references.get("tenant", p.person) for p in people] == people, "also before they are written"
    await references.flush()
    assert [await references.get("tenant", p.person) for p in people] == people


async def test_a_failing_database_loses_nothing(
    database: Database, references: References, caplog: pytest.LogCaptureFixture
) -> None:
    await rename(database, "conversation_reference", "away")
    caplog.set_level(logging.WARNING, "bot")
    references.remember(ADA)
    behind = references._behind  # pyright: ignore[reportPrivateUsage]
    assert behind is not None
    await behind
    assert "OperationalError" in caplog.text
    assert "29:ada" not in caplog.text
    await rename(database, "away", "conversation_reference")
    await references.flush()
    assert await References(database, Noon()).get("tenant", "ada") == ADA


async def test_who_has_not_written_for_half_a_year_is_forgotten(database: Database) -> None:
    clock = Noon()
    references = References(database, clock)
    gone = replace(ADA, person="gone")
    for reference in (ADA, gone):
        references.remember(reference)
    await references.flush()
    clock.time = NOON + SEEN_AGAIN
    references.remember(ADA)
    await references.flush()
    assert await references.forget_unused(NOON + REMEMBERED) == 0
    assert await references.forget_unused(NOON + REMEMBERED + SEEN_AGAIN) == 1
    assert [await references.get("tenant", person) for person in ("gone", "ada")] == [None, ADA]


async def test_being_seen_is_written_once_a_week(database: Database) -> None:
    clock = Noon()
    references = References(database, clock)
    references.remember(ADA)
    await references.flush()
    await count_changes(database)
    for _ in range(2):
        clock.time += SEEN_AGAIN / 2
        references.remember(ADA)
        await references.flush()
    assert await changes(database) == 1
    restarted = References(database, clock)
    restarted.remember(ADA)
    await restarted.close()
    assert await changes(database) == 1
