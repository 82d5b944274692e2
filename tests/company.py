"""Contoso and the bot, both running, for tests that talk as Teams does: real HTTP and real tokens."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from bot.cli.answer_text import actions, lines_of
from bot.cli.company import CONTOSO, Running, company_and_bot
from bot.sandbox.company import COMPANIES, Company, load
from bot.sandbox.server import Issuers
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.teams_client.view import Item

TINY = COMPANIES / "tiny.json"


@cache
def company(path: Path = CONTOSO) -> Company:
    """A company at rest; worlds made of it share nothing."""
    return load(path)


@cache
def issuers() -> Issuers:
    """Who signs in every company of a test run: making keys takes longer than most tests."""
    return Issuers()


@asynccontextmanager
async def contoso(
    path: Path = CONTOSO, patience: Sequence[float] = (0,), database: str | None = None
) -> AsyncGenerator[Running]:
    """A company and a bot that doesn't wait long for writes to show; `database` is a URL, for looking into it."""
    started = company_and_bot(company(path), patience=patience, database=database, issuers=issuers())
    async with started as running:
        yield running


class Chatting:
    """One person's chat, driven like a script."""

    def __init__(self, running: Running, person: str, locale: str | None = None, *, clients: int = 1) -> None:
        self.running = running
        self.client: TeamsClient = running.sandbox.client(person, locale, clients=clients)

    async def say(self, text: str, conversation: str | None = None, *, mention: bool = False) -> Item:
        """Say something; what the bot showed last."""
        await self.client.send(text, conversation, mention=mention)
        await self.running.settled(self.client)
        return self.last(conversation)

    async def press(self, title: str, conversation: str | None = None, **inputs: str) -> Item:
        """Press the button with this title on the newest card that has it; that card as it looks afterwards."""
        item = next(i for i in reversed(self.cards(conversation)) if title in titles(i))
        action = next(a for a in actions(item.card or {}) if a.get("title") == title)
        await self.client.perform(item.id, action, {f"input_{name}": value for name, value in inputs.items()})
        await self.running.settled(self.client)
        return self.client.view.item(item.id)

    def cards(self, conversation: str | None = None) -> list[Item]:
        """What the bot has shown, oldest first."""
        return [item for item in self.client.items(conversation) if item.role == "bot" and item.card]

    def last(self, conversation: str | None = None) -> Item:
        """The newest thing the bot has shown."""
        return [item for item in self.client.items(conversation) if item.role == "bot"][-1]


def text(item: Item) -> str:
    """A card as a person reads it."""
    return "\n".join(str(line) for line in lines_of(item.card or {})) + (item.text or "")


def titles(item: Item) -> list[str]:
    """The titles of a card's buttons."""
    return [str(action.get("title")) for action in actions(item.card or {})]
