"""`syncdoctor check`: is this deployment set up so that the bot can work?"""

import asyncio
import time

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.ended import Ended
from bot.cli.progress import progress
from bot.preflight import check
from bot.preflight.line import Level, Line, worst
from bot.settings import SETTINGS_ARE, BadSettings, from_environment

SIGNS = {Level.OK: ("✓", "green"), Level.WARNING: ("!", "yellow"), Level.FAULT: ("✗", "red")}


def run() -> None:
    """Test the configuration: registration, consent, reachability, clock, database. Exit code 1 when it can't work."""
    try:
        settings = from_environment()
    except BadSettings as bad:
        raise Ended(*bad.faults, SETTINGS_ARE) from None
    with progress("Looking at the database, the public address, Entra ID, Graph and the Bot Framework…"):
        lines = asyncio.run(check(settings, now=time.time))
    console = Console()
    for line in lines:
        console.print(shown(line), soft_wrap=True)
    if worst(lines) is Level.FAULT:
        raise typer.Exit(1)


def shown(line: Line) -> Text:
    """A sign, what it is about, what it means, and what to do."""
    sign, colour = SIGNS[line.level]
    text = Text(f"{sign} {line.about}: ", style=colour).append(line.means, style="default")
    return text.append(f"\n  → {line.next_step}", style="bold") if line.next_step else text
