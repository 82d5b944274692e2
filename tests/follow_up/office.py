"""A process that follows things up, a clock that is moved by hand, and whoever is told."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from bot.follow_up import Again, Done, Kind, Tell, nobody_knows
from bot.follow_up_loop import FollowUps
from bot.ports import Person
from bot.store.database import Database
from bot.store.follow_ups import LEASE, FollowUp, StoredFollowUps
from tests.store.intents import NOON, Noon

ADA = Person("tenant", "ada", "Ada Lovelace")
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
Arrived = Callable[[str], Awaitable[bool | None]]


@dataclass
class Mailbox:
    """Takes messages and gives each an id, unless it has been told to refuse or fail."""

    kept: list[str] = field(default_factory=list[str])
    answers: list[str | Exception | None] = field(default_factory=list[str | Exception | None])

    async def send(self, key: str) -> str | None:
        answer = self.answers.pop(0) if self.answers else f"message-{len(self.kept)}"
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            self.kept.append(key)
        return answer


@dataclass
class Looking:
    """A kind that looks as often as it is told to before it tells, and counts."""

    mailbox: Mailbox
    looks: int = 0
    """How often it still isn't there."""
    arrived: Arrived = nobody_knows
    seen: list[FollowUp] = field(default_factory=list[FollowUp])
    given_up: list[FollowUp] = field(default_factory=list[FollowUp])
    trouble: list[Exception] = field(default_factory=list[Exception])

    async def look(self, held: FollowUp) -> Done | Again | Tell:
        self.seen.append(held)
        if self.trouble:
            raise self.trouble.pop(0)
        if self.looks:
            self.looks -= 1
            return Again(held.due_at + MINUTE, {**held.state, "looks": len(self.seen)})
        return Tell(self.mailbox.send, self.arrived)

    async def give_up(self, held: FollowUp) -> Done | Tell:
        self.given_up.append(held)
        if self.trouble:
            raise self.trouble.pop(0)
        return Tell(self.mailbox.send, self.arrived)

    @property
    def kinds(self) -> Mapping[str, Kind]:
        return {"show": Kind(self.look, self.give_up)}


@dataclass
class Office:
    """One process."""

    stored: StoredFollowUps
    follow_ups: FollowUps
    clock: Noon

    async def passes(self, time: timedelta) -> None:
        """Let time pass, and look at what is due then."""
        self.clock.time += time
        await self.follow_ups.run_due()

    async def add(self, key: str = "one", *, due: timedelta = MINUTE, deadline: timedelta = HOUR) -> str:
        """Something to show Ada when it is there."""
        return await self.follow_ups.add(
            ADA, "show", {"group_id": "g-1"}, due_at=self.clock.now() + due, deadline=NOON + deadline, key=key
        )

    async def found(self, id: str = "one") -> FollowUp:
        """As the table has it."""
        found = await self.stored.get(id)
        assert found is not None
        return found


@asynccontextmanager
async def office(
    url: str, kinds: Mapping[str, Kind], clock: Noon | None = None, lease: timedelta = LEASE
) -> AsyncGenerator[Office]:
    """A process that has just started."""
    database = Database.open(url)
    await database.migrate()
    stored, clock = StoredFollowUps(database, lease), clock or Noon()
    follow_ups = FollowUps(stored, clock, kinds)
    try:
        yield Office(stored, follow_ups, clock)
    finally:
        await follow_ups.drain(0)
        await database.close()
