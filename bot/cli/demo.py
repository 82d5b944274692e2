"""`syncdoctor demo`: the company, the bot and a chat page, with one address to open."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.company import company_and_bot, read_company
from bot.cli.log import configure
from bot.cli.ports import LAST
from bot.cli.until_stopped import until_stopped
from bot.sandbox.company import Company


def run(
    company: Annotated[Path | None, typer.Option(help="A company file; Contoso without one.")] = None,
    port: Annotated[int, typer.Option(help="Of the chat page; 0 takes any free one.", min=0, max=LAST)] = 8080,
) -> None:
    """Open a chat with the bot in a simulated company; nothing leaves this machine."""
    configure("WARNING")
    asyncio.run(demo(read_company(company), port))


async def demo(company: Company, port: int) -> None:
    """Run until stopped."""
    console = Console()
    taken = await free(port) != port
    async with company_and_bot(company, port=0 if taken else port) as both:
        name = both.sandbox.world.organization["displayName"]
        console.print(f"\n  [bold]{name}[/bold] is open: [link={both.sandbox.url}]{both.sandbox.url}[/link]")
        if taken:
            console.print(f"  (Port {port} is in use, so it is at another; --port chooses one.)", style="yellow")
        console.print("  Sign in as somebody and ask: why can't I edit Marketing DK?")
        console.print("  Ctrl+C stops it.\n", style="dim")
        await until_stopped()


async def free(port: int) -> int:
    """The port, or 0 (any) when something listens there already."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return port
    writer.close()
    return 0
