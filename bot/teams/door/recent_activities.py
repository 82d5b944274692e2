"""Which messages were seen lately: Teams delivers a message again when it thinks the first attempt failed."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

REMEMBERED_SECONDS = 10 * 60
REMEMBERED_ACTIVITIES = 20_000


class RecentActivities:
    """Remembers ids for ten minutes, the newest 20,000 of them. `clock` counts seconds from any origin."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._seen: OrderedDict[tuple[str, str], float] = OrderedDict()

    def __contains__(self, key: tuple[str, str]) -> bool:
        seen_at = self._seen.get(key)
        return seen_at is not None and self._clock() - seen_at < REMEMBERED_SECONDS

    def add(self, key: tuple[str, str]) -> None:
        """Remember the activity `key`: conversation id and activity id."""
        self._seen[key] = self._clock()
        self._seen.move_to_end(key)
        if len(self._seen) > REMEMBERED_ACTIVITIES:
            self._seen.popitem(last=False)
