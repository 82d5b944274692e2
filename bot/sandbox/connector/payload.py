"""Reading what the bot sends: strict where Teams is, silent where Teams is.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
"""

from typing import Any

import orjson
from aiohttp import web
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from bot.sandbox.connector.errors import bad_argument, bad_syntax, too_big
from bot.sandbox.world import Wire

LARGEST = 100 * 1024
"""Bytes of UTF-16 a message may have."""


class Payload(BaseModel):
    """A part of a request: the fields we read, whatever else is with them."""

    model_config = ConfigDict(alias_generator=to_camel, extra="ignore")


class Reference(Payload):
    """Anything that is named by its id."""

    id: str | None = None


class ChannelData(Payload):
    """Teams' own part of an activity or of a new conversation."""

    tenant: Reference = Reference()
    channel: Reference = Reference()


class NewConversation(Payload):
    """The body of `POST /v3/conversations`; `activity` is its first message."""

    is_group: bool = False
    members: tuple[Reference, ...] = ()
    tenant_id: str | None = None
    channel_data: ChannelData = ChannelData()
    activity: Wire | None = None


class Attachment(Payload):
    """A card, or anything else shown with a message."""

    content_type: str
    content: Any = None


class Outgoing(Payload):
    """What we read of an activity the bot sends."""

    type: str
    text: str | None = None
    attachments: tuple[Attachment, ...] | None = None
    recipient: Reference | None = None


async def read_conversation(request: web.Request) -> NewConversation:
    """The conversation asked for; raises `ConnectorError` 400."""
    try:
        return NewConversation.model_validate(orjson.loads(await request.read()))
    except (orjson.JSONDecodeError, ValidationError) as fault:
        raise bad_syntax("The request is not a conversation.") from fault


async def read_activity(request: web.Request) -> Wire:
    """The activity in the request; raises `ConnectorError` 400 or 413."""
    try:
        body = orjson.loads(await request.read())
    except orjson.JSONDecodeError as fault:
        raise bad_syntax("The request is not valid JSON.") from fault
    return check_activity(body)


def check_activity(activity: Any) -> Wire:
    """`activity` unchanged when Teams would show it; raises `ConnectorError` 400 or 413."""
    try:
        read = Outgoing.model_validate(activity)
    except ValidationError as fault:
        raise bad_syntax("The request is not an activity.") from fault
    if len(orjson.dumps(activity).decode().encode("utf-16-le")) > LARGEST:
        raise too_big()
    if read.type not in {"message", "typing"}:
        raise bad_argument(f"Unknown activity type '{read.type}'.")
    if read.type == "message" and not read.text and not read.attachments:
        raise bad_syntax("Activity must include non empty 'text' field or at least 1 attachment.")
    return activity


def recipient_of(activity: Wire) -> str | None:
    """The id of the account a checked activity is for."""
    recipient = Outgoing.model_validate(activity).recipient
    return recipient.id if recipient else None
