"""Actions that nobody is at any more get an outcome: unknown. Whoever presses their buttons again is told to look."""

import logging
from datetime import datetime
from typing import Protocol

from bot.housekeeping.recurring import Chore

log = logging.getLogger(__name__)


class Settles(Protocol):
    """The audit."""

    async def settle_cut_off(self, now: datetime) -> int:
        """Settle actions whose leases have run out; how many there were."""
        ...


def settle_cut_off_actions(trail: Settles) -> Chore:
    """Settle them; those another process has under way keep their leases, and are left alone."""

    async def settled(now: datetime) -> None:
        if count := await trail.settle_cut_off(now):
            log.warning("%s actions were cut off: what became of them is unknown", count)

    return settled
