"""What Teams told us, read from the raw JSON: the bot's logic never sees a botbuilder activity.

Learn: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from bot.teams.door.attached import Attached, pictures
from bot.teams.door.enclosures import Enclosed, enclosed
from bot.teams.door.mentions import words_for
from bot.teams.door.wire_activity import (
    NOBODY,
    NOTHING,
    Account,
    ChannelData,
    ClientInfo,
    Entity,
    Place,
    TeamsActivity,
    entities,
)


class Malformed(ValueError):
    """JSON that can't be an activity from Teams. Names the field, never its content."""


class Kind(StrEnum):
    """What an activity is about, as far as the bot cares."""

    MESSAGE = "message"
    INVOKE = "invoke"
    CONVERSATION_UPDATE = "conversationUpdate"
    INSTALLATION_UPDATE = "installationUpdate"
    OTHER = "other"


class ConversationType(StrEnum):
    """Who reads along: in a personal chat nobody does, anywhere else others do."""

    PERSONAL = "personal"
    GROUP_CHAT = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent it. Teams vouches for both ids; the name is only for show.

    `aad_object_id` is the person's Microsoft Entra object id; `None` for anonymous guests and for Teams itself.
    `mri` is the Teams id ("29:…").
    """

    aad_object_id: str | None
    mri: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where it was said. Ids are Teams' own and opaque.

    `id` names the thread in a channel. `team_id` and `channel_id` are `None` outside channels. `team_aad_group_id` is
    the Microsoft 365 group of the team; Teams sends it with conversation updates, rarely with messages.
    """

    id: str
    type: ConversationType
    team_id: str | None
    channel_id: str | None
    team_aad_group_id: str | None


@dataclass(frozen=True, slots=True)
class Inbound:
    """One activity from Teams.

    `tenant` is the Microsoft Entra tenant id, in lower case. `recipient` is the bot's Teams id ("28:…"). `text` is what
    the person wrote without the mention of the bot, empty when a button was pressed; `enclosed` is what came with it,
    `attached` the pictures among that.
    `value` is the data of that button or of an invoke: whoever sends it can set it freely. `name` is an invoke's name.
    `action` is "add" or "remove" in an installation update. `reply_to_id` is the message the pressed card is in.
    `locale` is a BCP 47 tag, `timezone` an IANA name, both from the client and at least in the form of one.
    `is_targeted`: nobody else in the conversation sees it.
    """

    kind: Kind
    id: str | None
    tenant: str | None
    sender: Sender
    recipient: str
    conversation: Conversation
    service_url: str
    text: str
    value: object
    name: str | None
    action: str | None
    reply_to_id: str | None
    locale: str | None
    timezone: str | None
    is_targeted: bool
    enclosed: Enclosed | None = None
    attached: tuple[Attached, ...] = ()


_KINDS = {kind.value: kind for kind in Kind}
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_TIMEZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")


def read(activity: object) -> Inbound:
    """The activity in parsed JSON; raises `Malformed` when it can't come from Teams, and nothing else."""
    wire = _wire(activity)
    recipient, sender, data = wire.recipient or NOBODY, wire.sender or NOBODY, wire.channelData or ChannelData()
    known = entities(wire.entities or ())
    locale, timezone = _of_the_client(wire, known)
    return Inbound(
        kind=(kind := _KINDS.get(wire.type, Kind.OTHER)),
        id=wire.id,
        tenant=_tenant(wire.conversation, data),
        enclosed=enclosed(wire.attachments or ()),
        sender=_sender(sender, kind),
        recipient=recipient.id or "",
        conversation=_conversation(wire, data),
        service_url=wire.serviceUrl,
        text=words_for(recipient.id or "", wire.text or "", known),
        value=wire.value,
        name=wire.name,
        action=wire.action,
        reply_to_id=wire.replyToId,
        locale=locale,
        timezone=timezone,
        is_targeted=recipient.isTargeted is True,
        attached=pictures(wire.attachments or ()) if kind is Kind.MESSAGE else (),
    )


def _wire(activity: object) -> TeamsActivity:
    try:
        return TeamsActivity.model_validate(activity)
    except ValidationError as bad:
        raise Malformed(_field(bad)) from None


def _field(bad: ValidationError) -> str:
    """The first field that was wrong; only our own names for it, since unknown ones are never looked at."""
    return next((str(part) for error in bad.errors(include_input=False) for part in error["loc"]), "activity")


def _sender(account: Account, kind: Kind) -> Sender:
    """Nobody may ask or press without being someone; Teams itself may send the rest."""
    if kind in (Kind.MESSAGE, Kind.INVOKE) and not account.id:
        raise Malformed("from")
    return Sender(account.aadObjectId, account.id or "", account.name)


def _tenant(place: Place, data: ChannelData) -> str | None:
    """The tenant, which Teams names in two places and not always in both; naming two different ones is naming none."""
    named = {each.lower() for each in ((data.tenant or NOTHING).id, place.tenantId) if each}
    return named.pop() if len(named) == 1 else None


def _conversation(wire: TeamsActivity, data: ChannelData) -> Conversation:
    team = data.team or NOTHING
    return Conversation(
        id=wire.conversation.id,
        type=_conversation_type(wire.conversation.conversationType),
        team_id=team.id,
        channel_id=(data.channel or NOTHING).id,
        team_aad_group_id=team.aadGroupId,
    )


def _conversation_type(named: str | None) -> ConversationType:
    """A conversation we don't know counts as shared, so that nothing personal is said there."""
    if named == ConversationType.PERSONAL:
        return ConversationType.PERSONAL
    return ConversationType.CHANNEL if named == ConversationType.CHANNEL else ConversationType.GROUP_CHAT


_SILENT = ClientInfo(type="clientInfo")


def _of_the_client(wire: TeamsActivity, known: Iterable[Entity]) -> tuple[str | None, str | None]:
    """Locale and time zone, as far as the person's client tells them."""
    client = next((entity for entity in known if isinstance(entity, ClientInfo)), _SILENT)
    return _shaped(_LOCALE, wire.locale or client.locale), _shaped(_TIMEZONE, client.timezone)


def _shaped(shape: re.Pattern[str], said: str | None) -> str | None:
    """What a client says of itself, if it has the form it should have: it is kept, so it may not be just anything."""
    return said if said and shape.fullmatch(said) else None
