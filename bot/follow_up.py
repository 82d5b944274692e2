"""Look again, then say it once: what becomes of one follow-up whose lease this process holds.

A follow-up is a row (`bot.store.follow_ups`): a long wait is only its `due_at`. The handler of its kind looks, and it
is ended, put off, or told. No transaction is open while a handler works. `bot.follow_up_loop` finds what is due.

**Exactly one message is impossible** against a system outside: a process may die after Teams took a message and before
that is written down. So the telling is recorded before it is sent, and its activity id after. Whoever takes over one
that had begun asks the handler whether a message with this key arrived. Yes: it is over. Certainly not: it is sent.
Nobody knows, as with the Bot Connector, which has no way to ask
(https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference): it is over, too. So
it errs on silence: nobody is told twice, and who is told nothing is one whose message was being sent in the very
moment its process was killed. A process that lives ends sending before its lease does, so that none is overtaken.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.ports import Clock
from bot.store.follow_ups import LEASES_FOR_TELLING, FollowUp, State, Status, StoredFollowUps

log = logging.getLogger(__name__)

SENDING = 0.9
"""How much of the time for telling sending may take; a process that lives has stopped sending when another may."""
LONGEST_BACKOFF = timedelta(minutes=5)
PATIENCE_AFTER_DEADLINE = timedelta(days=1)
"""How long it is tried to say that looking has ended, when saying so fails."""


@dataclass(frozen=True, slots=True)
class Done:
    """It is over, and nobody need be told."""


@dataclass(frozen=True, slots=True)
class Again:
    """Look again at `due_at` (aware), knowing `state`."""

    due_at: datetime
    state: State


async def nobody_knows(_key: str) -> bool | None:
    """Whether a message arrived, where there is no way to ask."""
    return None


@dataclass(frozen=True, slots=True)
class Tell:
    """It is over, and the person is told: `send` gets the follow-up's id as key and returns the message's id.

    `send` returns `None` when the message certainly didn't arrive, and is tried again later. When it raises, nobody
    knows; then, and after a crash, it is called again only if `arrived` says that the message didn't.
    """

    send: Callable[[str], Awaitable[str | None]]
    arrived: Callable[[str], Awaitable[bool | None]] = nobody_knows


Handler: TypeAlias = Callable[[FollowUp], Awaitable[Done | Again | Tell]]


async def say_nothing(_: FollowUp) -> Done:
    """How to end what nobody is waiting for."""
    return Done()


@dataclass(frozen=True, slots=True)
class Kind:
    """How follow-ups of one kind are looked at; both may be called again after a crash, so what they do is idempotent.

    `look` is called when one is due, `give_up` once its deadline has passed.
    """

    look: Handler
    give_up: Callable[[FollowUp], Awaitable[Done | Tell]] = say_nothing


class NotTold(Exception):
    """The message certainly didn't arrive."""


def after_failure(held: FollowUp, now: datetime) -> datetime | None:
    """When to try again what went wrong: later each time, at the deadline at the latest; `None` if that has no use."""
    if held.deadline is not None and now >= held.deadline + PATIENCE_AFTER_DEADLINE:
        return None
    again = now + min(timedelta(seconds=2 ** min(held.failures, 16)), LONGEST_BACKOFF)
    return min(again, held.deadline) if held.deadline is not None and held.deadline > now else again


def next_look(held: FollowUp, again: Again) -> datetime:
    """When it is due again: never after the deadline, which would pass unnoticed."""
    return again.due_at if held.deadline is None else min(again.due_at, held.deadline)


async def follow_up(held: FollowUp, kind: Kind, stored: StoredFollowUps, clock: Clock) -> None:
    """Look at one that this process has leased, and write down what came of it; raises nothing but cancellation."""
    try:
        await looked_at(held, kind, stored, clock)
    except asyncio.CancelledError:
        with suppress(Exception):  # the lease runs out by itself, too
            await stored.release(held)
        raise
    except Exception as failed:  # whatever it was, it is tried again; the text may hold names
        log.warning("follow-up %s went wrong: %s", held.id, type(failed).__name__)
        await put_off(held, stored, clock.now())


async def looked_at(held: FollowUp, kind: Kind, stored: StoredFollowUps, clock: Clock) -> None:
    """Raises what the handler raises, `NotTold`, and what the database raises."""
    given_up = held.deadline is not None and clock.now() >= held.deadline
    result = await (kind.give_up(held) if given_up else kind.look(held))
    status: Status = "expired" if given_up else "done"
    match result:
        case Done():
            await stored.end(held, status, clock.now())
        case Again():
            await stored.put_off(held, next_look(held, result), result.state)
        case Tell():
            await told(held, result, status, stored, clock)


async def told(held: FollowUp, tell: Tell, status: Status, stored: StoredFollowUps, clock: Clock) -> None:
    """Send its one message, if it isn't sent; raises `NotTold` when it could not be."""
    if held.telling_began_at is not None:
        arrived = await tell.arrived(held.id)
        if arrived is None:
            log.warning("whether follow-up %s was told can't be known, so it isn't told again", held.id)
        if arrived is not False:
            await stored.end(held, status, clock.now())
            return
    if not await stored.begin_telling(held, clock.now()):  # cancelled, or another's
        return
    async with asyncio.timeout(SENDING * LEASES_FOR_TELLING * stored.lease.total_seconds()):
        activity = await tell.send(held.id)
    if activity is None:
        await stored.not_told(held)
        raise NotTold
    await stored.end(held, status, clock.now(), activity)


async def put_off(held: FollowUp, stored: StoredFollowUps, now: datetime) -> None:
    """Try again later, or give up for good. A database that is away leaves that to the end of the lease."""
    again = after_failure(held, now)
    try:
        if again is None:
            await stored.end(held, "expired", now)
        else:
            await stored.put_off(held, again, held.state, held.failures + 1)
    except Exception as failed:
        log.warning("follow-up %s waits for its lease to run out: %s", held.id, type(failed).__name__)
