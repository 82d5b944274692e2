"""What a whole diagnosis costs: against the round trips it can't do without, and against a stock EchoBot's start.

The bot is the production process (`python -m bot serve`) with its tokens checked; Graph answers in 80 ms, the connector
in 200 ms, both from another process. Interleaved rounds, medians, ratios.
Run: python -m tests.bench.diagnosis_bench
"""

import asyncio
import json
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import aiohttp

from tests.bench.diagnosis.identities import APP_ID, TENANT
from tests.bench.diagnosis.people import Chat, People
from tests.bench.processes import Process, free_port, start
from tests.bench.table import Row, show

STARTS = 3
ALONE = 15
CROWD = 40
ROUNDS = 5
TURNS = 240
BUSY = 12
THINKING = 0.2
ECHOES = 1500
WAYS = {
    "known": "diagnosis, group known",
    "named": "diagnosis, group named",
    "another": "about another person",
    "photo": "about somebody's photo",
    "tenant": "about the tenant's sync",
}
"""What is asked → what it is called here."""
MOST_WALL = 1.03
"""Times the round trips it can't do without."""
MOST_CPU = {"known": 10.0, "named": 17.0}
"""Times a bare echo."""


class Bench:
    """The people, the services, and a folder for databases."""

    def __init__(self, people: People, folder: Path) -> None:
        self.people = people
        self._folder = folder
        self._database = folder / "syncdoctor.sqlite"

    async def ours(self, *command: str) -> Process:
        """Our bot."""
        port = free_port()
        settings = {
            "APP_ID": APP_ID,
            "TENANT_ID": TENANT,
            "APP_SECRET": "secret",
            "PUBLIC_URL": "https://bot.example",
            "DATABASE_URL": f"sqlite:///{self._database}",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "SANDBOX": self.people.services.url,
            "LOG_LEVEL": "ERROR",
        }
        environment = {f"SYNCDOCTOR_{name}": value for name, value in settings.items()}
        return await start(command or ("-m", "bot", "serve", "--no-check"), port, environment)

    async def other(self, module: str) -> Process:
        """Another bot of the benchmarks."""
        port = free_port()
        return await start(("-m", module, str(port), self.people.services.url), port)

    async def signed_in(self, bot: Process, people: int) -> list[Chat]:
        """Chats of people who have signed in and got their first answer."""
        chats = [Chat(number, bot.port) for number in range(people)]
        async with aiohttp.ClientSession() as http:
            for chat in chats:
                await self.people.sign_in(http, chat)
        return chats


async def starting(bench: Bench) -> list[Row]:
    """Time to listening, time to being ready and resident memory then, beside a stock EchoBot's."""
    for first in (await bench.ours(), await bench.other(STOCK)):  # makes the database, and compiles what it imports
        await first.ready()
        first.stop()
    seconds: dict[str, list[float]] = {"ours": [], "stock": []}
    ready: dict[str, list[float]] = {"ours": [], "stock": []}
    memory: dict[str, list[float]] = {"ours": [], "stock": []}
    for _ in range(STARTS):
        for name, start_one in (("stock", lambda: bench.other(STOCK)), ("ours", bench.ours)):
            bot = await start_one()
            seconds[name].append(bot.seconds_to_listen)
            ready[name].append(await bot.ready())
            memory[name].append(bot.rss_mb())
            bot.stop()
    return [
        beside_stock("time to listening", seconds, "s", 2.5),
        beside_stock("time to ready", ready, "s", None),
        beside_stock("memory when ready", memory, "MB", 2),
    ]


def beside_stock(what: str, each: dict[str, list[float]], unit: str, target: float | None) -> Row:
    """One line of that."""
    of = {name: median(some) for name, some in each.items()}
    shown = {name: f"{value:.3g} {unit}" for name, value in of.items()}
    return Row(what, shown["ours"], f"{shown['stock']} stock EchoBot", of["ours"] / of["stock"], target)


STOCK = "tests.bench.echo.stock_bot"
BARE = "tests.bench.diagnosis.bare_bot"
BARE_ECHO = "tests.bench.echo.bare_bot"


async def waiting(bench: Bench, ours: Process, bare: Process) -> list[Row]:
    """One person alone: how long until the answer is there."""
    (chat,) = await bench.signed_in(ours, 1)
    await bench.people.check(chat)
    times: dict[tuple[str, str], list[float]] = {}
    for _ in range(ALONE):
        for how in WAYS:
            for name, bot in (("bare", bare), ("ours", ours)):
                times.setdefault((name, how), []).extend(await bench.people.turns([Chat(0, bot.port)], how, 1))
    middle = {key: median(each) for key, each in times.items()}
    return [
        Row(
            f"{called}: wall",
            f"{1000 * middle['ours', how]:.0f} ms",
            f"{1000 * middle['bare', how]:.0f} ms bare round trips",
            middle["ours", how] / middle["bare", how],
            MOST_WALL,
        )
        for how, called in WAYS.items()
    ]


async def working(bench: Bench, ours: Process, echo: Process) -> list[Row]:
    """Forty people at once: what one turn costs in processor time."""
    chats = await bench.signed_in(ours, CROWD)
    costs: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        crowd = [Chat(chat.number, echo.port) for chat in chats]
        bench.people.services.slow = False
        costs.setdefault("echo", []).append(await cpu_ms(bench, echo, crowd, "echo", ECHOES))
        bench.people.services.slow = True
        for how in WAYS:
            costs.setdefault(how, []).append(await cpu_ms(bench, ours, chats, how, TURNS))
    middle = {key: median(each) for key, each in costs.items()}
    fetched = bench.people.services.connector_tokens
    return [
        *(
            Row(
                f"{called}: CPU",
                f"{middle[how]:.2f} ms",
                f"{middle['echo']:.3f} ms bare echo",
                middle[how] / middle["echo"],
                MOST_CPU.get(how),
            )
            for how, called in WAYS.items()
        ),
        Row(f"connector tokens in {len(WAYS) * ROUNDS * TURNS} turns", str(fetched), "1 per lifetime", fetched, 1),
    ]


async def cpu_ms(bench: Bench, bot: Process, chats: list[Chat], how: str, turns: int) -> float:
    """CPU milliseconds the bot used for each turn."""
    before = bot.cpu_seconds()
    done = await bench.people.turns(chats, how, turns)
    return 1000 * (bot.cpu_seconds() - before) / len(done)


async def watching(bench: Bench, folder: Path) -> list[Row]:
    """A busy hour, 25 questions a second: how long the event loop was ever blocked."""
    file = folder / "seen.json"
    bot = await bench.ours("-m", "tests.bench.diagnosis.watched_bot", str(file))
    try:
        chats = await bench.signed_in(bot, BUSY)
        bot.process.send_signal(signal.SIGUSR1)
        for how in WAYS:
            await bench.people.turns(chats, how, TURNS, THINKING)
        bot.process.send_signal(signal.SIGUSR2)
        await asyncio.sleep(0.5)
        seen = json.loads(file.read_text())
    finally:
        bot.stop()
    told = f"p99.9 {seen['p99.9']:.1f} ms, {seen['collections']} collections, {seen['robbed']} samples void"
    return [Row("event loop blocked", f"{seen['longest']:.1f} ms", told, seen["longest"], 10)]


@asynccontextmanager
async def bench_of(folder: Path) -> AsyncGenerator[Bench]:
    """The people and the services, up and running."""
    people = People()
    runner = await people.services.start()
    try:
        yield Bench(people, folder)
    finally:
        await runner.cleanup()


async def measure() -> list[Row]:
    """Everything, in about three minutes."""
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        async with bench_of(folder) as bench:
            rows = await starting(bench)
            bench.people.services.connector_tokens = 0
            running = [await bench.ours(), await bench.other(BARE), await bench.other(BARE_ECHO)]
            ours, bare, echo = running
            try:
                rows += await waiting(bench, ours, bare)
                rows += await working(bench, ours, echo)
            finally:
                for bot in running:
                    bot.stop()
            return rows + await watching(bench, folder)


if __name__ == "__main__":
    show(asyncio.run(measure()))
