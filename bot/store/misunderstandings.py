"""Messages the bot misread, kept for the next training: the words and the symptoms, never who or whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import orjson
from sqlalchemy import Connection, delete, insert, select

from bot.model import Symptom
from bot.store.database import Database
from bot.store.tables import misunderstanding
from bot.store.without_names import Span, without_names

CAPACITY = 5_000
"""Rows; the oldest make room for the newest."""
REMEMBERED = timedelta(days=90)
"""How long each is kept: until the next training."""


@dataclass(frozen=True, slots=True)
class Misunderstanding:
    """A message the bot misread.

    `id` grows with every one; `created_at` is UTC; `language` is an ISO code; `symptom_taken` is what the bot read,
    `confidence` (0 to 1) how sure it was, `symptom_meant` what the person chose instead, `None` when they chose
    nothing. `text` has `‹name›` for every name, and 500 characters at most. Symptoms are those of the time.
    """

    id: int
    created_at: datetime
    language: str
    symptom_taken: str
    confidence: float
    symptom_meant: str | None
    text: str


class Misunderstandings:
    """All that are kept, `capacity` rows at most."""

    def __init__(self, database: Database, *, capacity: int = CAPACITY) -> None:
        self._database = database
        self._capacity = capacity

    async def keep(
        self,
        text: str,
        spans: Iterable[Span],
        *,
        at: datetime,
        language: str,
        symptom_taken: Symptom,
        confidence: float,
        symptom_meant: Symptom | None = None,
    ) -> None:
        """Keep `text` without the names at `spans` ([start, end) of its characters) or any other that shows."""
        row = {
            "created_at": at,
            "language": language,
            "symptom_taken": symptom_taken.value,
            "confidence": confidence,
            "symptom_meant": symptom_meant.value if symptom_meant else None,
            "text": without_names(text, spans),
        }
        await self._database.write(lambda connection: self._add(connection, row))

    async def all(self) -> tuple[Misunderstanding, ...]:
        """Everything that is kept, the oldest first."""
        query = select(misunderstanding).order_by(misunderstanding.c.id)
        return await self._database.read(
            lambda connection: tuple(Misunderstanding(**row) for row in connection.execute(query).mappings())
        )

    async def forget_old(self, now: datetime) -> int:
        """Drop those older than `REMEMBERED`; how many there were."""
        old = delete(misunderstanding).where(misunderstanding.c.created_at < now - REMEMBERED)
        return await self._database.write(lambda connection: connection.execute(old).rowcount)

    def _add(self, connection: Connection, row: Mapping[str, object]) -> None:
        table = misunderstanding
        connection.execute(insert(table).values(row))
        # With room to spare there is no such row, and nothing is smaller than nothing.
        too_old = select(table.c.id).order_by(table.c.id.desc()).offset(self._capacity).limit(1).scalar_subquery()
        connection.execute(delete(table).where(table.c.id <= too_old))


def json_lines(misunderstandings: Iterable[Misunderstanding]) -> Iterator[str]:
    """Each as a line of JSON, without its end and without its id, for `syncdoctor misunderstandings`."""
    for each in misunderstandings:
        said = asdict(each)
        del said["id"]
        yield orjson.dumps(said).decode()
