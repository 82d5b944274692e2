"""Chores that come back: one follow-up each, which never ends."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.follow_up import Again, Kind
from bot.ports import Clock
from bot.store.follow_ups import FollowUp, StoredFollowUps

RECURRING: Mapping[str, timedelta] = {
    "settle_cut_off_actions": timedelta(minutes=1),
    "find_unanswered_requests": timedelta(minutes=10),
    "prune": timedelta(hours=1),
}
"""By kind, how long between two times."""

Chore = Callable[[datetime], Awaitable[None]]
"""Gets the present, an aware datetime. It may be called again too early, after a crash."""


def every(interval: timedelta, chore: Chore, clock: Clock) -> Kind:
    """Do it, and again when `interval` has passed."""

    async def look(_: FollowUp) -> Again:
        await chore(clock.now())
        return Again(clock.now() + interval, {})

    return Kind(look)


async def set_going(stored: StoredFollowUps, now: datetime) -> None:
    """See to it that all of them are under way; those that are go on as they were, so every process may do so."""
    await stored.add_all(
        FollowUp(kind, kind, None, None, {}, created_at=now, due_at=now + interval)
        for kind, interval in RECURRING.items()
    )
