"""The real command: what it writes where, and what it ends with."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app

ROOT = Path(__file__).parents[2]
SECONDS = 60
"""Until a command counts as stuck."""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything, wherever it was written."""
        return self.out + self.err


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """This process's, without any setting of the bot's but these."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SYNCDOCTOR_")}
    path = os.pathsep.join(each for each in (variables.get("PYTHONPATH"), str(ROOT)) if each)
    return {**plain, "COLUMNS": "200", **variables, "PYTHONPATH": path}


def syncdoctor(*arguments: str, stdin: str | bytes = "", variables: Mapping[str, str] | None = None) -> Ended:
    """Run it to its end, in this process."""
    own = {name: None for name in os.environ if name.startswith("SYNCDOCTOR_")}
    done = CliRunner().invoke(app, arguments, input=stdin, env={**own, "COLUMNS": "200", **(variables or {})})
    return Ended(done.exit_code, done.stdout, done.stderr)


def in_a_process_of_its_own(
    *arguments: str, stdin: str = "", variables: Mapping[str, str] | None = None, folder: Path = ROOT
) -> Ended:
    """Run it to its end as the command that is installed, in this folder."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", "from bot.cli import app; app()", *arguments],
        input=stdin.encode(),
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(variables or {}),
        timeout=SECONDS,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
