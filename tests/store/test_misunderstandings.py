"""What was misread: kept in order and without names, up to a limit, and given out as lines."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from bot.model import Symptom
from bot.store.database import MIGRATIONS, Database
from bot.store.misunderstandings import CAPACITY, Misunderstanding, Misunderstandings, json_lines

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def keep(kept: Misunderstandings, said: str = "why?", at: datetime = NOON) -> None:
    await kept.keep(said, (), at=at, language="en", symptom_taken=Symptom.HELP, confidence=0.4)


async def test_a_misunderstanding_is_kept_without_names(database: Database) -> None:
    kept = Misunderstandings(database)
    await kept.keep(
        "soeren kjaer har ikke noget foto, skriv til boss@contoso.com",
        [(0, 12)],
        at=NOON,
        language="da",
        symptom_taken=Symptom.PHOTO_STALE,
        confidence=0.41,
        symptom_meant=Symptom.PHOTO_MISSING,
    )
    await keep(kept)
    first, second = await kept.all()
    masked = "‹name› har ikke noget foto, skriv til ‹name›"
    assert first == Misunderstanding(first.id, NOON, "da", "photo.stale", 0.41, "photo.missing", masked)
    assert second.symptom_meant is None
    rows = await database.read(lambda connection: connection.execute(text("SELECT * FROM misunderstanding")).all())
    assert "kjaer" not in str(rows)
    assert "contoso" not in str(rows)


async def test_the_oldest_make_room_in_the_order_they_came(database: Database) -> None:
    kept = Misunderstandings(database, capacity=3)
    for n in range(5):
        await keep(kept, f"no {n}", NOON - timedelta(days=n))
    assert [each.text for each in await kept.all()] == ["no 2", "no 3", "no 4"]
    await asyncio.gather(*[keep(kept, "at once") for _ in range(10)])
    assert [each.text for each in await kept.all()] == ["at once"] * 3
    assert CAPACITY == 5_000


async def test_they_are_given_out_as_lines_of_json(database: Database) -> None:
    kept = Misunderstandings(database)
    await keep(kept, "hvad\nså “ø”")
    await keep(kept)
    lines = list(json_lines(await kept.all()))
    assert json.loads(lines[0]) == {
        "created_at": "2026-11-21T12:00:00+00:00",
        "language": "en",
        "symptom_taken": "help",
        "confidence": 0.4,
        "symptom_meant": None,
        "text": "hvad\nså ‹name›",
    }
    assert len(lines) == 2
    assert not any("\n" in line for line in lines)


async def test_time_without_a_zone_is_refused_and_nothing_kept(database: Database) -> None:
    kept = Misunderstandings(database)
    with pytest.raises(Exception, match="aware"):
        await keep(kept, at=datetime(2026, 1, 1))  # noqa: DTZ001
    assert await kept.all() == ()


async def test_a_database_of_the_first_version_gets_the_table_and_keeps_the_rest(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    def as_it_was(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        row = "'t', 'ada', 'https://x', 'a:1', '29:a', NULL"
        connection.execute(text(f"INSERT INTO conversation_reference VALUES ({row})"))  # noqa: S608

    database = Database.open(f"sqlite:///{tmp_path / 'old.db'}")
    await database.write(as_it_was)
    await database.migrate()
    await keep(Misunderstandings(database))
    people = text("SELECT person FROM conversation_reference")
    assert await database.read(lambda connection: connection.execute(people).scalars().all()) == ["ada"]
    await database.close()
