"""The bot beside a simulated company, on two ports of this machine."""

from pathlib import Path

import typer

from bot.cli.company import company_and_bot, read_company
from bot.cli.garbage import calm
from bot.cli.until_stopped import until_stopped


async def beside(file: Path, port: int, bot_port: int) -> None:
    """Serve until told to stop; a company file that can't be used ends the command."""
    async with company_and_bot(read_company(file), port=port, bot_port=bot_port) as both:
        calm()
        typer.echo(f"company {both.sandbox.url}  bot {both.url}/api/messages")
        await until_stopped()
