"""Let everything happen that is due by now: sync cycles, hourly work, pending events, the end of what was deleted."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bot.sandbox.graph.state.deleted_people import forget_expired_people
from bot.sandbox.graph.state.hourly import look_after, next_hour
from bot.sandbox.graph.state.soft_delete import forget_expired
from bot.sandbox.graph.state.sync_cycles import next_cycle, note_password_sync, run_cycle
from bot.sandbox.world import World

_Happening = tuple[datetime, Callable[[World, datetime], None]]
"""When something is due, and what it does then."""


def settle(world: World) -> None:
    """Run all cycles, hours and pending events due by the company's present, in the order they fall due."""
    now = world.clock.now()
    while (due := min(_ahead(world), key=lambda happening: happening[0]))[0] <= now:
        at, happen = due
        happen(world, at)
    note_password_sync(world, now)
    forget_expired(world, now)
    forget_expired_people(world, now)


def later(world: World, delay: timedelta, event: Callable[[World], None]) -> None:
    """Have `event` happen once the company's clock has moved by `delay`."""
    world.pending.append((world.clock.now() + delay, event))


def _ahead(world: World) -> Iterator[_Happening]:
    """The next happening of each kind; of two that are due together the first goes first."""
    if world.pending:
        yield min(at for at, _ in world.pending), _happen
    cycle = next_cycle(world)
    if cycle is not None:
        yield cycle, run_cycle
    yield next_hour(world), look_after


def _happen(world: World, at: datetime) -> None:
    """Run the first event due at `at`; it is taken off the list first, so that it may schedule another."""
    index = next(index for index, (due, _) in enumerate(world.pending) if due == at)
    _, event = world.pending.pop(index)
    event(world)
