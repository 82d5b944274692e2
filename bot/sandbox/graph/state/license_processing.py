"""A group's licences reach its members some minutes after they, or the members, have changed.

https://learn.microsoft.com/entra/identity/users/licensing-group-advanced
"""

from datetime import timedelta

from bot.sandbox.graph.state.group_licenses import reconcile
from bot.sandbox.graph.state.settle import later
from bot.sandbox.world import World

BEGINS_AFTER = timedelta(minutes=1)
COMPLETE_AFTER = timedelta(minutes=4)
"""Unverified: small groups take minutes, large ones up to a day."""


def process_later(world: World, group: str) -> None:
    """Queue the group; whatever was under way for it is overtaken."""

    def step(world: World, to: str) -> None:
        # Another change has queued the group again, or it is gone: that one's steps count.
        if group not in world.groups or world.groups[group]["licenseProcessingState"] is not ours[-1]:
            return
        if to == "ProcessingComplete":
            reconcile(world, group)
        ours.append(_state(world, group, to))

    ours = [_state(world, group, "QueuedForProcessing")]
    later(world, BEGINS_AFTER, lambda world: step(world, "ProcessingInProgress"))
    later(world, COMPLETE_AFTER, lambda world: step(world, "ProcessingComplete"))


def _state(world: World, group: str, state: str) -> dict[str, str]:
    now = {"state": state}
    world.groups[group] = world.groups[group] | {"licenseProcessingState": now}
    return now
