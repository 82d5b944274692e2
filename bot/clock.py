"""Where time comes from in production; a company has its own."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        """The present, UTC."""
        return datetime.fromtimestamp(time.time(), UTC)
