"""People who each send a message, wait for the bot's reply, and send the next."""

import asyncio
import re
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter

from tests.bench.echo.traffic import activity

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass
class Load:
    """The people and the replies they wait for. `refused` counts answers of the bot other than 200 to 202."""

    waiting: dict[int, asyncio.Future[None]] = field(default_factory=dict[int, "asyncio.Future[None]"])
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

        What happens in the first `settle` seconds, while everybody connects at once, is not counted.
        """
        left = iter(range(turns))
        done = 0

        async def person() -> None:
            nonlocal done
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                for _ in left:
                    number = next(self._numbers)
                    waiter = self.waiting[number] = asyncio.get_running_loop().create_future()
                    await self._send(reader, writer, _request(token, activity(number, service_url)))
                    await waiter
                    done += 1
            finally:
                writer.close()

        tasks = [asyncio.create_task(person()) for _ in range(people)]
        if settle:
            await asyncio.sleep(settle)
        start, before = perf_counter(), done
        _, late = await asyncio.wait(tasks, timeout=seconds)
        elapsed, counted = perf_counter() - start, done - before
        for task in late:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return counted, elapsed

    async def _send(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> None:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length:
            await reader.readexactly(int(length[1]))
        if head.split(b" ", 2)[1] not in (b"200", b"201", b"202"):
            self.refused += 1


def _request(token: str, body: bytes) -> bytes:
    return (
        "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body
