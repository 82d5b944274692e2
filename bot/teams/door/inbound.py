"""What Teams told us, read from the raw JSON: the bot's logic never sees a botbuilder activity.

Learn: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from bot.teams.door.mentions import words_for

_Json = Mapping[str, Any]


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
    """Who reads along. Only in a personal chat is it nobody."""

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

    `tenant` is the Microsoft Entra tenant id. `recipient` is the bot's Teams id ("28:…"). `text` is what the person
    wrote without the mention of the bot, empty when a button was pressed. `value` is the data of that button or of an
    invoke: whoever sends it can set it freely. `name` is an invoke's name. `action` is "add" or "remove" in an
    installation update. `reply_to_id` is the message the pressed card is in. `locale` is a BCP 47 tag, `timezone` an
    IANA name, both from the client. `members_added` are Teams ids. `is_targeted`: nobody else in the conversation sees
    it.
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
    members_added: tuple[str, ...]
    is_targeted: bool


def read(activity: object) -> Inbound:
    """The activity in parsed JSON; raises `Malformed` when it can't come from Teams, and nothing else."""
    wire = _mapping(activity, "activity")
    kind = _kind(_required(wire, "type"))
    recipient = _object(wire, "recipient")
    recipient_id = _text(recipient, "id") or ""
    entities = _list(wire, "entities")
    return Inbound(
        kind=kind,
        id=_text(wire, "id"),
        tenant=_text(_object(_object(wire, "channelData"), "tenant"), "id"),
        sender=_sender(_object(wire, "from"), kind),
        recipient=recipient_id,
        conversation=_conversation(_object(wire, "conversation"), _object(wire, "channelData")),
        service_url=_required(wire, "serviceUrl"),
        text=words_for(recipient_id, _text(wire, "text") or "", entities),
        value=wire.get("value"),
        name=_text(wire, "name"),
        action=_text(wire, "action"),
        reply_to_id=_text(wire, "replyToId"),
        locale=_text(wire, "locale") or _client(entities, "locale"),
        timezone=_client(entities, "timezone"),
        members_added=_ids(_list(wire, "membersAdded")),
        is_targeted=recipient.get("isTargeted") is True,
    )


def json_object(value: object) -> Mapping[str, Any] | None:
    """The JSON object a button or an invoke brought; `None` for anything else."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else None


def _kind(activity_type: str) -> Kind:
    known = {kind.value: kind for kind in Kind}
    return known.get(activity_type, Kind.OTHER)


def _sender(account: _Json, kind: Kind) -> Sender:
    """Nobody may ask or press without being someone; Teams itself may send the rest."""
    is_a_person = kind in (Kind.MESSAGE, Kind.INVOKE)
    mri = _required(account, "id") if is_a_person else _text(account, "id") or ""
    return Sender(_text(account, "aadObjectId"), mri, _text(account, "name"))


def _conversation(conversation: _Json, channel_data: _Json) -> Conversation:
    team = _object(channel_data, "team")
    return Conversation(
        id=_required(conversation, "id"),
        type=_conversation_type(_text(conversation, "conversationType")),
        team_id=_text(team, "id"),
        channel_id=_text(_object(channel_data, "channel"), "id"),
        team_aad_group_id=_text(team, "aadGroupId"),
    )


def _conversation_type(named: str | None) -> ConversationType:
    """A conversation we don't know counts as shared, so that nothing personal is said there."""
    if named == ConversationType.PERSONAL:
        return ConversationType.PERSONAL
    return ConversationType.CHANNEL if named == ConversationType.CHANNEL else ConversationType.GROUP_CHAT


def _client(entities: Sequence[object], field: str) -> str | None:
    """What the person's Teams client says of itself; it sends this beside some activities and not others."""
    for entity in entities:
        if isinstance(entity, Mapping) and cast("_Json", entity).get("type") == "clientInfo":
            said: object = cast("_Json", entity).get(field)
            return said if isinstance(said, str) else None
    return None


def _ids(accounts: Sequence[object]) -> tuple[str, ...]:
    ids = [cast("_Json", account).get("id") for account in accounts if isinstance(account, Mapping)]
    return tuple(identifier for identifier in ids if isinstance(identifier, str))


def _mapping(value: object, field: str) -> _Json:
    if not isinstance(value, Mapping):
        raise Malformed(field)
    return cast("_Json", value)


def _object(wire: _Json, field: str) -> _Json:
    """An object, empty if absent or null."""
    value: object = wire.get(field)
    return {} if value is None else _mapping(value, field)


def _list(wire: _Json, field: str) -> Sequence[object]:
    """A list, empty if absent or null."""
    value: object = wire.get(field)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Malformed(field)
    return cast("list[object]", value)


def _text(wire: _Json, field: str) -> str | None:
    value: object = wire.get(field)
    if value is not None and not isinstance(value, str):
        raise Malformed(field)
    return value


def _required(wire: _Json, field: str) -> str:
    value = _text(wire, field)
    if not value:
        raise Malformed(field)
    return value
