"""Let everything happen that is due by now: sync cycles, pending events, the end of what was deleted."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.sandbox.graph.state.deleted_people import forget_expired_people
from bot.sandbox.graph.state.soft_delete import forget_expired
from bot.sandbox.graph.state.sync_cycles import next_cycle, note_password_sync, run_cycle
from bot.sandbox.world import World


def settle(world: World) -> None:
    """Run all cycles and pending events due by the company's present, in the order they fall due."""
    now = world.clock.now()
    while (due := _next(world)) and due[0] <= now:
        at, happen = due
        happen(world, at)
    note_password_sync(world, now)
    forget_expired(world, now)
    forget_expired_people(world, now)


def later(world: World, delay: timedelta, event: Callable[[World], None]) -> None:
    """Have `event` happen once the company's clock has moved by `delay`."""
    world.pending.append((world.clock.now() + delay, event))


def _next(world: World) -> tuple[datetime, Callable[[World, datetime], None]] | None:
    cycle = next_cycle(world)
    pending = min((at for at, _ in world.pending), default=None)
    if pending is not None and (cycle is None or pending <= cycle):
        return pending, _happen
    return None if cycle is None else (cycle, run_cycle)


def _happen(world: World, at: datetime) -> None:
    """Run the first event due at `at`; it is taken off the list first, so that it may schedule another."""
    index = next(index for index, (due, _) in enumerate(world.pending) if due == at)
    _, event = world.pending.pop(index)
    event(world)
