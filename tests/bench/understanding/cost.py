"""What understanding costs: time to load, memory and time per sentence, in a process that does nothing else.

Run: python -m tests.bench.understanding.cost < LINES, a message each; prints three numbers.
"""

import subprocess
import sys
from collections.abc import Sequence
from time import perf_counter, process_time

import psutil

from tests.bench.processes import compiled
from tests.bench.table import Row

MB = 1e6


def cost(texts: Sequence[str]) -> list[Row]:
    """Against the issue's limits: 300 ms, 60 MB, 5 ms a sentence."""
    subprocess.run([sys.executable, "-c", "import bot.understand"], check=True, env=compiled())
    lines = "\n".join(" ".join(text.split()) for text in texts)
    measured = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-m", __name__], input=lines, capture_output=True, text=True, check=True, env=compiled()
    ).stdout.split()
    load, memory, sentence = map(float, measured)
    return [
        Row("understanding: load", f"{load:.0f} ms", "300 ms", load / 300, 1),
        Row("understanding: memory", f"{memory:.0f} MB", "60 MB", memory / 60, 1),
        Row("understanding: a sentence, CPU", f"{sentence:.2f} ms", "5 ms", sentence / 5, 1),
    ]


def main() -> None:
    """Measures itself."""
    process = psutil.Process()
    texts = sys.stdin.read().splitlines()
    before, began = process.memory_info().rss, perf_counter()
    from bot.understand import understand, warm_up  # noqa: PLC0415 - what is measured

    warm_up()
    load = perf_counter() - began
    began = process_time()
    for text in texts:
        understand(text)
    spent = process_time() - began
    memory = process.memory_info().rss - before
    sys.stdout.write(f"{1000 * load} {memory / MB} {1000 * spent / len(texts)}\n")


if __name__ == "__main__":
    main()
