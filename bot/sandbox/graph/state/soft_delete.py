"""Deleted groups wait thirty days, then they are gone.

https://learn.microsoft.com/graph/api/group-delete
"""

from datetime import datetime, timedelta

from bot.sandbox.graph.state.sync_cycles import wire_moment
from bot.sandbox.world import World

KEPT = timedelta(days=30)


def soft_delete(world: World, group: str) -> None:
    """Move a group to the deleted ones; its members and owners come back with it."""
    world.deleted_groups[group] = world.groups.pop(group) | {"deletedDateTime": wire_moment(world.clock.now())}


def restore(world: World, group: str) -> None:
    """Bring a deleted group back."""
    world.groups[group] = world.deleted_groups.pop(group) | {"deletedDateTime": None}


def forget_expired(world: World, now: datetime) -> None:
    """Remove for good what was deleted more than thirty days before `now`."""
    for group, deleted in list(world.deleted_groups.items()):
        since = deleted["deletedDateTime"]
        if since and datetime.fromisoformat(since) + KEPT <= now:
            del world.deleted_groups[group]
            world.members.pop(group, None)
            world.owners.pop(group, None)
            world.teams.pop(group, None)
