"""Work that goes on beside whoever started it: turns while Teams has its answer, and what outlasts a turn."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


class RunningTasks:
    """Tasks under way: kept alive, heard when they fail, and finished before the program ends.

    `name` is what the log calls one of them. At most `limit` are meant to run at a time; `None` sets no bound.
    """

    def __init__(self, name: str, limit: int | None = None) -> None:
        self._name = name
        self._limit = limit
        self._tasks: set[asyncio.Task[Any]] = set()
        self._draining = False

    def has_room(self) -> bool:
        """Whether one more may start now: never once draining has begun."""
        return not self._draining and (self._limit is None or len(self._tasks) < self._limit)

    def start(self, work: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
        """Run `work` beside the caller, who asks `has_room` first where there is a bound."""
        task = asyncio.create_task(work, name=self._name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def drain(self, seconds: float) -> int:
        """Wait for what is under way and cancel what is not done after `seconds`; the number of tasks cancelled."""
        self._draining = True
        try:
            async with asyncio.timeout(seconds):
                await self.idle()
        except TimeoutError:
            late = set(self._tasks)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            return len(late)
        return 0

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        # Often nobody waits for it, so this line is all there will be; the exception's text may quote a person.
        if not task.cancelled() and (failed := task.exception()):
            _log.error("%s failed: %s", self._name, type(failed).__name__)
