"""An endpoint that fails again and again is left alone for a while."""

from collections.abc import Callable

FAILURES = 3
"""So many in a row, and the pause begins."""
PAUSE = 60.0
"""Seconds."""


class Breaker:
    """Counts failures in a row. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failures = 0
        self._paused_until = float("-inf")

    @property
    def paused(self) -> bool:
        """Whether to ask nobody now."""
        return self._clock() < self._paused_until

    def succeeded(self) -> None:
        """It works: nothing is held against it any more."""
        self._failures = 0
        self._paused_until = float("-inf")

    def failed(self) -> bool:
        """It failed; whether that begins a pause. The first failure after a pause begins the next one."""
        self._failures += 1
        if self._failures < FAILURES:
            return False
        self._paused_until = self._clock() + PAUSE
        return True
