"""Where in Teams to reach a person: their one-to-one conversation with the bot.

A database statement costs as much as a whole turn (PERFORMANCE.md §6), so reading goes through memory, and writing
happens behind the turn, only when something changed, or once a week. What a crash loses comes back with the person's
next message.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection, delete, or_, select
from sqlalchemy.exc import SQLAlchemyError

from bot.ports import Clock
from bot.store.database import Database
from bot.store.tables import conversation_reference

logger = logging.getLogger(__name__)

CAPACITY = 1_000
SEEN_AGAIN = timedelta(days=7)
"""How long a person's last sight may be out of date."""
REMEMBERED = timedelta(days=180)
"""How long where to reach a person is kept after they last wrote: longer than anything that is told them later."""
_CHANGEABLE = ("service_url", "conversation", "mri", "locale")
_COLUMNS = [column for column in conversation_reference.c if column.name != "seen_at"]


@dataclass(frozen=True, slots=True)
class ConversationReference:
    """Enough to send a person a message unasked.

    `tenant` and `person` are Microsoft Entra ids, `service_url` and `conversation` come from an authenticated activity,
    `mri` is the person's Teams id (`29:…`), `locale` is like `da-DK`, `None` when Teams didn't say.
    """

    tenant: str
    person: str
    service_url: str
    conversation: str
    mri: str
    locale: str | None


class References:
    """Conversation references, at most `capacity` of them in memory. Close it before the database."""

    def __init__(self, database: Database, clock: Clock, *, capacity: int = CAPACITY) -> None:
        self._database = database
        self._clock = clock
        self._capacity = capacity
        self._recent: OrderedDict[tuple[str, str], ConversationReference] = OrderedDict()
        self._seen: dict[tuple[str, str], datetime] = {}
        self._changed: dict[tuple[str, str], ConversationReference] = {}
        self._turn_to_write = asyncio.Lock()
        self._behind: asyncio.Task[None] | None = None

    def remember(self, reference: ConversationReference) -> None:
        """Keep a reference; returns at once and writes later, if it is news."""
        key, now = (reference.tenant, reference.person), self._clock.now()
        if self._recent.get(key) == reference and key in self._seen and now - self._seen[key] < SEEN_AGAIN:
            self._recent.move_to_end(key)
            return
        self._keep(reference)
        self._seen[key] = now
        self._changed[key] = reference
        if self._behind is None or self._behind.done():
            self._behind = asyncio.create_task(self._write_behind())

    async def get(self, tenant: str, person: str) -> ConversationReference | None:
        """Where to reach a person; `None` when they never wrote to the bot."""
        key = (tenant, person)
        if known := self._changed.get(key) or self._recent.get(key):
            return known
        table = conversation_reference
        query = select(*_COLUMNS).where(table.c.tenant == tenant, table.c.person == person)
        row = await self._database.read(lambda connection: connection.execute(query).mappings().first())
        if row is None:
            return None
        # A message may have come meanwhile, and knows better.
        return self._recent.get(key) or self._keep(ConversationReference(**row))

    async def flush(self) -> None:
        """Write what is still to be written. Raises SQLAlchemy's errors; nothing is lost by them."""
        async with self._turn_to_write:
            while self._changed:
                batch = dict(self._changed)
                await self._database.write(partial(self._write, references=tuple(batch.values())))
                for key, written in batch.items():
                    if self._changed.get(key) is written:
                        del self._changed[key]

    async def forget_unused(self, now: datetime) -> int:
        """Drop those of people who haven't written for longer than `REMEMBERED`; how many there were."""
        unused = delete(conversation_reference).where(conversation_reference.c.seen_at < now - REMEMBERED)
        dropped = await self._database.write(lambda connection: connection.execute(unused).rowcount)
        if dropped:  # what is in memory may be among them; the rest is read again
            self._recent = OrderedDict(self._changed)
            self._seen = {key: seen for key, seen in self._seen.items() if key in self._changed}
        return dropped

    async def forget(self, tenant: str, person: str) -> None:
        """Drop where to reach a person who wants to be forgotten; their next message tells it again."""
        key, table = (tenant, person), conversation_reference
        theirs = delete(table).where(table.c.tenant == tenant, table.c.person == person)
        async with self._turn_to_write:  # what is on its way to the database would come after
            self._changed.pop(key, None)
            await self._database.write(lambda connection: connection.execute(theirs).close())
            self._recent.pop(key, None)
            self._seen.pop(key, None)

    async def close(self) -> None:
        """Write the rest, and stop."""
        if self._behind is not None:
            await self._behind
        await self.flush()

    def _keep(self, reference: ConversationReference) -> ConversationReference:
        key = (reference.tenant, reference.person)
        self._recent[key] = reference
        self._recent.move_to_end(key)
        while len(self._recent) > self._capacity:
            self._seen.pop(self._recent.popitem(last=False)[0], None)
        return reference

    async def _write_behind(self) -> None:
        try:
            await self.flush()
        except SQLAlchemyError as failure:
            # The next change tries again; the text of the error would quote ids.
            logger.warning("conversation references wait to be written: %s", type(failure).__name__)

    def _write(self, connection: Connection, references: Sequence[ConversationReference]) -> None:
        statement, now = self._database.insert(conversation_reference), self._clock.now()
        news = {name: statement.excluded[name] for name in (*_CHANGEABLE, "seen_at")}
        differs = or_(
            *(conversation_reference.c[name].is_distinct_from(news[name]) for name in _CHANGEABLE),
            conversation_reference.c.seen_at.is_(None),
            conversation_reference.c.seen_at <= now - SEEN_AGAIN,
        )
        upsert = statement.on_conflict_do_update(index_elements=["tenant", "person"], set_=news, where=differs)
        connection.execute(upsert, [asdict(reference) | {"seen_at": now} for reference in references])
