"""People who each send a message, wait for the bot's reply, and send the next."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter

from tests.bench.echo.traffic import activity

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class _Target:
    """The bot, and what Teams would show it."""

    port: int
    token: str
    service_url: str

    def request(self, body: bytes) -> bytes:
        """One HTTP request."""
        return (
            "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {self.token}\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode() + body


@dataclass
class Load:
    """The people and the replies they wait for. `refused` counts answers of the bot other than 200 to 202."""

    waiting: dict[int, asyncio.Future[None]] = field(default_factory=dict[int, "asyncio.Future[None]"])
    done: int = 0
    refused: int = 0
    _numbers: "count[int]" = field(default_factory=count)

    def replied(self, number: int) -> None:
        """The connector took the reply to message `number`."""
        waiter = self.waiting.pop(number, None)
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    async def run(
        self, port: int, token: str, service_url: str, *, people: int, turns: int, seconds: float, settle: float = 0
    ) -> tuple[int, float]:
        """Until `turns` replies came or `seconds` passed: how many came, and in how many seconds.

        People arrive spread over the first `settle` seconds, which are not counted.
        """
        target = _Target(port, token, service_url)
        left = iter(range(turns))
        tasks = [
            asyncio.create_task(self._person(target, left, arrives_after=settle * index / people))
            for index in range(people)
        ]
        if settle:
            await asyncio.sleep(settle)
        start, before = perf_counter(), self.done
        await asyncio.wait(tasks, timeout=seconds)
        counted, elapsed = self.done - before, perf_counter() - start
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return counted, elapsed

    async def _person(self, target: _Target, left: Iterator[int], arrives_after: float) -> None:
        await asyncio.sleep(arrives_after)
        reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
        try:
            for _ in left:
                number = next(self._numbers)
                waiter = self.waiting[number] = asyncio.get_running_loop().create_future()
                await self._send(reader, writer, target.request(activity(number, target.service_url)))
                await waiter
                self.done += 1
        finally:
            writer.close()

    async def _send(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> None:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length:
            await reader.readexactly(int(length[1]))
        if head.split(b" ", 2)[1] not in (b"200", b"201", b"202"):
            self.refused += 1
