"""Deleted groups wait thirty days, then they are gone.

https://learn.microsoft.com/graph/api/group-delete
"""

from datetime import datetime, timedelta

from bot.sandbox.world import World, wire_moment

KEPT = timedelta(days=30)


def soft_delete(world: World, group: str, at: datetime) -> None:
    """Move a group to the deleted ones; its members and owners come back with it."""
    world.deleted_groups[group] = world.groups.pop(group) | {"deletedDateTime": wire_moment(at)}


def restore(world: World, group: str) -> None:
    """Bring a deleted group back."""
    world.groups[group] = world.deleted_groups.pop(group) | {"deletedDateTime": None}


def delete_for_good(world: World, group: str, _: datetime) -> None:
    """Forget a living group at once: distribution lists and mail-enabled security groups can't be restored."""
    del world.groups[group]
    _forget(world, group)


def forget_expired(world: World, now: datetime) -> None:
    """Remove for good what was deleted more than thirty days before `now`."""
    for group, deleted in list(world.deleted_groups.items()):
        since = deleted["deletedDateTime"]
        if since and datetime.fromisoformat(since) + KEPT <= now:
            del world.deleted_groups[group]
            _forget(world, group)


def _forget(world: World, group: str) -> None:
    world.members.pop(group, None)
    world.owners.pop(group, None)
    world.teams.pop(group, None)
