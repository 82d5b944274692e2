"""Deleted people wait thirty days, then they are gone.

https://learn.microsoft.com/graph/api/user-delete
"""

from datetime import datetime

from bot.sandbox.graph.state.soft_delete import KEPT
from bot.sandbox.world import World


def forget_expired_people(world: World, now: datetime) -> None:
    """Remove for good whoever was deleted more than thirty days before `now`."""
    for user, deleted in list(world.deleted_users.items()):
        since = deleted["deletedDateTime"]
        if since and datetime.fromisoformat(since) + KEPT <= now:
            del world.deleted_users[user]
