"""What is read from Teams' JSON, and that no JSON whatever makes the reading fall over."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest
from botbuilder.schema import Activity  # pyright: ignore[reportMissingTypeStubs]

from bot.teams.door import botbuilder_json
from bot.teams.door.inbound import Conversation, ConversationType, Inbound, Kind, Malformed, Sender, read
from bot.teams.door.mentions import words_for
from bot.teams.door.wire_activity import entities as known
from tests.teams.bot_framework import APP_ID, TENANT, teams_activity

BOT = f"28:{APP_ID}"
MESSAGE = teams_activity("https://smba.trafficmanager.net/emea/")
EXPECTED = Inbound(
    kind=Kind.MESSAGE,
    id="1700000000000",
    tenant=TENANT,
    sender=Sender("11111111-1111-1111-1111-111111111111", "29:ada", "Ada Holm"),
    recipient=BOT,
    conversation=Conversation("a:chat", ConversationType.PERSONAL, None, None, None),
    service_url="https://smba.trafficmanager.net/emea/",
    text="why can't I edit this group?",
    value=None,
    name=None,
    action=None,
    reply_to_id=None,
    locale="da-DK",
    timezone=None,
    is_targeted=False,
)


def test_a_message_in_a_personal_chat() -> None:
    assert read(MESSAGE) == EXPECTED


def test_a_pressed_button_has_a_value_and_no_text() -> None:
    wire = MESSAGE | {"text": None, "value": {"verb": "fix"}, "replyToId": "17"}

    assert read(wire) == replace(EXPECTED, text="", value={"verb": "fix"}, reply_to_id="17")


def test_an_invoke_has_a_name() -> None:
    wire = MESSAGE | {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": "x"}}}

    told = read(wire)

    assert (told.kind, told.name, told.value) == (Kind.INVOKE, "adaptiveCard/action", {"action": {"verb": "x"}})


def test_a_channel_names_team_and_channel() -> None:
    wire = MESSAGE | {
        "conversation": {"id": "19:c;messageid=1", "conversationType": "channel"},
        "channelData": {
            "tenant": {"id": TENANT},
            "team": {"id": "19:t", "aadGroupId": "g"},
            "channel": {"id": "19:c"},
        },
        "recipient": {"id": BOT, "isTargeted": True},
    }

    told = read(wire)

    assert told.conversation == Conversation("19:c;messageid=1", ConversationType.CHANNEL, "19:t", "19:c", "g")
    assert told.is_targeted


def test_updates_tell_what_was_done_and_may_come_from_nobody() -> None:
    came = read(MESSAGE | {"type": "conversationUpdate", "membersAdded": [{"id": BOT}]})
    done = read(MESSAGE | {"type": "installationUpdate", "action": "add", "from": None})

    assert came.kind is Kind.CONVERSATION_UPDATE
    assert (done.kind, done.action, done.sender.mri) == (Kind.INSTALLATION_UPDATE, "add", "")


def test_other_activities_are_told_apart_from_messages() -> None:
    assert read(MESSAGE | {"type": "messageReaction"}).kind is Kind.OTHER
    assert read(MESSAGE | {"type": "other"}).kind is Kind.OTHER


def test_a_conversation_of_unknown_type_counts_as_shared() -> None:
    for unknown in ({"id": "a"}, {"id": "a", "conversationType": "meetingStage"}):
        assert read(MESSAGE | {"conversation": unknown}).conversation.type is ConversationType.GROUP_CHAT


def test_the_timezone_comes_from_the_client() -> None:
    client = {"type": "clientInfo", "timezone": "Europe/Copenhagen"}

    assert read(MESSAGE | {"entities": [None, client]}).timezone == "Europe/Copenhagen"
    assert read(MESSAGE | {"entities": [client | {"timezone": 1}]}).timezone is None


def test_the_locale_may_come_from_the_client() -> None:
    assert read(MESSAGE | {"locale": None}).locale == "da-DK"
    assert read(MESSAGE | {"locale": None, "entities": [{"type": "clientInfo", "locale": 5}]}).locale is None
    assert read(MESSAGE | {"locale": None, "entities": None}).locale is None


@pytest.mark.parametrize("locale", ["da-DK", "en", "zh-Hans-CN"])
def test_a_locale_is_one(locale: str) -> None:
    assert read(MESSAGE | {"locale": locale}).locale == locale


@pytest.mark.parametrize("said", ["da-DK" * 40, "da DK", "../etc", "da-DK\n", "日本語"])
def test_what_is_no_locale_or_timezone_is_not_kept(said: str) -> None:
    client = {"type": "clientInfo", "timezone": said}
    told = read(MESSAGE | {"locale": said, "entities": [client]})
    assert (told.locale, told.timezone) == (None, None)


def _mention(who: str, name: str) -> dict[str, Any]:
    return {"type": "mention", "mentioned": {"id": who, "name": name}, "text": f"<at>{name}</at>"}


BOT_MENTION = _mention(BOT, "Group")

MENTIONS: list[tuple[str, list[object], str]] = [
    ("<at>Group</at> why can't I edit Group A?", [BOT_MENTION], "why can't I edit Group A?"),
    ("why <at>Group</at>&nbsp;can't I?", [BOT_MENTION], "why can't I?"),
    ("<at>Group</at> and <at>Group</at> hi", [BOT_MENTION, BOT_MENTION], "and hi"),
    ("<at>Group</at> and <at>Group</at> hi", [BOT_MENTION], "and <at>Group</at> hi"),
    ("<at>Ada</at> asked <at>Group</at>", [_mention("29:ada", "Ada"), BOT_MENTION], "Ada asked"),
    ("<at>Group</at> ask <at>Group</at>!", [BOT_MENTION, _mention("29:a", "Group")], "ask Group!"),
    ("a &lt;at&gt;Group&lt;/at&gt; b &amp; c", [BOT_MENTION], "a <at>Group</at> b & c"),
    ("edit me", [{"type": "mention", "mentioned": {"id": BOT}, "text": "edit"}], "edit me"),
    ("edit me", [{"type": "mention", "mentioned": {"id": BOT}, "text": ""}], "edit me"),
    ("edit me", [{"type": "mention", "mentioned": {"id": BOT}}], "edit me"),
    ("edit me", [{"type": "mention", "mentioned": None}, None, 5, {"type": None}, []], "edit me"),
    ('<at id="0">Group</at> hi', [BOT_MENTION | {"text": '<at id="0">Group</at>'}], "hi"),
    ("  two\r\n\tlines\xa0here ", [], "two lines here"),
    ("", [BOT_MENTION], ""),
]


@pytest.mark.parametrize(("text", "entities", "words"), MENTIONS)
def test_only_the_mention_of_the_bot_is_cut(text: str, entities: list[object], words: str) -> None:
    assert words_for(BOT, text, known(entities)) == words


IMPOSSIBLE: list[object] = [
    None,
    [],
    "message",
    {},
    MESSAGE | {"type": None},
    MESSAGE | {"type": 5},
    MESSAGE | {"serviceUrl": ""},
    MESSAGE | {"conversation": None},
    MESSAGE | {"conversation": {"id": ""}},
    MESSAGE | {"from": None},
    MESSAGE | {"from": {"id": 5}},
    MESSAGE | {"channelData": "x"},
    MESSAGE | {"channelData": {"tenant": "x"}},
    MESSAGE | {"text": 5},
    MESSAGE | {"entities": "x"},
]


@pytest.mark.parametrize("wire", IMPOSSIBLE)
def test_the_impossible_is_malformed_and_not_quoted(wire: object) -> None:
    with pytest.raises(Malformed) as raised:
        read(wire)
    assert str(raised.value) in {
        "activity", "type", "serviceUrl", "conversation", "from", "channelData", "text", "entities",
    }  # fmt: skip


ODDITIES: list[object] = [
    None, True, False, 0, -1, 1.5, 10**30, "", "x", "<at>", "</at>", "<at>Group</at>", "\x00", "\ud800", "æ" * 300,
    [], [None], [[]], {}, {"id": None}, {"id": 5}, {"type": "mention"}, [{"type": "mention", "mentioned": 5}],
    {"": ""}, [{"id": "29:x"}], BOT_MENTION, [BOT_MENTION], "2026-01-20T10:00:00Z", "0001-01-01T00:00:00+14:00",
]  # fmt: skip

SEEDS: list[dict[str, Any]] = [
    MESSAGE,
    MESSAGE | {"text": "<at>Group</at> hi", "entities": [BOT_MENTION, {"type": "clientInfo", "locale": "da-DK"}]},
    MESSAGE | {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"data": {}}}},
    MESSAGE | {"type": "conversationUpdate", "membersAdded": [{"id": BOT}], "channelData": {"team": {"id": "19:t"}}},
]


def _mutated(value: Any, chance: random.Random) -> Any:
    """`value` with some part of it replaced, dropped, doubled or added; the original is left alone."""
    if chance.random() < 0.12 or not isinstance(value, (dict, list)) or not value:
        return chance.choice(ODDITIES)
    if isinstance(value, list):
        items = list(cast("list[Any]", value))
        at = chance.randrange(len(items))
        items[at : at + 1] = chance.choice([[], [items[at]] * 2, [_mutated(items[at], chance)]])
        return items
    fields = dict(cast("dict[str, Any]", value))
    name = chance.choice(list(fields))
    change = chance.random()
    if change < 0.15:
        del fields[name]
    elif change < 0.3:
        fields[chance.choice(["id", "type", "text", "locale", "tenant", "isTargeted", "from"])] = chance.choice(
            ODDITIES
        )
    else:
        fields[name] = _mutated(fields[name], chance)
    return fields


def _fails_only_with(error: type[Exception], operation: Callable[[], object]) -> bool:
    """Whether `operation` was refused; any exception of another type goes through and fails the test."""
    try:
        operation()
    except error:
        return True
    return False


def test_no_json_makes_the_readers_fall_over() -> None:
    chance = random.Random(20261120)  # noqa: S311  # a fixed seed: a failure can be repeated
    refused = 0
    for _ in range(20_000):
        wire = chance.choice(SEEDS)
        for _ in range(chance.randint(1, 4)):
            wire = _mutated(wire, chance)
        refused += _fails_only_with(Malformed, lambda wire=wire: read(wire))
        _fails_only_with(ValueError, lambda wire=wire: botbuilder_json.read(Activity, wire))

    assert 4_000 < refused < 16_000, "the mutations must be neither harmless nor hopeless"
