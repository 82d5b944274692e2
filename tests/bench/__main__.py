"""All benchmarks, one after the other, as one table: `python -m tests.bench`. Exit code 1 when a target is missed.

Everything is on 127.0.0.1 and needs nothing but this repository; it takes up to ten minutes.
"""

import asyncio
import sys

from tests.bench import diagnosis_bench, echo_bench, follow_up_bench, pictures_bench, understanding_bench
from tests.bench.table import show


def main() -> int:
    """Measure, print, judge."""
    rows = [*asyncio.run(echo_bench.measure()), *asyncio.run(diagnosis_bench.measure()), *follow_up_bench.measure()]
    rows += pictures_bench.measure()
    show(rows)
    understanding_bench.main()
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
