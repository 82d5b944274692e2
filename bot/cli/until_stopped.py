"""Waiting for SIGINT or SIGTERM."""

import asyncio
import signal


async def until_stopped() -> None:
    """Returns when the process is asked to stop."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for reason in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(reason, stopped.set)
    await stopped.wait()
