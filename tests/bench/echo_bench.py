"""What an echo turn costs: ours against the least aiohttp can do and against stock botbuilder, as ratios.

All on 127.0.0.1, interleaved rounds, medians; about 70 seconds. Run: python -m tests.bench.echo_bench
"""

import asyncio
import sys
from statistics import median

from tests.bench.echo.fake_services import FakeServices
from tests.bench.echo.load import Load
from tests.bench.echo.strangers import DROPPED, STRANGERS, refused
from tests.bench.processes import Process, free_port, start
from tests.bench.table import Row, show

PROGRAMS = {"bare": "bare_bot", "ours": "our_bot", "stock": "stock_bot"}
ROUNDS = 5
ROUND_SECONDS = 2.5
PEOPLE = 16
REFUSALS = 300
TURNS = {"bare": 1500, "ours": 1500, "stock": 60}
CONNECTOR_SECONDS = 0.2
CROWD = 200
CROWD_SETTLE_SECONDS = 1.5
CROWD_SECONDS = {"bare": 3.0, "ours": 3.0, "stock": 8.0}
# The stock bot comes last and once: what it could not finish would burden the next measurement.
CROWD_ORDER = ("bare", "ours", "bare", "ours", "bare", "ours", "stock")


async def measure() -> list[Row]:
    """CPU of one turn, and turns per second of a crowd."""
    load = Load()
    services = FakeServices(load.replied)
    server = await services.start()
    bots = {name: await started(program, services.url) for name, program in PROGRAMS.items()}
    try:
        costs, ours = await cost(bots, load, services)
        turned_away = await strangers(bots["ours"], ours)
        return [*costs, *turned_away, *await pace(bots, load, services)]
    finally:
        for bot in bots.values():
            bot.stop()
        server.close()


async def started(program: str, services_url: str) -> Process:
    """One of the echo bots, listening."""
    port = free_port()
    return await start(("-m", f"tests.bench.echo.{program}", str(port), services_url), port)


async def cost(bots: dict[str, Process], load: Load, services: FakeServices) -> tuple[list[Row], float]:
    """CPU milliseconds per turn, and ours as a number."""
    for bot in bots.values():  # the first turns fetch keys and tokens
        await load.run(bot.port, services.token(), services.service_url, people=4, turns=20, seconds=5)
    rounds = [
        {name: await cpu_ms_per_turn(bot, TURNS[name], load, services) for name, bot in bots.items()}
        for _ in range(ROUNDS)
    ]
    ms = {name: median(costs[name] for costs in rounds) for name in bots}
    ours = f"{ms['ours']:.2f} ms"
    rows = [
        Row("echo turn, JWT on: CPU", ours, f"{ms['bare']:.2f} ms bare aiohttp", ms["ours"] / ms["bare"], 2.3),
        Row("echo turn, JWT on: CPU", ours, f"{ms['stock']:.1f} ms stock", ms["ours"] / ms["stock"], 1 / 20),
    ]
    return rows, ms["ours"]


async def strangers(bot: Process, turn_ms: float) -> list[Row]:
    """CPU of the dearest way to be refused, beside that of a turn that is answered."""
    dearest, who = max([(await cpu_ms_per_refusal(bot, sent), who) for who, sent in STRANGERS.items()])
    dropped, turn = await cpu_ms_per_refusal(bot, DROPPED), f"{turn_ms:.2f} ms a turn"
    return [
        Row(f"a stranger who {who}: CPU", f"{dearest:.3f} ms", turn, dearest / turn_ms, 0.25),
        Row("one who sends a megabyte, and connects anew", f"{dropped:.3f} ms", turn, dropped / turn_ms, None),
    ]


async def cpu_ms_per_refusal(bot: Process, sent: bytes) -> float:
    """CPU milliseconds the bot used for each request it refused, the median of some rounds."""
    rounds: list[float] = []
    for _ in range(ROUNDS):
        before = bot.cpu_seconds()
        await refused(bot.port, sent, REFUSALS)
        rounds.append(1000 * (bot.cpu_seconds() - before) / REFUSALS)
    return median(rounds)


async def cpu_ms_per_turn(bot: Process, turns: int, load: Load, services: FakeServices) -> float:
    """CPU milliseconds the bot used for each reply."""
    before = bot.cpu_seconds()
    done, _ = await load.run(
        bot.port, services.token(), services.service_url, people=PEOPLE, turns=turns, seconds=ROUND_SECONDS
    )
    return 1000 * (bot.cpu_seconds() - before) / max(done, 1)


async def pace(bots: dict[str, Process], load: Load, services: FakeServices) -> list[Row]:
    """Turns per second with a crowd and a slow connector."""
    speeds = [(name, await turns_per_second(bots[name], CROWD_SECONDS[name], load, services)) for name in CROWD_ORDER]
    speed = {bot: median(value for name, value in speeds if name == bot) for bot in bots}
    what, ours = f"{CROWD} echo turns at once", f"{speed['ours']:.0f}/s"
    return [
        Row(what, ours, f"{speed['bare']:.0f}/s bare aiohttp", speed["ours"] / speed["bare"], 0.9, "at least"),
        Row(what, ours, f"{speed['stock']:.0f}/s stock", speed["ours"] / speed["stock"], 25, "at least"),
    ]


async def turns_per_second(bot: Process, seconds: float, load: Load, services: FakeServices) -> float:
    """Replies per second with many people and a connector that takes its time."""
    services.connector_seconds = CONNECTOR_SECONDS
    done, elapsed = await load.run(
        bot.port,
        services.token(),
        services.service_url,
        people=CROWD,
        turns=sys.maxsize,
        seconds=seconds,
        settle=CROWD_SETTLE_SECONDS,
    )
    services.connector_seconds = 0.0
    return done / elapsed


if __name__ == "__main__":
    show(asyncio.run(measure()))
