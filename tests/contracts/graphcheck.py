"""Microsoft's description of Graph, as a judge of what was said to it. It lies beside this repository, or nowhere."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CHECKER = Path(__file__).parents[3] / "shared" / "graph" / "graphcheck.py"
ABSENT = "../shared/graph/graphcheck.py is not here"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PART = re.compile(r"\[batch part (\S+)\] ")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a request: the checker's code ("P02": no such path), and what it says."""

    code: str
    request: str
    """The one at fault, also where it is a part of a batch: "GET /v1.0/groups/{id}", without its options."""
    said: str


def faults(log: Path) -> list[Fault]:
    """What is wrong with the requests and answers in a log; warnings count as faults."""
    exchanges: list[dict[str, Any]] = [json.loads(line) for line in log.read_text().splitlines()]
    found: list[dict[str, Any]] = [json.loads(line) for line in run("requests", log, "--strict", "--json").splitlines()]
    return [
        Fault(each["code"], request(exchanges[int(each["line"]) - 1], each["text"]), f"{each['line']}: {each['text']}")
        for each in found
    ]


def request(exchange: dict[str, Any], said: str) -> str:
    """The request a fault is about: the exchange's own, or that of the part of it which is named."""
    method, path = str(exchange["method"]), urlsplit(str(exchange["url"])).path
    if part := PART.match(said):
        (meant,) = (each for each in exchange["body"]["requests"] if each["id"] == part[1])
        method, path = str(meant["method"]), path.removesuffix("/$batch") + urlsplit(str(meant["url"])).path
    return f"{method} {ID.sub('{id}', path)}"


def forbidden(log: Path, granted: Sequence[str]) -> list[str]:
    """What the requests in a log would take that isn't among these delegated permissions: one line for each path."""
    said = run("permissions", log, "--scheme", "delegated", "--granted", ",".join(granted))
    return [line for line in said.splitlines() if line.startswith("FAULT")]


def run(command: str, log: Path, *options: str) -> str:
    """What the checker prints; raises `RuntimeError` with its words when it didn't come to a verdict."""
    arguments = [sys.executable, str(CHECKER), command, str(log), *options]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in {0, 1} or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr)
    if done.returncode == 1 and not done.stdout:
        raise RuntimeError(f"it found fault and named none: {done.stderr}")
    return done.stdout
