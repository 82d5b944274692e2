"""A process with a great many follow-ups, none of them due, and all of housekeeping; it says what waiting cost.

Run: python -m tests.bench.follow_up.idle DATABASE_URL SECONDS
"""

import asyncio
import json
import sys
import time
from datetime import timedelta

from sqlalchemy import event

from bot.clock import SystemClock
from bot.follow_up_loop import FollowUps
from bot.housekeeping.kinds import kinds
from bot.housekeeping.recurring import set_going
from bot.housekeeping.telling import Spoken
from bot.ports import Graph, Person
from bot.store.database import Database
from bot.store.follow_ups import FollowUp
from bot.store.requests import OwnerRequest
from bot.store.stores import Stores

WAITING = 10_000


class Nobody:
    """A `Telling` that is never needed: nothing is due."""

    async def tell(self, person: Person, card: Spoken) -> str | None:
        """Never called."""
        raise AssertionError

    async def replace(self, person: Person, conversation: str, activity: str, card: Spoken) -> None:
        """Never called."""
        raise AssertionError


async def unnamed(_: OwnerRequest) -> str:
    """What a group is called."""
    return ""


def unread(_: Person) -> Graph:
    """Never called: nothing is due."""
    raise AssertionError


async def main(url: str, seconds: float) -> None:
    """Wait, and print processor seconds and transactions a second."""
    database, clock, begun = Database.open(url), SystemClock(), list[object]()
    await database.migrate()
    stores, now = Stores.on(database, clock), clock.now()
    later = now + timedelta(days=1)
    await stores.follow_ups.add_all(
        FollowUp(f"job-{n}", "show", "tenant", f"person-{n % 1000}", {}, now, later) for n in range(WAITING)
    )
    await set_going(stores.follow_ups, now)
    follow_ups = FollowUps(stores.follow_ups, clock, kinds(stores, Nobody(), unnamed, unread, clock))
    running = asyncio.create_task(follow_ups.run())
    await asyncio.sleep(1)
    event.listen(database._engine, "begin", begun.append)  # pyright: ignore[reportPrivateUsage]
    cpu, began = time.process_time(), time.perf_counter()
    await asyncio.sleep(seconds)
    cpu, waited = time.process_time() - cpu, time.perf_counter() - began
    sys.stdout.write(json.dumps({"cpu": cpu / waited, "transactions": len(begun) / waited}))
    await follow_ups.drain(1)
    await running
    await stores.close()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], float(sys.argv[2])))
