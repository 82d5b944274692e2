"""How much an echo turn costs: ours against the least aiohttp can do and against stock botbuilder, as ratios.

All on 127.0.0.1, interleaved rounds, medians; at most 90 seconds.
Run: python -m tests.bench.echo_bench
"""

import asyncio
import socket
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import psutil

from tests.bench.echo.fake_services import FakeServices
from tests.bench.echo.load import Load

PROGRAMS = {"bare": "bare_bot", "ours": "our_bot", "stock": "stock_bot"}
ROUNDS = 5
ROUND_SECONDS = 2.5
PEOPLE = 16
TURNS = {"bare": 1500, "ours": 1500, "stock": 60}
CONNECTOR_SECONDS = 0.2
CROWD = 200
CROWD_SETTLE_SECONDS = 1.5
CROWD_SECONDS = {"bare": 3.0, "ours": 3.0, "stock": 8.0}
# The stock bot comes last and once: what it could not finish would burden the next measurement.
CROWD_ORDER = ("bare", "ours", "bare", "ours", "bare", "ours", "stock")


@dataclass
class Bot:
    """One running bot."""

    name: str
    port: int
    process: psutil.Popen
    seconds_to_listen: float

    def cpu_seconds(self) -> float:
        """User and system time used so far, all threads."""
        times = self.process.cpu_times()
        return times.user + times.system

    def rss_mb(self) -> float:
        """Resident memory."""
        return self.process.memory_info().rss / 1e6

    def stop(self) -> None:
        """End this process."""
        self.process.kill()
        self.process.wait()


async def start(name: str, services_url: str) -> Bot:
    """Start a bot and wait until it listens; raises `TimeoutError` if it ends or takes 20 seconds."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    began = perf_counter()
    command = [sys.executable, "-m", f"tests.bench.echo.{PROGRAMS[name]}", str(port), services_url]
    process = psutil.Popen(command, stderr=subprocess.DEVNULL)
    while perf_counter() - began < 20 and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Bot(name, port, process, perf_counter() - began)
        await asyncio.sleep(0.005)
    process.kill()
    raise TimeoutError(name)


async def cpu_ms_per_turn(bot: Bot, load: Load, services: FakeServices) -> float:
    """CPU milliseconds the bot used for each reply."""
    before = bot.cpu_seconds()
    done, _ = await load.run(
        bot.port,
        services.token(),
        services.service_url,
        people=PEOPLE,
        turns=TURNS[bot.name],
        seconds=ROUND_SECONDS,
    )
    return 1000 * (bot.cpu_seconds() - before) / max(done, 1)


async def turns_per_second(bot: Bot, load: Load, services: FakeServices) -> float:
    """Replies per second with many people and a connector that takes its time."""
    services.connector_seconds = CONNECTOR_SECONDS
    done, elapsed = await load.run(
        bot.port,
        services.token(),
        services.service_url,
        people=CROWD,
        turns=sys.maxsize,
        seconds=CROWD_SECONDS[bot.name],
        settle=CROWD_SETTLE_SECONDS,
    )
    services.connector_seconds = 0.0
    return done / elapsed


async def measure(bots: dict[str, Bot], load: Load, services: FakeServices) -> None:
    """Report what the running bots cost and how fast they are."""
    _report("RSS MB idle", {name: bot.rss_mb() for name, bot in bots.items()}, lower=True)
    for bot in bots.values():  # the first turns fetch keys and tokens
        await load.run(bot.port, services.token(), services.service_url, people=4, turns=20, seconds=5)
    rounds = [{name: await cpu_ms_per_turn(bot, load, services) for name, bot in bots.items()} for _ in range(ROUNDS)]
    _report("CPU ms per turn", {name: median(costs[name] for costs in rounds) for name in bots}, lower=True)
    _report("RSS MB loaded", {name: bot.rss_mb() for name, bot in bots.items()}, lower=True)
    speeds = [(name, await turns_per_second(bots[name], load, services)) for name in CROWD_ORDER]
    speed = {bot: median(value for name, value in speeds if name == bot) for bot in bots}
    _report(f"turns/s, {CROWD} at once, connector {CONNECTOR_SECONDS} s", speed, lower=False)
    sys.stdout.write(f"answers other than 2xx: {load.refused}\n")


async def main() -> None:
    """Measure and report."""
    load = Load()
    services = FakeServices(load.replied)
    server = await services.start()
    starts = {name: median([await _time_to_listen(name, services.url) for _ in range(3)]) for name in PROGRAMS}
    _report("seconds to listening", starts, lower=True)
    bots = {name: await start(name, services.url) for name in PROGRAMS}
    try:
        await measure(bots, load, services)
    finally:
        for bot in bots.values():
            bot.stop()
        server.close()


async def _time_to_listen(name: str, services_url: str) -> float:
    bot = await start(name, services_url)
    bot.stop()
    return bot.seconds_to_listen


def _report(what: str, measured: dict[str, float], *, lower: bool) -> None:
    values = "  ".join(f"{name} {value:.3g}" for name, value in measured.items())
    to_bare = measured["ours"] / measured["bare"]
    to_stock = measured["stock"] / measured["ours"] if lower else measured["ours"] / measured["stock"]
    sys.stdout.write(f"{what:45} {values:45} ours/bare {to_bare:.2f}  better than stock x{to_stock:.1f}\n")


if __name__ == "__main__":
    asyncio.run(main())
