"""Many follow-ups, several processes, and one after the other killed in the middle of its work."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
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
    """How many were told, told again, ended, and ended without anybody's knowing whether they were told."""

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
                await until(lambda: database.read(nothing_waits))
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
            told = self.jobs * (kill + 1) // (self.kills + 1)
            await until(lambda told=told: so_many(recipient, told))
            end(workers[kill % len(workers)])
            workers[kill % len(workers)] = self._worker(url, recipient.url)

    def _worker(self, url: str, recipient: str) -> "subprocess.Popen[bytes]":
        asks = "asks" if self.asks else "trusts"
        command = (sys.executable, "-m", "tests.follow_up.survival.worker", url, recipient, str(LEASE_SECONDS), asks)
        return subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603


def end(worker: "subprocess.Popen[bytes]") -> None:
    """As a power cut would."""
    worker.kill()
    worker.wait()


async def until(happened: Callable[[], Awaitable[bool]]) -> None:
    """Other processes tell nobody when it has: it is asked again and again."""
    while not await happened():  # noqa: ASYNC110 - in other processes, which tell nobody
        await asyncio.sleep(0.01)


async def so_many(recipient: Recipient, told: int) -> bool:
    """Whether that many have been told."""
    return len(recipient.received) >= told


def nothing_waits(connection: Connection) -> bool:
    """Whether everything has ended."""
    return connection.execute(select(func.count()).where(follow_up.c.status == "waiting")).scalar_one() == 0


def ended_and_unconfirmed(connection: Connection) -> tuple[int, int]:
    """How many have ended, and how many of these without a message's id."""
    counts = select(func.count(), func.count(follow_up.c.told_activity)).where(follow_up.c.status == "done")
    ended, confirmed = connection.execute(counts).one()
    return ended, ended - confirmed
