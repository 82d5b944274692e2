"""Many follow-ups, several processes, and one after the other killed in the middle of its work."""

import asyncio
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from time import perf_counter

from sqlalchemy import Connection, func, select

from bot.clock import SystemClock
from bot.store.database import Database
from bot.store.follow_ups import FollowUp, StoredFollowUps
from bot.store.tables import follow_up
from tests.follow_up.survival.recipient import Recipient
from tests.follow_up.survival.worker import KIND

LEASE_SECONDS = 2.0
LONGEST_SECONDS = 300.0


@dataclass(frozen=True)
class Survived:
    """What came of it: how many were told, told again, ended, and ended without anybody's knowing that they were told."""

    told: int
    twice: int
    ended: int
    unconfirmed: int
    kills: int
    seconds: float


@dataclass(frozen=True)
class Ordeal:
    """How hard it is. `asks` whether a recipient can be asked what came, as Teams can't."""

    jobs: int
    processes: int
    kills: int
    asks: bool

    async def on(self, url: str) -> Survived:
        """Go through it on an empty, migrated database. Raises `TimeoutError` after five minutes."""
        database, recipient, began = Database.open(url), Recipient(), perf_counter()
        await recipient.start()
        now = SystemClock().now()
        stored = StoredFollowUps(database)
        await stored.add_all(FollowUp(f"job-{n}", KIND, "tenant", "ada", {}, now, now) for n in range(self.jobs))
        workers = [self._worker(url, recipient.url) for _ in range(self.processes)]
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await self._kill_on_the_way(workers, url, recipient)
                while await database.read(waiting):
                    await asyncio.sleep(0.05)
            ended, unconfirmed = await database.read(ended_and_unconfirmed)
        finally:
            for worker in workers:
                end(worker)
            await recipient.stop()
            await database.close()
        received = recipient.received
        twice = sum(1 for count in received.values() if count > 1)
        return Survived(len(+received), twice, ended, unconfirmed, self.kills, perf_counter() - began)

    async def _kill_on_the_way(self, workers: list[subprocess.Popen[bytes]], url: str, recipient: Recipient) -> None:
        """Spread over the way: each dies with work in hand, and another is started in its place."""
        for kill in range(self.kills):
            while len(recipient.received) < self.jobs * (kill + 1) // (self.kills + 1):
                await asyncio.sleep(0.001)
            end(workers[kill % len(workers)])
            workers[kill % len(workers)] = self._worker(url, recipient.url)

    def _worker(self, url: str, recipient: str) -> "subprocess.Popen[bytes]":
        command = (sys.executable, "-m", "tests.follow_up.survival.worker", url, recipient, str(LEASE_SECONDS))
        return subprocess.Popen((*command, "asks" if self.asks else "trusts"), stderr=subprocess.DEVNULL, env=os.environ)


def end(worker: "subprocess.Popen[bytes]") -> None:
    """As a power cut would."""
    worker.kill()
    worker.wait()


def waiting(connection: Connection) -> int:
    """How many are still to be looked at."""
    return connection.execute(select(func.count()).where(follow_up.c.status == "waiting")).scalar_one()


def ended_and_unconfirmed(connection: Connection) -> tuple[int, int]:
    """How many have ended, and how many of these without a message's id."""
    counts = select(func.count(), func.count(follow_up.c.told_activity)).where(follow_up.c.status == "done")
    ended, confirmed = connection.execute(counts).one()
    return ended, ended - confirmed
