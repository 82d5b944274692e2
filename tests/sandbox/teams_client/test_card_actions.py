"""Pressing buttons and refreshing cards."""

from typing import Any

import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.teams_client import Notice
from bot.sandbox.world import Wire
from tests.sandbox.scripted_bot import Answer, ScriptedBot, attached, card, replacing
from tests.sandbox.small_company import ANNA, CHAT

REFRESH = {"type": "Action.Execute", "verb": "look", "data": {"q": 1}}


async def test_execute_sends_the_action_with_its_inputs(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bot.answers["adaptiveCard/action"] = lambda _: replacing(card("for Anna"))
    anna, bo = sandbox.client("anna@fjord.example"), sandbox.client("bo@fjord.example")
    fields = [{"type": "Input.Text", "id": "why"}, {"type": "Input.Toggle", "id": "sure", "value": "false"}]
    shown = card("for all", body=fields)
    sent = await bot.say(CHAT, attached(shown))
    await anna.press(sent, 0, {"why": "because"})
    (said,) = bot.named("adaptiveCard/action")
    assert said["replyToId"] == sent
    assert said["value"] == {
        "action": {
            "type": "Action.Execute",
            "title": "Fix",
            "verb": "fix",
            "data": {"group": "g1", "why": "because", "sure": "false"},
        },
        "trigger": "manual",
    }
    assert anna.items(CHAT)[0].card == card("for Anna")
    assert bo.items(CHAT)[0].card == shown, "the answer is the presser's own"


async def test_submit_is_a_message_with_a_value(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna = sandbox.client("anna@fjord.example")
    button = {"type": "Action.Submit", "title": "Send", "data": {"a": 1}, "associatedInputs": "none"}
    shown = card("old", actions=[button], body=[{"type": "Input.Text", "id": "why", "isRequired": True}])
    sent = await bot.say(CHAT, attached(shown))
    await anna.press(sent, "Send")
    (said,) = bot.named("message")
    assert (said["value"], said["replyToId"], said.get("text")) == ({"a": 1}, sent, None)


async def test_a_required_input_keeps_the_action_back(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna = sandbox.client("anna@fjord.example")
    field = {"type": "Input.Text", "id": "name", "isRequired": True, "errorMessage": "Type the name"}
    sent = await bot.say(CHAT, attached(card("old", body=[field])))
    assert await anna.press(sent, "Fix") is None
    assert bot.heard == []
    assert anna.items(CHAT)[0].notice == Notice("Type the name", error=True)


def answered(kind: str, value: Any, status: int = 200) -> Answer:
    return 200, {"statusCode": status, "type": f"application/vnd.microsoft.{kind}", "value": value}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (answered("activity.message", "Done"), Notice("Done")),
        (answered("error", {"code": "x", "message": "No"}, 400), Notice("No", error=True)),
        (answered("error", None, 500), Notice("Something went wrong. Please try again.", error=True)),
        ((501, None), Notice("Unable to reach app. Please try again.", error=True)),
        ((200, None), Notice("Unable to reach app. Please try again.", error=True)),
        ((200, ["odd"]), Notice("Unable to reach app. Please try again.", error=True)),
    ],
)
async def test_other_answers_are_a_line_below(
    sandbox: Sandbox, bot: ScriptedBot, answer: Answer, expected: Notice
) -> None:
    bot.answers["adaptiveCard/action"] = lambda _: answer
    anna = sandbox.client("anna@fjord.example")
    sent = await bot.say(CHAT, attached(card("old")))
    await anna.press(sent, "Fix")
    assert (anna.items(CHAT)[0].card, anna.items(CHAT)[0].notice) == (card("old"), expected)


@pytest.mark.parametrize("wanted", ["Missing", 7])
async def test_a_button_that_is_not_there(sandbox: Sandbox, bot: ScriptedBot, wanted: int | str) -> None:
    anna = sandbox.client("anna@fjord.example")
    sent = await bot.say(CHAT, attached(card("old")))
    with pytest.raises(LookupError):
        await anna.press(sent, wanted)


async def test_a_card_refreshes_by_itself_for_those_it_names(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bot.answers["adaptiveCard/action"] = lambda said: replacing(card(f"for {said['from']['name']}"))
    anna, bo = sandbox.client("anna@fjord.example"), sandbox.client("bo@fjord.example")
    shown = card("neutral", refresh={"action": REFRESH, "userIds": [sandbox.connector.conversations.mri(ANNA)]})
    sent = await bot.say(CHAT, attached(shown))
    await anna.settled()
    await bo.settled()
    (said,) = bot.named("adaptiveCard/action")
    assert (said["value"]["trigger"], said["value"]["action"]["data"]) == ("automatic", {"q": 1})
    assert anna.items(CHAT)[0].card == card("for Anna")
    assert bo.items(CHAT)[0].card == shown
    await bot.connector("PUT", f"/v3/conversations/{CHAT}/activities/{sent}", attached(shown))
    assert anna.items(CHAT)[0].card == shown, "an update is for everybody"
    await anna.settled()
    assert anna.items(CHAT)[0].card == card("for Anna"), "and refreshes again"


@pytest.mark.parametrize(("named", "times"), [(None, 2), ([], 0)])
async def test_who_is_refreshed_without_names(
    sandbox: Sandbox, bot: ScriptedBot, named: list[str] | None, times: int
) -> None:
    people = [sandbox.client("anna@fjord.example"), sandbox.client("bo@fjord.example")]
    refresh: Wire = {"action": REFRESH} | ({} if named is None else {"userIds": named})
    await bot.say(CHAT, attached(card("neutral", refresh=refresh)))
    for person in people:
        await person.settled()
    assert len(bot.named("adaptiveCard/action")) == times


async def test_a_failed_refresh_says_nothing(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bot.answers["adaptiveCard/action"] = lambda _: (500, None)
    anna = sandbox.client("anna@fjord.example")
    await bot.say(CHAT, attached(card("neutral", refresh={"action": REFRESH})))
    await anna.settled()
    assert anna.items(CHAT)[0].notice is None
