"""A process that keeps house on a database of its own."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from bot.follow_up_loop import FollowUps
from bot.housekeeping.kinds import kinds
from bot.housekeeping.recurring import set_going
from bot.ports import Graph, Person
from bot.store.database import Database
from bot.store.requests import OwnerRequest
from bot.store.stores import Stores
from tests.housekeeping.teams import Chats
from tests.store.intents import Noon


@dataclass
class House:
    """What is kept, who is told, and the time."""

    kept: Stores
    follow_ups: FollowUps
    chats: Chats
    clock: Noon
    names: dict[str, str] = field(default_factory=dict[str, str])

    async def passes(self, time: timedelta) -> None:
        """Let time pass, and do what is due then."""
        self.clock.time += time
        await self.follow_ups.run_due()


def nobodys_graph(person: Person) -> Graph:
    raise AssertionError("nothing of what is kept here is looked up")


@asynccontextmanager
async def house(url: str, chats: Chats, clock: Noon) -> AsyncGenerator[House]:
    """It has just started."""
    database, names = Database.open(url), dict[str, str]()
    await database.migrate()
    kept = Stores.on(database, clock)

    async def group_name(request: OwnerRequest) -> str:
        return names.get(request.wanted.group_id, "")

    follow_ups = FollowUps(kept.follow_ups, clock, kinds(kept, chats, group_name, nobodys_graph, clock))
    await set_going(kept.follow_ups, clock.now())
    try:
        yield House(kept, follow_ups, chats, clock, names)
    finally:
        await follow_ups.drain(0)
        await kept.close()
        await database.close()
