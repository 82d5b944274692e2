"""Forget what has outlived its use. How long each thing is kept stands where it is kept, as `REMEMBERED`."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.housekeeping.recurring import Chore

log = logging.getLogger(__name__)

Forget = Callable[[datetime], Awaitable[int]]
"""Drops what is too old at that moment; how much that was."""


def prune(forgets: Mapping[str, Forget], empty_log: Callable[[], Awaitable[None]]) -> Chore:
    """Forget all of it, by what it is called in the log; then empty the database's own log, which holds it still."""

    async def pruned(now: datetime) -> None:
        counts = {what: await forget(now) for what, forget in forgets.items()}
        if any(counts.values()):
            log.info("forgot %s", ", ".join(f"{count} {what}" for what, count in counts.items() if count))
            await empty_log()

    return pruned
