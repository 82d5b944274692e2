"""Our reader and writer of activities do exactly what msrest does, only faster."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from time import perf_counter
from typing import Any, cast

import pytest
from botbuilder.core import CardFactory, MessageFactory  # pyright: ignore[reportMissingTypeStubs]
from botbuilder.schema import (  # pyright: ignore[reportMissingTypeStubs]
    Activity,
    Attachment,
    CardAction,
    ChannelAccount,
    ConversationAccount,
    ConversationParameters,
    ConversationReference,
    HeroCard,
    Mention,
    SuggestedActions,
)
from msrest.serialization import Model

from bot.teams.door.botbuilder_json import encode, read
from tests.teams.bot_framework import TENANT, teams_activity

MESSAGE = teams_activity("https://smba.trafficmanager.net/emea/")

INBOUND: dict[str, dict[str, Any]] = {
    "message": MESSAGE,
    "mention": MESSAGE
    | {
        "text": "<at>Sync Doctor</at> hi",
        "entities": [
            {"type": "mention", "mentioned": {"id": "28:b", "name": "Sync Doctor"}, "text": "<at>Sync Doctor</at>"},
            {"type": "clientInfo", "locale": "da-DK", "timezone": "Europe/Copenhagen"},
        ],
    },
    "channel": MESSAGE
    | {
        "conversation": {"isGroup": True, "conversationType": "channel", "id": "19:x;messageid=1", "tenantId": TENANT},
        "channelData": {"team": {"id": "19:t"}, "channel": {"id": "19:x"}, "tenant": {"id": TENANT}},
        "recipient": {"id": "28:b", "name": "Sync Doctor", "isTargeted": True},
    },
    "button": MESSAGE | {"text": None, "value": {"verb": "fix", "n": 1.5, "deep": [{"a": None}]}, "replyToId": "17"},
    "invoke": MESSAGE
    | {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": {"type": "Action.Execute", "verb": "x", "data": {}}, "trigger": "manual"},
    },
    "members": MESSAGE
    | {"type": "conversationUpdate", "membersAdded": [{"id": "29:1", "aadObjectId": "o"}, {"id": "28:b"}]},
    "reaction": MESSAGE | {"type": "messageReaction", "reactionsAdded": [{"type": "like"}], "reactionsRemoved": []},
    "attachments": MESSAGE
    | {
        "attachments": [
            {"contentType": "text/html", "content": "<p>hi</p>"},
            {"contentType": "application/vnd.microsoft.card.adaptive", "content": {"body": [{"type": "TextBlock"}]}},
        ],
    },
    "everything else": MESSAGE
    | {
        "historyDisclosed": False,
        "suggestedActions": {"to": ["29:1"], "actions": [{"type": "imBack", "title": "t", "value": 5}]},
        "relatesTo": {"activityId": "1", "user": {"id": "29:1"}, "conversation": {"id": "a"}},
        "semanticAction": {"id": "s", "entities": {"e": {"type": "t", "more": 1}, "n": None}},
        "textHighlights": [{"text": "x", "occurrence": 1}],
        "listenFor": ["a", "b"],
        "expiration": "2026-01-20T10:00:00Z",
        "from": {"id": "29:1", "properties": {"a": [1]}, "role": "user", "userPrincipalName": "kept aside"},
        "unknown": {"kept": ["aside"]},
        "label": "æøå 😀",
        "membersRemoved": None,
    },
    "empty": {},
}


def _plain(value: Any) -> Any:
    """Models as dictionaries with everything in them, to be compared."""
    if isinstance(value, Model):
        return {"class": type(value).__name__} | {name: _plain(inner) for name, inner in vars(value).items()}
    if isinstance(value, list):
        return [_plain(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in cast("dict[str, Any]", value).items()}
    return value


def _read_by_msrest(wire: dict[str, Any]) -> Any:
    model = cast("Any", Activity)
    return model.deserialize(json.loads(json.dumps(wire)))


def _written_by_msrest(model: Any) -> Any:
    return model.serialize()


@pytest.mark.parametrize("name", INBOUND)
def test_it_reads_as_msrest_does(name: str) -> None:
    wire = INBOUND[name]

    ours = _plain(read(Activity, wire))
    theirs = _plain(_read_by_msrest(wire))

    assert ours == theirs
    for time in ("timestamp", "local_timestamp", "expiration"):
        assert ours[time] is None or ours[time].utcoffset() == theirs[time].utcoffset()


def _outbound() -> dict[str, Model]:
    hero = HeroCard(title="t", buttons=[CardAction(type="openUrl", title="b", value="https://x")])
    mention = Mention(mentioned=ChannelAccount(id="29:1", name="Ada"), text="<at>Ada</at>", type="mention")
    cph = timezone(timedelta(hours=1))
    return {
        "text": MessageFactory.text("hej"),
        "card": MessageFactory.attachment(
            Attachment(content_type="card", content={"type": "AdaptiveCard", "body": [None, 1, 1.5]})
        ),
        "model inside content": MessageFactory.attachment(CardFactory.hero_card(hero)),
        "model inside a dictionary": Activity(channel_data={"card": hero, "list": [hero, None]}),
        "mention": Activity(type="message", text="<at>Ada</at>", entities=[mention]),
        "mention read from the wire": read(Activity, INBOUND["mention"]),
        "additional properties": read(Activity, INBOUND["everything else"]),
        "suggested": Activity(suggested_actions=SuggestedActions(to=["29:1"], actions=[CardAction(title="x")])),
        "times": Activity(
            timestamp=datetime(2026, 1, 20, 10, 0, 0, 120_000, UTC),
            local_timestamp=datetime(2026, 1, 20, 0, 30, tzinfo=cph),
            expiration=datetime(1, 1, 1, tzinfo=UTC),
        ),
        "microseconds": Activity(timestamp=datetime(2026, 1, 20, 10, 0, 0, 123_456, UTC)),
        "time in channel data": Activity(channel_data={"at": datetime(2026, 1, 20, tzinfo=UTC)}),
        "falsy values": Activity(text="", history_disclosed=False, entities=[], value=0, channel_data={}),
        "reference": Activity(relates_to=ConversationReference(conversation=ConversationAccount(id="a", name="n"))),
        "conversation": ConversationParameters(is_group=False, members=[ChannelAccount(id="29:1")], tenant_id="t"),
        "attachment": Attachment(content_type="x", content=[{"a": None}]),
        "nothing": Activity(),
    }


@pytest.mark.parametrize("name", _outbound())
def test_it_writes_as_msrest_does(name: str) -> None:
    model = _outbound()[name]

    assert json.loads(encode(model)) == _written_by_msrest(model)


@pytest.mark.parametrize("name", INBOUND)
def test_what_was_read_is_written_as_msrest_does(name: str) -> None:
    model = read(Activity, INBOUND[name])

    assert json.loads(encode(model)) == _written_by_msrest(model)


def test_a_model_may_ask_for_its_additional_properties_to_be_sent() -> None:
    class Extended(ChannelAccount):
        _attribute_map = {  # noqa: RUF012  # as botbuilder declares it
            **ChannelAccount._attribute_map,  # pyright: ignore[reportPrivateUsage]
            "additional_properties": {"key": "", "type": "{object}"},
        }

    account = Extended(id="29:1")
    account.additional_properties = {"isTargeted": True}

    assert json.loads(encode(account)) == {"id": "29:1", "isTargeted": True} == _written_by_msrest(account)


@pytest.mark.parametrize(
    "wire",
    [
        None,
        [],
        "x",
        {"text": 1},
        {"historyDisclosed": 1},
        {"from": "x"},
        {"entities": {}},
        {"entities": ["x"]},
        {"listenFor": [1]},
        {"timestamp": 5},
        {"timestamp": "now"},
        {"timestamp": "20260120T100000Z"},
        {"semanticAction": {"entities": []}},
        {"textHighlights": [{"occurrence": True}]},
    ],
)
def test_wrong_types_are_refused_without_quoting_them(wire: object) -> None:
    with pytest.raises(ValueError, match=r"expected$"):
        read(Activity, wire)


def test_what_json_can_not_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        encode({"amount": Decimal(1)})


def test_it_is_many_times_faster_than_msrest() -> None:
    """Ours is about 20 times as fast; the test asks for 5, so that a busy machine does not fail it."""
    wire = INBOUND["mention"]
    model = read(Activity, wire)

    ours = _fastest(lambda: encode(read(Activity, wire)), rounds=200)
    theirs = _fastest(lambda: (_read_by_msrest(wire), json.dumps(_written_by_msrest(model))), rounds=20)

    assert theirs > 5 * ours


def _fastest(operation: Any, rounds: int) -> float:
    times: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        operation()
        times.append(perf_counter() - start)
    return min(times)
