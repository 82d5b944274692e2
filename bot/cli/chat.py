"""`syncdoctor chat`: a conversation with the running bot, through its real HTTP endpoint."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console

from bot.cli.answer_text import actions, panel
from bot.cli.chat_lines import Forward, Misspelt, Press, SignIn, meant
from bot.cli.company import Running, company_and_bot, read_company
from bot.cli.progress import progress
from bot.cli.stdin_lines import stdin_lines
from bot.cli.who import somebody
from bot.sandbox.company import Company
from bot.sandbox.connector.board import Event
from bot.sandbox.connector.postman import Delivery
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.teams_client.view import Item


def run(
    as_: Annotated[str, typer.Option("--as", help="Who chats: user principal name or mail address.")],
    company: Annotated[Path | None, typer.Option(help="A company file; Contoso without one.")] = None,
    locale: Annotated[str | None, typer.Option(help="The client's language; the persona's without one.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Every activity the bot sent, one a line.")] = False,
) -> None:
    """Chat from standard input: text, `press N`, `press N name=value`, `sign in`, `clock +30m`.

    Exit code 1 if one of the lines couldn't be done.
    """
    if not asyncio.run(chat(as_, locale, read_company(company), as_json=json)):
        raise typer.Exit(1)


async def chat(as_: str, locale: str | None, company: Company, *, as_json: bool) -> bool:
    """Read lines until there are no more; blank ones and comments are skipped. Whether all could be done."""
    async with company_and_bot(company) as running:
        client = running.sandbox.client(str(somebody(as_, running.sandbox.world)["id"]), locale)
        terminal = Terminal(running, client, as_json=as_json)
        terminal.prompt()
        async for line in stdin_lines():
            if line.strip() and not line.startswith("#"):
                await terminal.take(line.strip())
            terminal.prompt()
        return terminal.all_done


class Terminal:
    """One person at a terminal instead of a Teams client."""

    def __init__(self, running: Running, client: TeamsClient, *, as_json: bool) -> None:
        self._running = running
        self._client = client
        self._json = as_json
        self._console = Console()
        self._shown: dict[str, Item] = {}
        self._typed_here = sys.stdin.isatty()
        self.all_done = True
        if as_json:
            running.sandbox.connector.watch(self._print_activity)

    def prompt(self) -> None:
        """Show that a line is waited for, to whoever types it."""
        if self._typed_here:
            self._console.print("› ", end="", style="bold")

    async def take(self, line: str) -> None:
        """Do what a line says, and show what came of it."""
        if not (self._json or self._typed_here):  # a terminal has shown it already
            self._console.print(f"› {line}", style="bold", markup=False, highlight=False)
        with progress("…"):
            await self._do(line)
            await self._running.settled(self._client)
        self._show()

    async def _do(self, line: str) -> None:
        match meant(line):
            case Forward(by):
                self._running.sandbox.world.clock.forward(by)
                await self._running.settled(self._client)
                await self._running.bot.follow_ups.run_due()
            case Press(number, inputs):
                await self._press(number, inputs)
            case SignIn():
                await self._sign_in()
            case Misspelt(usage):
                self._refuse(usage)
            case said:
                await self._client.send(said.text)

    def _refuse(self, why: str) -> None:
        self.all_done = False
        typer.echo(why, err=True)

    async def _press(self, number: int, inputs: dict[str, str]) -> None:
        """Press a button of the last card, as numbered; inputs by their names, with or without the prefix."""
        item = next((i for i in reversed(self._client.items()) if i.card), None)
        buttons = actions(item.card) if item and item.card else []
        if item is None or not 0 < number <= len(buttons):
            there = f"The last card has {len(buttons)}." if buttons else "The last card has none."
            self._refuse(f"There is no button {number}. {there}")
            return
        filled = {name if name.startswith("input_") else f"input_{name}": value for name, value in inputs.items()}
        answer = await self._client.perform(item.id, buttons[number - 1], filled)
        if self._json and answer:
            self._print(invoke_response(answer))

    async def _sign_in(self) -> None:
        waiting = next((i for i in reversed(self._client.items()) if i.sign_in), None)
        if waiting is None:
            self._refuse("Nothing asks for a sign-in.")
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
