"""What a turn can do, and that nothing it does becomes a 500 to Teams."""

import asyncio
from typing import Any

import pytest
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext  # pyright: ignore[reportMissingTypeStubs]
from botbuilder.core.invoke_response import (  # pyright: ignore[reportMissingTypeStubs]
    InvokeResponse as OtherInvokeResponse,
)
from botbuilder.schema import (  # pyright: ignore[reportMissingTypeStubs]
    Activity,
    ActivityTypes,
    ConversationParameters,
)

from bot.teams.door.adapter import TeamsAdapter
from tests.teams.bot_framework import APP_ID, TENANT, Rig


async def test_a_message_is_answered_in_its_conversation(rig: Rig) -> None:
    assert await rig.post(rig.activity()) == (202, None)
    await rig.settled()

    [sent] = rig.connector.sent
    assert (sent.method, sent.path) == ("POST", "/emea/v3/conversations/a%3Achat/activities/1700000000000")
    assert sent.body["text"] == "why can't I edit this group?"
    assert (sent.body["from"]["id"], sent.body["recipient"]["id"]) == (f"28:{APP_ID}", "29:ada")
    assert sent.body["replyToId"] == "1700000000000"


async def test_a_slow_turn_does_not_keep_teams_waiting(rig: Rig) -> None:
    done = asyncio.Event()

    async def slow(context: TurnContext) -> None:
        await done.wait()
        await context.send_activity("done")

    rig.on_turn = slow
    assert await rig.post(rig.activity()) == (202, None)
    assert rig.connector.sent == []

    done.set()
    await rig.settled()
    assert len(rig.connector.sent) == 1


async def test_an_invoke_is_answered_with_its_body_as_it_is(rig: Rig) -> None:
    assert await rig.post(rig.invoke()) == (200, {"echo": {"a": [1, None, "æ"]}})


async def test_an_invoke_without_an_answer_is_200(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    async def silent(context: TurnContext) -> None:
        return None

    rig.on_turn = silent
    assert await rig.post(rig.invoke()) == (200, None)
    assert caplog.text == ""


@pytest.mark.parametrize("kind", [InvokeResponse, OtherInvokeResponse])
async def test_an_invoke_may_be_answered_as_botbuilders_bots_do(rig: Rig, kind: type[InvokeResponse]) -> None:
    async def conventional(context: TurnContext) -> None:
        answer = kind(status=412, body={"failureDetail": None})
        await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=answer))

    rig.on_turn = conventional
    assert await rig.post(rig.invoke()) == (412, {"failureDetail": None})


async def test_an_activity_handler_can_be_the_bot(rig: Rig) -> None:
    class Greeter(ActivityHandler):
        async def on_message_activity(self, turn_context: TurnContext) -> None:
            await turn_context.send_activity("hej")

    rig.on_turn = Greeter().on_turn
    await rig.post(rig.activity())
    await rig.settled()

    assert [sent.body["text"] for sent in rig.connector.sent] == ["hej"]
    unknown = rig.invoke() | {"name": "application/search"}
    assert await rig.post(unknown) == (501, None), "what the handler itself answers stands"


@pytest.mark.parametrize("error", [PermissionError, ValueError, KeyError, RuntimeError, asyncio.TimeoutError])
async def test_an_error_in_a_turn_is_the_bots_to_explain(rig: Rig, error: type[Exception]) -> None:
    async def fail(context: TurnContext) -> None:
        raise error("Ada wrote: secret")

    rig.on_turn = fail
    assert await rig.post(rig.invoke()) == (200, {"sorry": error.__name__})
    assert await rig.post(rig.activity()) == (202, None)


async def test_even_an_error_in_the_error_handler_is_no_500(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    async def fail(context: TurnContext, error: Exception | None = None) -> InvokeResponse | None:
        raise PermissionError("Ada wrote: secret")

    rig.on_turn = fail
    rig.adapter = TeamsAdapter(rig.auth, fail)
    assert await rig.post(rig.invoke()) == (200, None)
    assert await rig.post(rig.activity()) == (202, None)
    await rig.settled()

    assert "PermissionError" in caplog.text
    assert "secret" not in caplog.text


async def test_an_answer_that_has_no_json_form_is_no_500(rig: Rig) -> None:
    async def odd(context: TurnContext) -> InvokeResponse:
        return InvokeResponse(status=200, body={"set": {1, 2}})

    rig.on_turn = odd
    assert await rig.post(rig.invoke()) == (200, None)


async def test_no_trace_reaches_teams(rig: Rig) -> None:
    async def trace(context: TurnContext) -> None:
        await context.send_trace_activity("OnTurnError", "secret")

    rig.on_turn = trace
    await rig.post(rig.activity())
    await rig.settled()

    assert (len(rig.told), rig.connector.sent) == (1, [])


async def test_buffered_replies_are_sent_all_the_same(rig: Rig) -> None:
    await rig.post(rig.activity(deliveryMode="expectReplies"))
    await rig.settled()

    assert len(rig.connector.sent) == 1


async def test_messages_can_be_changed_and_taken_back(rig: Rig) -> None:
    async def think_again(context: TurnContext) -> None:
        sent = await context.send_activity("first")
        assert sent is not None
        await context.update_activity(Activity(id=sent.id, type="message", text="second"))
        await context.delete_activity(str(sent.id))

    rig.on_turn = think_again
    await rig.post(rig.activity())
    await rig.settled()

    assert [(sent.method, sent.path.rpartition("/")[2]) for sent in rig.connector.sent] == [
        ("POST", "1700000000000"),
        ("PUT", "sent-1"),
        ("DELETE", "sent-1"),
    ]


async def test_the_bot_can_speak_first(rig: Rig) -> None:
    """Botbuilder's own proactive calls go through our connector too, with the tenant spelt as Teams spells it."""

    async def hello(context: TurnContext) -> None:
        await context.send_activity("hello")

    url = rig.connector.url
    parameters = ConversationParameters(is_group=False, tenant_id=TENANT)
    adapter: Any = rig.adapter
    await adapter.create_conversation(APP_ID, hello, parameters, "msteams", url)

    created, sent = rig.connector.sent
    assert (created.path, created.body) == ("/emea/v3/conversations", {"isGroup": False, "tenantId": TENANT})
    assert sent.path.startswith("/emea/v3/conversations/sent-1/activities")
    assert sent.body["text"] == "hello"
