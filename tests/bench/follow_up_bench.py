"""What waiting costs, and whether everybody is told though processes are killed; on SQLite and on PostgreSQL.

About three minutes. Run: python -m tests.bench.follow_up_bench
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.processes import compiled
from tests.bench.table import Row, show
from tests.follow_up.survival.ordeal import Ordeal
from tests.postgresql import migrate, postgresql

IDLE_SECONDS = 20
MOST_CPU = 0.003
MOST_TRANSACTIONS = 1.0
"""A second."""
ORDEAL = Ordeal(jobs=400, processes=3, kills=8, asks=True)


def measure() -> list[Row]:
    """Both databases, one after the other."""
    with databases() as urls:
        rows = [(*idle(name, quiet), asyncio.run(killed(name, busy))) for name, (quiet, busy) in urls.items()]
    return [row for of_one in rows for row in of_one]


@contextmanager
def databases() -> Generator[dict[str, tuple[str, str]]]:
    """Two empty ones of each kind."""
    with tempfile.TemporaryDirectory(prefix="syncdoctor-bench-") as folder, postgresql() as server:
        files = (f"sqlite:///{Path(folder) / 'idle.db'}", f"sqlite:///{Path(folder) / 'killed.db'}")
        yield {"SQLite": files, "PostgreSQL": (server.new(), server.new())}


def idle(name: str, url: str) -> list[Row]:
    """The cost of 10,000 follow-ups that aren't due."""
    command = (sys.executable, "-m", "tests.bench.follow_up.idle", url, str(IDLE_SECONDS))
    said = subprocess.run(command, capture_output=True, check=True, env=compiled())  # noqa: S603
    cost: dict[str, float] = json.loads(said.stdout)
    cpu, transactions = cost["cpu"], cost["transactions"]
    what = f"10,000 follow-ups waiting, {name}"
    return [
        Row(f"{what}: CPU", f"{100 * cpu:.2f} %", "1 processor", cpu, MOST_CPU),
        Row(f"{what}: transactions", f"{transactions:.2f}/s", "1/s", transactions, MOST_TRANSACTIONS),
    ]


async def killed(name: str, url: str) -> Row:
    """Follow-ups told exactly once, as a part of all."""
    await migrate(url)
    came_of_it = await ORDEAL.on(url)
    once = came_of_it.told - came_of_it.twice
    what = f"{ORDEAL.jobs} follow-ups, {ORDEAL.processes} processes, {ORDEAL.kills} × kill -9, {name}"
    ours = f"{once} told once, {came_of_it.twice} twice, {came_of_it.seconds:.0f} s"
    return Row(what, ours, f"{ORDEAL.jobs}", once / ORDEAL.jobs, 1.0, "at least")


if __name__ == "__main__":
    show(measure())
