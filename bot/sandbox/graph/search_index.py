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
    groups: dict[str, Wire]
    members: dict[str, list[str]]
    owners: dict[str, list[str]]


class SearchIndex:
    """Photographs of the company's groups; cheap, because every write replaces a value instead of changing it."""

    def __init__(self, world: World) -> None:
        self._taken: list[tuple[datetime, _Photograph]] = [(world.clock.now(), _photograph(world))]

    def notice(self, world: World) -> None:
        """Take a photograph if the groups have changed since the last one."""
        now = _photograph(world)
        if now != self._taken[-1][1]:
            self._taken.append((world.clock.now(), now))

    def as_known(self, world: World) -> World:
        """The company as the index knows it by now; photographs nobody can ask for again are thrown away."""
        latest = world.clock.now() - LAG
        known = [at for at, _ in self._taken if at <= latest]
        del self._taken[: max(len(known) - 1, 0)]
        found = self._taken[0][1]
        return replace(world, groups=found.groups, members=found.members, owners=found.owners)


def _photograph(world: World) -> _Photograph:
    return _Photograph(dict(world.groups), dict(world.members), dict(world.owners))
