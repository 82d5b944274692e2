"""Chores that come back: one follow-up each, which never ends."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.follow_up import Again, Kind
from bot.ports import Clock
from bot.store.follow_ups import FollowUp

Chore = Callable[[datetime], Awaitable[None]]
"""Gets the present, an aware datetime. It may be called again too early, after a crash."""


def every(interval: timedelta, chore: Chore, clock: Clock) -> Kind:
    """Do it, and again when `interval` has passed."""

    async def look(_: FollowUp) -> Again:
        await chore(clock.now())
        return Again(clock.now() + interval, {})

    return Kind(look)


def first(kind: str, now: datetime) -> FollowUp:
    """What sets it going; adding it a second time does nothing, so every replica may."""
    return FollowUp(kind, kind, None, None, {}, created_at=now, due_at=now)
