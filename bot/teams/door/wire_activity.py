"""An activity as Teams writes it in JSON, and the entities beside its text; what the bot doesn't read isn't here.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field, TypeAdapter, ValidationError

Given = Annotated[str, Field(min_length=1)]


class Account(BaseModel):
    """A person or the bot: `id` is Teams' ("29:…", "28:…"), `aadObjectId` Microsoft Entra's."""

    id: str | None = None
    name: str | None = None
    aadObjectId: str | None = None  # noqa: N815 - as Teams spells it
    isTargeted: Any = None  # noqa: N815 - as Teams spells it


class Place(BaseModel):
    """Where it was said."""

    id: Given
    conversationType: str | None = None  # noqa: N815 - as Teams spells it


class Named(BaseModel):
    """A tenant, a channel or a team; `aadGroupId` is the Microsoft 365 group of a team."""

    id: str | None = None
    aadGroupId: str | None = None  # noqa: N815 - as Teams spells it


NOBODY, NOTHING = Account(), Named()


class ChannelData(BaseModel):
    """What only Teams knows of."""

    tenant: Named | None = None
    team: Named | None = None
    channel: Named | None = None


class TeamsActivity(BaseModel):
    """One activity. `null` and absent are the same; a value of the wrong type makes it no activity."""

    type: Given
    serviceUrl: Given  # noqa: N815 - as Teams spells it
    conversation: Place
    id: str | None = None
    sender: Account | None = Field(None, alias="from")
    recipient: Account | None = None
    channelData: ChannelData | None = None  # noqa: N815 - as Teams spells it
    text: str | None = None
    locale: str | None = None
    entities: list[Any] | None = None
    attachments: list[Any] | None = None
    value: Any = None
    name: str | None = None
    action: str | None = None
    replyToId: str | None = None  # noqa: N815 - as Teams spells it


def text_or_nothing(value: object) -> str | None:
    """Text as it is; anything else says nothing."""
    return value if isinstance(value, str) else None


class ClientInfo(BaseModel):
    """What the person's Teams client says of itself; it comes with some activities and not with others."""

    type: Literal["clientInfo"]
    locale: Annotated[str | None, BeforeValidator(text_or_nothing)] = None
    timezone: Annotated[str | None, BeforeValidator(text_or_nothing)] = None


class Mentioned(BaseModel):
    """Who is meant, by Teams id."""

    id: str


class Mention(BaseModel):
    """Somebody named in the text, where `text` stands ("<at>Name</at>")."""

    type: Literal["mention"]
    text: str
    mentioned: Mentioned


Entity = ClientInfo | Mention
_ENTITY: TypeAdapter[Entity] = TypeAdapter(Annotated[Entity, Field(discriminator="type")])


def entities(wires: Sequence[object]) -> list[Entity]:
    """The entities the bot knows, in their order; others, and those of an odd shape, say nothing to it."""
    known: list[Entity] = []
    for wire in wires:
        try:
            known.append(_ENTITY.validate_python(wire))
        except ValidationError:
            continue
    return known
