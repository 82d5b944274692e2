"""The echo benchmark as rows: our transport against a bare aiohttp handler and against stock botbuilder."""

import asyncio
from statistics import median

from tests.bench.echo.fake_services import FakeServices
from tests.bench.echo.load import Load
from tests.bench.echo_bench import (
    CROWD,
    CROWD_ORDER,
    PROGRAMS,
    ROUNDS,
    Bot,
    cpu_ms_per_turn,
    start,
    turns_per_second,
)
from tests.bench.table import Row, show


async def measure() -> list[Row]:
    """CPU of one turn, and turns per second of a crowd, in about 70 seconds."""
    load = Load()
    services = FakeServices(load.replied)
    server = await services.start()
    bots = {name: await start(name, services.url) for name in PROGRAMS}
    try:
        return [*await cost(bots, load, services), *await pace(bots, load, services)]
    finally:
        for bot in bots.values():
            bot.stop()
        server.close()


async def cost(bots: dict[str, Bot], load: Load, services: FakeServices) -> list[Row]:
    """CPU milliseconds per turn."""
    for bot in bots.values():  # the first turns fetch keys and tokens
        await load.run(bot.port, services.token(), services.service_url, people=4, turns=20, seconds=5)
    rounds = [{name: await cpu_ms_per_turn(bot, load, services) for name, bot in bots.items()} for _ in range(ROUNDS)]
    ms = {name: median(costs[name] for costs in rounds) for name in bots}
    ours = f"{ms['ours']:.2f} ms"
    return [
        Row("echo turn, JWT on: CPU", ours, f"{ms['bare']:.2f} ms bare aiohttp", ms["ours"] / ms["bare"], 3.5),
        Row("echo turn, JWT on: CPU", ours, f"{ms['stock']:.1f} ms stock", ms["ours"] / ms["stock"], 1 / 20),
    ]


async def pace(bots: dict[str, Bot], load: Load, services: FakeServices) -> list[Row]:
    """Turns per second with a crowd and a slow connector."""
    speeds = [(name, await turns_per_second(bots[name], load, services)) for name in CROWD_ORDER]
    speed = {bot: median(value for name, value in speeds if name == bot) for bot in bots}
    what, ours = f"{CROWD} echo turns at once", f"{speed['ours']:.0f}/s"
    return [
        Row(what, ours, f"{speed['bare']:.0f}/s bare aiohttp", speed["ours"] / speed["bare"], 0.9, "at least"),
        Row(what, ours, f"{speed['stock']:.0f}/s stock", speed["ours"] / speed["stock"], 25, "at least"),
    ]


if __name__ == "__main__":
    show(asyncio.run(measure()))
