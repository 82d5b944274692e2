"""What the page and the server say to each other, as JSON."""

from typing import Annotated, Any, TypeVar

import orjson
from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from bot.sandbox.connector import Conversation
from bot.sandbox.teams_client import Change, Item
from bot.sandbox.world import Wire

LONGEST = 28_000
"""Characters a person may write: what fits into one Teams message."""


class Body(BaseModel):
    """A request's JSON: camelCase keys, nothing unknown."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


class Say(Body):
    """A message: `thread` is the id of a channel message to reply to."""

    text: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    conversation: str
    mention: bool = False
    thread: str | None = None


class Press(Body):
    """A button of a card: the action as it stands in the card, and what the inputs hold."""

    activity: str
    action: Wire
    inputs: dict[str, str] = {}


class Verify(Body):
    """What a sign-in page handed over."""

    activity: str
    state: str


class Speak(Body):
    """The client's language."""

    locale: Annotated[str, Field(pattern=r"^[a-z]{2}-[A-Z]{2}$")]


class Forward(Body):
    """Let time pass: minutes, a year at most."""

    minutes: Annotated[int, Field(gt=0, le=525_600)]


B = TypeVar("B", bound=Body)


async def read(request: web.Request, shape: type[B]) -> B:
    """The request's body; raises HTTP 415 or 400. Asking for JSON keeps forms on other sites from posting here."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="JSON, please.")
    try:
        return shape.model_validate(orjson.loads(await request.read()))
    except (orjson.JSONDecodeError, ValidationError) as fault:
        raise web.HTTPBadRequest(text="That isn't what this address takes.") from fault


def item_json(item: Item) -> Wire:
    """A message as the page draws it."""
    sign_in, notice = item.sign_in, item.notice
    return {
        "id": item.id,
        "conversation": item.conversation,
        "author": item.author,
        "role": item.role,
        "time": item.time,
        "thread": item.thread,
        "text": item.text,
        "card": item.card,
        "signIn": {"title": sign_in.title, "url": sign_in.url} if sign_in else None,
        "notice": {"text": notice.text, "error": notice.error} if notice else None,
        "suggestions": list(item.suggestions),
        "targeted": item.targeted,
        "edited": item.edited,
    }


def change_json(change: Change) -> Wire:
    """News for the page."""
    item: Any = item_json(change.item) if change.item else None
    return {"kind": change.kind, "conversation": change.conversation, "item": item, "id": change.id}


def place_json(place: Conversation) -> Wire:
    """A conversation for the list at the side."""
    return {"id": place.id, "kind": place.kind, "title": place.title}
