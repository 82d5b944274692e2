"""What the dearest of many odd messages of 4,000 characters costs, beside an ordinary one of that length."""

from bot.understand import warm_up
from tests.bench.table import Row
from tests.understand.test_hostile import HOSTILE, LENGTH, ORDINARY, taken


def hostile() -> Row:
    """Processor time of the dearest; what runs away would take thousands of times as long."""
    warm_up()
    ordinary = min(taken((ORDINARY * LENGTH)[:LENGTH]) for _ in range(3))
    dearest, piece = max((taken((piece * LENGTH)[:LENGTH]), piece) for piece in HOSTILE)
    what = f"4,000 characters of {piece!r}: CPU"
    return Row(what, f"{1000 * dearest:.0f} ms", f"{1000 * ordinary:.0f} ms ordinary", dearest / ordinary, 5)
