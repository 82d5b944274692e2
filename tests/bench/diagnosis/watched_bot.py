"""The production process, with somebody watching its event loop: SIGUSR1 begins, SIGUSR2 ends and writes what was seen.

Run: python -m tests.bench.diagnosis.watched_bot FILE, with the settings in the environment
"""

import asyncio
import gc
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.cli.serve import serve
from bot.settings import from_environment

EVERY_SECONDS = 0.001
NOT_OURS_SECONDS = 0.001
SCHEDULER = Path("/proc/thread-self/schedstat")
"""How long this thread ran, and how long it wanted to and another process was in the way; nanoseconds. Linux only."""


@dataclass
class Watchdog:
    """Asks for a moment every millisecond, and notes how much later it got it, in seconds.

    Moments in which the machine gave the processor to somebody else say nothing about us, and are only counted.
    """

    robbed: int = 0
    blocked: list[float] = field(default_factory=list[float])
    collections: list[float] = field(default_factory=list[float])
    """How long each run of the garbage collector took."""
    watching: bool = False

    async def watch(self) -> None:
        """Until cancelled."""
        robbed = reader_of_robbed_seconds()
        while True:
            began, before = perf_counter(), robbed()
            await asyncio.sleep(EVERY_SECONDS)
            late, lost = perf_counter() - began - EVERY_SECONDS, robbed() - before
            if self.watching and lost < NOT_OURS_SECONDS:
                self.blocked.append(max(0.0, late - lost))
            elif self.watching:
                self.robbed += 1

    def time_collections(self, phase: str, _: object) -> None:
        """A callback for `gc.callbacks`."""
        if phase == "start":
            self._began = perf_counter()
        elif self.watching:
            self.collections.append(perf_counter() - self._began)

    def report(self) -> dict[str, Any]:
        """What was seen, in milliseconds."""
        lates = sorted(self.blocked) or [0.0]
        return {
            "samples": len(lates),
            "robbed": self.robbed,
            "longest": 1000 * lates[-1],
            "p99.9": 1000 * lates[int(0.999 * (len(lates) - 1))],
            "collections": len(self.collections),
            "longest_collection": 1000 * max(self.collections, default=0.0),
        }


def reader_of_robbed_seconds() -> Callable[[], float]:
    """A function that says how long this thread has waited for a processor so far; always 0 where nobody knows."""
    if not SCHEDULER.exists():
        return lambda: 0.0
    file = os.open(SCHEDULER, os.O_RDONLY)
    return lambda: int(os.pread(file, 100, 0).split()[1]) / 1e9


async def main(file: Path) -> None:
    """Serve until ended."""
    dog = Watchdog()
    gc.callbacks.append(dog.time_collections)
    loop = asyncio.get_running_loop()

    def begin() -> None:
        dog.blocked.clear()
        dog.collections.clear()
        dog.watching = True

    def end() -> None:
        dog.watching = False
        file.write_text(json.dumps(dog.report()))

    loop.add_signal_handler(signal.SIGUSR1, begin)
    loop.add_signal_handler(signal.SIGUSR2, end)
    watching = asyncio.create_task(dog.watch())
    await serve(from_environment())
    watching.cancel()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
