"""`syncdoctor serve`: the production process, or the same beside a simulated company."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer
from aiohttp import web

from bot.app import running
from bot.app.web import served
from bot.cli.ended import Ended
from bot.cli.garbage import calm
from bot.cli.log import configure
from bot.cli.ports import LAST, named_by
from bot.cli.until_stopped import until_stopped
from bot.clock import SystemClock
from bot.settings import PREFIX, SETTINGS_ARE, BadSettings, Settings, from_environment

try:
    import uvloop  # a tenth less processor time a turn
except ImportError:  # there is none for Windows
    uvloop = None

log = logging.getLogger(__name__)
SEVERITY = {"warning": logging.WARNING, "fault": logging.ERROR}
"""Of a line of the check, by its level."""


def run(
    company: Annotated[Path | None, typer.Option(help="Serve beside this simulated company instead.")] = None,
    port: Annotated[int, typer.Option(help="Of the simulated company.", min=0, max=LAST)] = 8080,
    bot_port: Annotated[int, typer.Option(help="Of the bot, beside a simulated company.", min=0, max=LAST)] = 3978,
    check: Annotated[bool, typer.Option(help="Stop for what `syncdoctor check` calls a fault.")] = True,
) -> None:
    """Run the bot. Settings come from the environment; whatever is missing or wrong is named."""
    if company:
        # The simulated company stays out of the production process.
        from bot.cli.beside import beside  # noqa: PLC0415

        configure("INFO")
        asyncio.run(beside(company, port, bot_port))
        return
    try:
        settings = from_environment()
        configure(settings.log_level)
        serving = serve(settings, stop_for_faults if check else None)
        asyncio.run(serving) if uvloop is None else uvloop.run(serving)
    except BadSettings as bad:
        raise Ended(*bad.faults, SETTINGS_ARE) from None


async def serve(settings: Settings, inspect: Callable[[Settings], Awaitable[None]] | None = None) -> None:
    """Answer Teams until told to stop, then finish what is under way. What `inspect` raises meanwhile ends it too."""
    async with running(settings, SystemClock()) as bot:
        runner = served(bot.web)
        await runner.setup()
        try:
            with named_by(f"{PREFIX}PORT", settings.port):
                await web.TCPSite(runner, settings.host, settings.port).start()
            log.info("listening on %s:%s", settings.host, settings.port)
            await bot.ready()
            calm()
            log.info("ready")
            await until_stopped(inspect(settings) if inspect else None)
        finally:
            await runner.cleanup()


async def stop_for_faults(settings: Settings) -> None:
    """Look at the configuration, while messages are answered already; raises `Ended` when it can't work."""
    # Most of a start is loading code, and this isn't needed for the first answer.
    from bot.preflight import Level, check  # noqa: PLC0415

    lines = [line for line in await check(settings, now=time.time) if line.level is not Level.OK]
    for line in lines:
        log.log(SEVERITY[line.level], "%s: %s → %s", line.about, line.means, line.next_step)
    if any(line.level is Level.FAULT for line in lines):
        raise Ended("The bot can't work like this, so it stops. `serve --no-check` starts it all the same.", code=1)
