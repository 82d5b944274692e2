"""What goes to the Bot Connector, and what its errors say."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.teams.connector.client import Connector
from bot.teams.connector.errors import (
    ConnectorError,
    ConversationGone,
    MessageTooBig,
)
from bot.teams.connector.http import ConnectorHttp
from bot.teams.connector.token import ConnectorToken, TokenUnavailable
from tests.teams.bot_framework import OUTBOUND_TOKEN, FakeConnector, Pauses

CHANNEL_THREAD = "19:abc@thread.tacv2;messageid=17"


Operation = Callable[[Connector], Awaitable[Any]]
HELLO: dict[str, Any] = {"type": "message", "text": "hej"}

REQUESTS: dict[str, tuple[Operation, str, str, Any]] = {
    "send": (lambda c: c.send("a:1", HELLO), "POST", "/emea/v3/conversations/a%3A1/activities", HELLO),
    "send in a thread": (
        lambda c: c.send(CHANNEL_THREAD, HELLO),
        "POST",
        "/emea/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17/activities",
        HELLO,
    ),
    "send to one": (
        lambda c: c.send("19:x", HELLO, only_for="29:ada"),
        "POST",
        "/emea/v3/conversations/19%3Ax/activities?isTargetedActivity=true",
        HELLO | {"recipient": {"id": "29:ada", "isTargeted": True}},
    ),
    "reply": (lambda c: c.reply("a:1", "5/6", HELLO), "POST", "/emea/v3/conversations/a%3A1/activities/5%2F6", HELLO),
    "update": (lambda c: c.update("a:1", "5", HELLO), "PUT", "/emea/v3/conversations/a%3A1/activities/5", HELLO),
    "update for one": (
        lambda c: c.update("a:1", "5", HELLO, only_for="29:ada"),
        "PUT",
        "/emea/v3/conversations/a%3A1/activities/5?isTargetedActivity=true",
        HELLO | {"recipient": {"id": "29:ada", "isTargeted": True}},
    ),
    "delete": (lambda c: c.delete("a:1", "5"), "DELETE", "/emea/v3/conversations/a%3A1/activities/5", None),
    "delete for one": (
        lambda c: c.delete("a:1", "5", targeted=True),
        "DELETE",
        "/emea/v3/conversations/a%3A1/activities/5?isTargetedActivity=true",
        None,
    ),
    "typing": (lambda c: c.typing("a:1"), "POST", "/emea/v3/conversations/a%3A1/activities", {"type": "typing"}),
    "member": (lambda c: c.member("a:1", "29:x"), "GET", "/emea/v3/conversations/a%3A1/members/29%3Ax", None),
    "team": (lambda c: c.team("19:t@thread.tacv2"), "GET", "/emea/v3/teams/19%3At%40thread.tacv2", None),
    "create": (
        lambda c: c.create_conversation(bot_id="28:b", user_id="oid", tenant_id="t", activity=HELLO),
        "POST",
        "/emea/v3/conversations",
        {
            "isGroup": False,
            "bot": {"id": "28:b"},
            "members": [{"id": "oid"}],
            "tenantId": "t",
            "channelData": {"tenant": {"id": "t"}},
            "activity": HELLO,
        },
    ),
}


@pytest.mark.parametrize("name", REQUESTS)
async def test_each_operation_is_one_authenticated_request(
    teams: Connector, connector: FakeConnector, name: str
) -> None:
    operation, method, path, body = REQUESTS[name]

    await operation(teams)

    [sent] = connector.sent
    assert (sent.method, sent.path, sent.body) == (method, path, body)
    assert sent.headers["Authorization"] == f"Bearer {OUTBOUND_TOKEN}"


async def test_ids_are_handed_back(teams: Connector, connector: FakeConnector) -> None:
    assert await teams.send("a:1", HELLO) == "sent-1"
    connector.script = [web.Response(status=200), web.json_response({"id": "c", "activityId": "a"}, status=201)]
    assert await teams.update("a:1", "1", HELLO) == "", "Teams gives no id for an update"
    created = await teams.create_conversation(bot_id="b", user_id="u", tenant_id="t")
    assert (created.id, created.activity_id) == ("c", "a")


async def test_members_are_read_page_by_page(teams: Connector, connector: FakeConnector) -> None:
    connector.script = [
        web.json_response({"members": [{"id": "29:1"}], "continuationToken": "a+b/c="}),
        web.json_response({"members": [{"id": "29:2", "objectId": "o"}]}),
    ]

    assert [member["id"] async for member in teams.members("19:x")] == ["29:1", "29:2"]
    assert [sent.path for sent in connector.sent] == [
        "/emea/v3/conversations/19%3Ax/pagedmembers?pageSize=200",
        "/emea/v3/conversations/19%3Ax/pagedmembers?pageSize=200&continuationToken=a%2Bb%2Fc%3D",
    ]


@pytest.mark.parametrize("identifier", ["", ".", ".."])
async def test_an_id_can_not_climb_to_another_address(
    teams: Connector, connector: FakeConnector, identifier: str
) -> None:
    with pytest.raises(ValueError, match="id"):
        await teams.send(identifier, HELLO)
    assert connector.sent == []


ERRORS: list[tuple[int, object, type[ConnectorError], str | None]] = [
    (403, {"error": {"code": "BotNotInConversationRoster"}}, ConversationGone, "BotNotInConversationRoster"),
    (403, {"error": {"code": "MessageWritesBlocked"}}, ConversationGone, "MessageWritesBlocked"),
    (404, {"error": {"code": "ConversationNotFound"}}, ConversationGone, "ConversationNotFound"),
    (403, {"error": {"code": "Forbidden", "message": "Ada wrote: secret"}}, ConnectorError, "Forbidden"),
    (413, {"error": {"code": "MessageSizeTooBig"}}, MessageTooBig, "MessageSizeTooBig"),
    (400, {"error": {"code": "Ada wrote: secret"}}, ConnectorError, None),
    (400, {"error": "secret"}, ConnectorError, None),
    (400, ["secret"], ConnectorError, None),
]


@pytest.mark.parametrize("error", ERRORS)
async def test_errors_have_a_code_but_no_text(
    teams: Connector, connector: FakeConnector, error: tuple[int, object, type[ConnectorError], str | None]
) -> None:
    status, body, kind, code = error
    connector.script = [web.json_response(body, status=status)]

    with pytest.raises(ConnectorError) as raised:
        await teams.send("a:1", HELLO)
    assert type(raised.value) is kind
    assert (raised.value.status, raised.value.code) == (status, code)
    assert "secret" not in repr(raised.value) + str(raised.value)


async def test_an_answer_that_is_no_json_is_an_error(teams: Connector, connector: FakeConnector) -> None:
    connector.script = [web.Response(text="<html>")]

    with pytest.raises(ConnectorError, match="UnreadableAnswer"):
        await teams.team("19:t")


async def test_a_message_too_big_is_not_sent(teams: Connector, connector: FakeConnector) -> None:
    await teams.send("a:1", {"type": "message", "text": "x" * 40_000})
    await teams.send("a:1", {"type": "message", "text": "€" * 40_000})
    assert len(connector.sent) == 2

    with pytest.raises(MessageTooBig):
        await teams.send("a:1", {"type": "message", "text": "x" * 41_000})
    assert len(connector.sent) == 2


async def test_without_a_token_nothing_is_sent(
    connector: FakeConnector, session: aiohttp.ClientSession, pauses: Pauses
) -> None:
    async def fail() -> tuple[str, int]:
        raise OSError

    with pytest.raises(TokenUnavailable):
        await Connector(ConnectorHttp(session, ConnectorToken(fail), pauses), connector.url).send("a:1", HELLO)
    assert connector.sent == []
