"""The turns under way: bounded in number, and finished before the program ends."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


class RunningTurns:
    """At most `limit` turns at a time; none are lost to the garbage collector, none start once draining began."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._tasks: set[asyncio.Task[Any]] = set()
        self._draining = False

    def has_room(self) -> bool:
        """Whether one more turn may start now."""
        return not self._draining and len(self._tasks) < self._limit

    def start(self, turn: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
        """Run `turn`, which handles its own errors, beside the caller. Ask `has_room` first."""
        task = asyncio.create_task(turn, name="turn")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def idle(self) -> None:
        """Wait until no turn is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def drain(self, seconds: float) -> int:
        """Start no more, wait for the rest, cancel what is not done by then; the number of turns cancelled."""
        self._draining = True
        if not self._tasks:
            return 0
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return len(late)
