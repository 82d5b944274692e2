"""Waiting for SIGINT or SIGTERM."""

import asyncio
import signal
from collections.abc import Awaitable


async def until_stopped(meanwhile: Awaitable[None] | None = None) -> None:
    """Returns when the process is asked to stop; what `meanwhile` raises before that is raised at once."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for reason in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(reason, stopped.set)
    waiting = asyncio.ensure_future(stopped.wait())
    doing = [asyncio.ensure_future(meanwhile)] if meanwhile else []
    try:
        await asyncio.wait([waiting, *doing], return_when=asyncio.FIRST_COMPLETED)
        for done in doing:
            if done.done():
                done.result()
        await waiting
    finally:
        for pending in (waiting, *doing):
            pending.cancel()
