"""`syncdoctor chat`: a conversation with the running bot, through its real HTTP endpoint."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from bot.cli.answer_text import actions, panel
from bot.cli.company import Running, company_and_bot, read_company
from bot.sandbox.company import Company
from bot.sandbox.connector.board import Event
from bot.sandbox.connector.postman import Delivery
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.teams_client.view import Item

UNITS = {"m": "minutes", "h": "hours", "d": "days"}
CLOCK = re.compile(r"clock \+(\d{1,6})([mhd])")
PRESS = re.compile(r"press (\d{1,3})((?: [\w.]+=.*)?)")
PAIR = re.compile(r" ([\w.]+)=(.*?)(?= [\w.]+=|$)")


def run(
    as_: Annotated[str, typer.Option("--as", help="Who chats: user principal name or mail address.")],
    company: Annotated[Path | None, typer.Option(help="A company file; Contoso without one.")] = None,
    locale: Annotated[str | None, typer.Option(help="The client's language; the persona's without one.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Every activity the bot sent, one a line.")] = False,
) -> None:
    """Chat from standard input: text, `press N`, `press N name=value`, `sign in`, `clock +30m`."""
    asyncio.run(chat(as_, locale, read_company(company), as_json=json))


async def chat(as_: str, locale: str | None, company: Company, *, as_json: bool) -> None:
    """Read lines until there are no more."""
    async with company_and_bot(company) as running:
        try:
            client = running.sandbox.client(as_, locale)
        except LookupError:
            typer.echo(f"There is no {as_} in this company.", err=True)
            raise typer.Exit(2) from None
        terminal = Terminal(running, client, as_json=as_json)
        async for line in lines():
            await terminal.take(line)


class Terminal:
    """One person at a terminal instead of a Teams client."""

    def __init__(self, running: Running, client: TeamsClient, *, as_json: bool) -> None:
        self._running = running
        self._client = client
        self._json = as_json
        self._console = Console()
        self._shown: dict[str, Item] = {}
        if as_json:
            running.sandbox.connector.watch(self._print_activity)

    async def take(self, line: str) -> None:
        """Do what a line says, and show what came of it."""
        if moved := CLOCK.fullmatch(line):
            self._running.sandbox.world.clock.forward(timedelta(**{UNITS[moved[2]]: int(moved[1])}))
            await self._running.settled(self._client)
            await self._running.bot.follow_ups.run_due()
        elif pressed := PRESS.fullmatch(line):
            await self._press(int(pressed[1]), dict(PAIR.findall(pressed[2])))
        elif line == "sign in":
            await self._sign_in()
        else:
            await self._client.send(line)
        await self._running.settled(self._client)
        self._show()

    async def _press(self, number: int, inputs: dict[str, str]) -> None:
        """Press a button of the last card, as numbered; inputs by their names, with or without the prefix."""
        item = next((i for i in reversed(self._client.items()) if i.card), None)
        buttons = actions(item.card) if item and item.card else []
        if item is None or not 0 < number <= len(buttons):
            typer.echo("There is no such button.", err=True)
            return
        filled = {name if name.startswith("input_") else f"input_{name}": value for name, value in inputs.items()}
        answer = await self._client.perform(item.id, buttons[number - 1], filled)
        if self._json and answer:
            self._print(invoke_response(answer))

    async def _sign_in(self) -> None:
        waiting = next((i for i in reversed(self._client.items()) if i.sign_in), None)
        if waiting is None:
            typer.echo("Nothing asks for a sign-in.", err=True)
            return
        await self._client.sign_in(waiting.id)

    def _show(self) -> None:
        """Print what is new or has changed."""
        for item in self._client.items():
            if not self._json and item.role != "me" and self._shown.get(item.id) != item:
                self._console.print(panel(item.card) if item.card else f"{item.author}: {item.text or ''}")
                for notice in [n for n in (item.notice,) if n]:
                    self._console.print(notice.text, style="red" if notice.error else "dim")
                if item.sign_in:
                    self._console.print(f"({item.sign_in.title}: type “sign in”)", style="yellow")
            self._shown[item.id] = item

    def _print_activity(self, event: Event) -> None:
        bot = self._running.sandbox.connector.conversations.bot["id"]
        if event.activity.get("from", {}).get("id") == bot:
            self._print({"event": event.kind, **event.activity})

    def _print(self, what: dict[str, object]) -> None:
        typer.echo(orjson.dumps(what).decode())


def invoke_response(answer: Delivery) -> dict[str, object]:
    """What a pressed button was answered with, beside the activities."""
    return {"type": "invokeResponse", "status": answer.status, "body": answer.body}


async def lines() -> AsyncIterator[str]:
    """Standard input, line by line; blank lines and comments are skipped, so that scripts can be read."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        if line.strip() and not line.startswith("#"):
            yield line.strip()
