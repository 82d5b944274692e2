"""Bots as processes of their own: started, watched from outside, ended."""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import aiohttp
import psutil

COMPILED = str(Path(tempfile.gettempdir()) / "syncdoctor-bench-bytecode")
"""Installed programs are compiled once and started often, wherever the machine that measures keeps its bytecode."""


@dataclass
class Process:
    """A running bot."""

    port: int
    process: psutil.Popen
    began: float
    seconds_to_listen: float

    async def ready(self) -> float:
        """Seconds from the start until it can answer messages; a bot without `/healthz` can when it listens."""
        async with aiohttp.ClientSession() as http:
            while True:
                async with http.get(f"http://127.0.0.1:{self.port}/healthz") as answer:
                    if answer.status != 503:
                        return perf_counter() - self.began
                await asyncio.sleep(0.005)

    def cpu_seconds(self) -> float:
        """User and system time used so far, all threads."""
        times = self.process.cpu_times()
        return times.user + times.system

    def rss_mb(self) -> float:
        """Resident memory in MB."""
        return self.process.memory_info().rss / 1e6

    def stop(self) -> None:
        """End this process."""
        self.process.kill()
        self.process.wait()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def compiled() -> dict[str, str]:
    """An environment in which a program is compiled once."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return around | {"PYTHONPYCACHEPREFIX": COMPILED}


async def start(command: Sequence[str], port: int, environment: Mapping[str, str] | None = None) -> Process:
    """Run `python COMMAND` until it listens on `port`; raises `TimeoutError` if it ends or takes 20 seconds."""
    began = perf_counter()
    around = {**compiled(), **(environment or {})}
    process = psutil.Popen([sys.executable, *command], stderr=subprocess.DEVNULL, env=around)
    while perf_counter() - began < 20 and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Process(port, process, began, perf_counter() - began)
        await asyncio.sleep(0.005)
    process.kill()
    raise TimeoutError(" ".join(command))
