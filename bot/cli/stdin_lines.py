"""Standard input for an event loop: a thread reads, and Ctrl+C needn't wait for it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from threading import Thread
from typing import BinaryIO


async def stdin_lines() -> AsyncIterator[str]:
    """What is typed or piped in, line by line, without its end; bytes that aren't UTF-8 become `�`."""
    loop, arrived = asyncio.get_running_loop(), asyncio.Queue[bytes]()
    # Unbuffered: the buffer's lock, held while somebody types, would be in the way of ending.
    source: BinaryIO = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)

    def read() -> None:
        line = b"-"
        while line:
            line = source.readline()
            try:
                loop.call_soon_threadsafe(arrived.put_nowait, line)
            except RuntimeError:  # the loop has ended
                return

    # Not a thread of the loop's own: those are waited for at the end, and this one waits for somebody to type.
    Thread(target=read, daemon=True).start()
    while line := await arrived.get():
        yield line.decode(errors="replace").rstrip("\r\n")
