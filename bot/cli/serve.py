"""`syncdoctor serve`: the production process, or the same beside a simulated company."""

import asyncio
import logging
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


def run(
    company: Annotated[Path | None, typer.Option(help="Serve beside this simulated company instead.")] = None,
    port: Annotated[int, typer.Option(help="Of the simulated company.", min=0, max=LAST)] = 8080,
    bot_port: Annotated[int, typer.Option(help="Of the bot, beside a simulated company.", min=0, max=LAST)] = 3978,
) -> None:
    """Run the bot. Settings come from the environment; whatever is missing is named."""
    if company:
        # The simulated company stays out of the production process.
        from bot.cli.beside import beside  # noqa: PLC0415

        configure("INFO")
        asyncio.run(beside(company, port, bot_port))
        return
    try:
        settings = from_environment()
        configure(settings.log_level)
        asyncio.run(serve(settings)) if uvloop is None else uvloop.run(serve(settings))
    except BadSettings as bad:
        raise Ended(*bad.faults, SETTINGS_ARE) from None


async def serve(settings: Settings) -> None:
    """Answer Teams until told to stop, then finish what is under way."""
    async with running(settings, SystemClock()) as bot:
        runner = served(bot.web)
        await runner.setup()
        with named_by(f"{PREFIX}PORT", settings.port):
            await web.TCPSite(runner, settings.host, settings.port).start()
        log.info("listening on %s:%s", settings.host, settings.port)
        await bot.ready()
        calm()
        log.info("ready")
        await until_stopped()
        await runner.cleanup()
