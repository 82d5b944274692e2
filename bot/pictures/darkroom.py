"""Pictures off the event loop: in threads of their own, few at once, and nobody waits for ever."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import TypeVar

from bot.pictures.comparison import Comparison, NotCompared
from bot.pictures.refusal import Refusal

T = TypeVar("T")

AT_ONCE = 2
"""Threads. Each may take 64 MB."""
IN_HAND = 16
"""Questions about pictures being worked on or waiting; who comes then is told to come back."""
PATIENCE_SECONDS = 5.0
"""The largest picture that is taken is read in less than one."""


class Darkroom:
    """What can be done with pictures that may be anything. Opening does no I/O; `close` it when the bot stops.

    Pillow is loaded with the first picture, in a thread.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, "pictures")
        self._places = BoundedSemaphore(IN_HAND)

    async def compare(self, one: bytes, other: bytes) -> Comparison | NotCompared:
        """Whether two files show one photo."""
        answer = await self._develop(lambda: _compare(one, other))
        return NotCompared(answer, answer) if isinstance(answer, Refusal) else answer

    async def portrait(self, content: bytes) -> bytes | Refusal:
        """The picture as Graph is to have it: JPEG, square, nothing but pixels."""
        return await self._develop(lambda: _portrait(content))

    async def data_uri(self, content: bytes, most_characters: int) -> str | Refusal:
        """The picture small enough for a card."""
        return await self._develop(lambda: _data_uri(content, most_characters))

    def close(self) -> None:
        """Stop; pictures that wait for a thread are dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _develop(self, work: Callable[[], T]) -> T | Refusal:
        if not self._places.acquire(blocking=False):
            return Refusal.BUSY
        job = self._threads.submit(work)
        # A thread can't be ended: one that nobody waits for any more takes up its place until it is through.
        job.add_done_callback(lambda _: self._places.release())
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await asyncio.wrap_future(job)
        except TimeoutError:
            return Refusal.TOO_SLOW


# Imported in the thread that needs them: Pillow isn't loaded before somebody asks about a picture.


def _compare(one: bytes, other: bytes) -> Comparison | NotCompared:
    from bot.pictures.compare import compare  # noqa: PLC0415

    return compare(one, other)


def _portrait(content: bytes) -> bytes | Refusal:
    from bot.pictures.portrait import portrait  # noqa: PLC0415

    return portrait(content)


def _data_uri(content: bytes, most_characters: int) -> str | Refusal:
    from bot.pictures.portrait import data_uri  # noqa: PLC0415

    return data_uri(content, most_characters)
