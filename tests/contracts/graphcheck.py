"""Microsoft's description of Graph, as a judge of what was said to it. It lies beside this repository, or nowhere."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CHECKER = Path(__file__).parents[3] / "shared" / "graph" / "graphcheck.py"
ABSENT = "../shared/graph/graphcheck.py is not here"


@dataclass(frozen=True)
class Verdict:
    """How the checker ended, and everything it said."""

    passed: bool
    said: str

    @property
    def faults(self) -> list[str]:
        """The lines about what is wrong."""
        return [line for line in self.said.splitlines() if "FAULT" in line]


def check(command: str, log: Path, *options: str) -> Verdict:
    """Let it judge a log: `requests` or `permissions`."""
    arguments = [sys.executable, str(CHECKER), command, str(log), *options]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603
    return Verdict(done.returncode == 0, done.stdout + done.stderr)
