"""The index that advanced queries read: it learns of writes some seconds late.

https://learn.microsoft.com/graph/aad-advanced-queries
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.sandbox.world import Wire, World

LAG = timedelta(seconds=15)
"""How long a write stays invisible to the index. Unverified: Microsoft gives no figure."""


@dataclass(frozen=True)
class _Photograph:
    users: dict[str, Wire]
    groups: dict[str, Wire]
    members: dict[str, list[str]]
    owners: dict[str, list[str]]


class SearchIndex:
    """Photographs of people and groups; cheap, because every write replaces a value instead of changing it."""

    def __init__(self, world: World) -> None:
        self._taken: list[tuple[datetime, _Photograph]] = [(world.clock.now(), _photograph(world))]

    def notice(self, world: World) -> None:
        """Take a photograph if people or groups have changed since the last one."""
        now = _photograph(world)
        if now != self._taken[-1][1]:
            self._taken.append((world.clock.now(), now))

    def as_known(self, world: World, caller: str | None = None) -> World:
        """The company as the index knows it by now; photographs nobody can ask for again are thrown away.

        The `caller`, a user's id, is always known: whoever is so new that the index hasn't heard of them can still ask.
        """
        latest = world.clock.now() - LAG
        known = [at for at, _ in self._taken if at <= latest]
        del self._taken[: max(len(known) - 1, 0)]
        found = self._taken[0][1]
        themself = {caller: world.users[caller]} if caller in world.users else {}
        users = {**themself, **found.users}
        return replace(world, users=users, groups=found.groups, members=found.members, owners=found.owners)


def _photograph(world: World) -> _Photograph:
    return _Photograph(dict(world.users), dict(world.groups), dict(world.members), dict(world.owners))
