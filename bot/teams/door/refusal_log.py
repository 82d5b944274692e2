"""Lines about refused requests, however many strangers come: the first of a kind at once, then a count now and then."""

import logging
from collections import Counter
from collections.abc import Callable

EVERY_SECONDS = 60.0

log = logging.getLogger(__name__)


class RefusalLog:
    """Counts refusals by their reason, which is always one of our own short phrases; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counts: Counter[str] = Counter()
        self._next_line: dict[str, float] = {}

    def refused(self, reason: str) -> None:
        """One more."""
        self._counts[reason] += 1
        now = self._clock()
        if now >= self._next_line.get(reason, now):
            self._next_line[reason] = now + EVERY_SECONDS
            log.warning("requests refused: %d, %s", self._counts.pop(reason), reason)
