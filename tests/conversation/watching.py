"""What a test may look at besides the screen: Graph's traffic, the audit, the log; and raw activities to send."""

import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from bot.cli.company import Running
from bot.clock import SystemClock
from bot.ports import Recorded
from bot.sandbox.connector.activities import Sender
from bot.sandbox.connector.postman import Delivery
from bot.sandbox.teams_client.cards import find_action
from bot.sandbox.teams_client.view import Item
from bot.store.audit_trail import AuditTrail
from bot.store.database import Database
from tests.company import Chatting

Json = dict[str, Any]


def exchanges(running: Running) -> list[Json]:
    """Every request to Graph so far, with its answer."""
    return [json.loads(line) for line in running.sandbox.traffic]


def batches(running: Running) -> int:
    """How many `$batch` requests there have been."""
    return sum(1 for each in exchanges(running) if each["url"].endswith("$batch"))


def writes(running: Running) -> list[str]:
    """Every change that was asked of Graph so far: "PATCH /groups/…"."""
    changes = (each for each in exchanges(running) if each["method"] != "GET" and not each["url"].endswith("$batch"))
    return [f"{each['method']} {each['url'].removeprefix('https://graph.microsoft.com/v1.0')}" for each in changes]


def elements(part: object) -> Iterator[Json]:
    """Every JSON object within a card."""
    if isinstance(part, dict):
        whole = cast("Json", part)
        yield whole
        for inner in whole.values():
            yield from elements(inner)
    elif isinstance(part, list):
        for inner in cast("list[object]", part):
            yield from elements(inner)


def heading(item: Item) -> str:
    """The verdict: a card's first heading, without what keeps Markdown away."""
    found = next((each["text"] for each in elements(item.card) if each.get("style") == "heading"), "")
    return str(found).replace("\u2060", "").replace("\\", "")


def data_of(item: Item, title: str) -> Json:
    """What the button with this title carries."""
    return cast("Json", find_action(item.card or {}, title)["data"])


async def act(chat: Chatting, verb: object, data: object, *, on: Item | None = None, **more: object) -> Delivery:
    """Press a button nobody drew: `adaptiveCard/action` with exactly this; its HTTP answer."""
    return await invoke(chat, "adaptiveCard/action", {"action": {"verb": verb, "data": data}, **more}, on=on)


async def invoke(chat: Chatting, name: str, value: object, *, on: Item | None = None) -> Delivery:
    """Send an invoke of this person's, in the personal chat or where `on` is."""
    connector, client = chat.running.sandbox.connector, chat.client
    place = next(p for p in client.places() if on is None or p.id == on.conversation)
    activity = connector.writer.invoke(Sender(client.user, client.locale), place, name, value, None)
    answer = await connector.deliver(activity | ({"replyToId": on.id} if on else {}))
    await chat.running.settled(client)
    return answer


async def message(chat: Chatting, where: str | None = None, /, **fields: object) -> Delivery:
    """Send a message with these fields in place of its own."""
    connector, client = chat.running.sandbox.connector, chat.client
    place = next(p for p in client.places() if where is None or p.id == where)
    sender = Sender(client.user, client.locale)
    activity = connector.writer.message(sender, place, "", mention=place.kind != "personal", thread=None)
    answer = await connector.deliver(activity | fields)
    await chat.running.settled(client)
    return answer


def card_in(answer: Delivery) -> Json:
    """The card an invoke was answered with."""
    body = cast("Json", answer.body)
    assert (answer.status, body["statusCode"], body["type"]) == (200, 200, "application/vnd.microsoft.card.adaptive")
    return cast("Json", body["value"])


@asynccontextmanager
async def audit(path: Path) -> AsyncGenerator[AuditTrail]:
    """The audit in a database file, while the bot may be using it."""
    database = Database.open(address(path))
    try:
        yield AuditTrail(database, SystemClock())
    finally:
        await database.close()


def address(path: Path) -> str:
    """A database file as settings spell it."""
    return f"sqlite:///{path}"


async def recorded(path: Path, running: Running) -> list[Recorded]:
    """What the audit holds, oldest first."""
    async with audit(path) as trail:
        return list(reversed(await trail.history(running.sandbox.world.tenant)))
