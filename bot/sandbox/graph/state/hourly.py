"""What Entra looks at every full hour: addresses in quarantine and groups that have expired."""

from datetime import datetime, timedelta

from bot.sandbox.graph.state.expiry import delete_expired
from bot.sandbox.graph.state.quarantine import heal
from bot.sandbox.world import World

_EVERY = timedelta(hours=1)


def next_hour(world: World) -> datetime:
    """The first full hour whose work isn't done."""
    return world.looked_after + _EVERY


def look_after(world: World, at: datetime) -> None:
    """The work of the hour `at`."""
    heal(world)
    delete_expired(world, at)
    world.looked_after = at
