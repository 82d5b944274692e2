"""What a person says reaches the bot as Teams would send it, and what the bot says is seen by the right people."""

import pytest

from bot.sandbox.connector.activities import Sender
from bot.sandbox.server import Sandbox
from tests.sandbox.scripted_bot import ScriptedBot, attached, card
from tests.sandbox.small_company import ADA, ANNA, CHANNEL, CHAT, TEAM, TENANT


async def test_a_personal_message_as_teams_sends_it(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna = sandbox.client("anna@fjord.example")
    await anna.send("hvorfor?")
    (said,) = bot.heard
    assert said["text"] == "hvorfor?"
    assert said["from"] == {"id": sandbox.connector.conversations.mri(ANNA), "name": "Anna", "aadObjectId": ANNA}
    assert said["recipient"]["id"] == f"28:{sandbox.app_id}"
    assert said["conversation"]["conversationType"] == "personal"
    assert said["channelData"]["tenant"]["id"] == said["conversation"]["tenantId"] == TENANT
    assert (said["locale"], said["channelId"]) == ("da-DK", "msteams")
    info = next(entity for entity in said["entities"] if entity["type"] == "clientInfo")
    assert (info["locale"], info["country"]) == ("da-DK", "DK")
    assert [(item.role, item.text) for item in anna.items()] == [("me", "hvorfor?")]


async def test_the_language_is_the_clients(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna = sandbox.client("anna@fjord.example", "en-US")
    await anna.send("why?")
    anna.locale = "da-DK"
    await anna.send("hvorfor?")
    assert [said["locale"] for said in bot.heard] == ["en-US", "da-DK"]


async def test_writing_for_the_first_time_installs_the_bot(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bo = sandbox.client("bo@fjord.example")
    await bo.send("hello")
    assert [said["type"] for said in bot.heard] == ["conversationUpdate", "installationUpdate", "message"]
    assert bot.heard[0]["membersAdded"] == [bot.heard[0]["recipient"]]
    assert bot.heard[1]["action"] == "add"


async def test_in_a_channel_the_bot_must_be_mentioned(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna, ada = sandbox.client("anna@fjord.example"), sandbox.client("ada@fjord.example")
    assert await anna.send("not for the bot", CHANNEL) is None
    await anna.send("why?", CHANNEL, mention=True)
    (said,) = bot.heard
    assert said["text"] == "<at>Sync Doctor</at> why?"
    assert said["entities"][0]["mentioned"]["id"] == said["recipient"]["id"]
    assert said["conversation"]["id"] == f"{CHANNEL};messageid={said['id']}"
    assert said["channelData"]["channel"]["id"] == said["channelData"]["team"]["id"] == CHANNEL
    assert "aadGroupId" not in said["channelData"]["team"], "messages don't carry it"
    assert [item.text for item in ada.items(CHANNEL)] == ["not for the bot", "Sync Doctor why?"]
    await ada.send("and me?", CHANNEL, mention=True, thread=said["id"])
    assert bot.heard[1]["conversation"]["id"] == said["conversation"]["id"]


async def test_an_added_team_is_named(sandbox: Sandbox, bot: ScriptedBot) -> None:
    place = sandbox.connector.conversations.find(CHANNEL)
    assert place is not None
    sender = Sender(ADA, "en-US")
    update, _ = sandbox.connector.writer.installation(sender, place, "add")
    assert update["channelData"]["team"]["aadGroupId"] == TEAM


async def test_only_members_see_a_conversation(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna, ada = sandbox.client("anna@fjord.example"), sandbox.client(ADA)
    await bot.say(CHAT, {"type": "message", "text": "for the chat"})
    assert [item.text for item in anna.items(CHAT)] == ["for the chat"]
    assert {place.id for place in ada.places()}.isdisjoint({CHAT})
    with pytest.raises(LookupError):
        ada.items(CHAT)
    with pytest.raises(LookupError):
        await ada.send("let me in", CHAT)


async def test_a_targeted_message_is_seen_by_one(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna, bo = sandbox.client("anna@fjord.example"), sandbox.client("bo@fjord.example")
    only = {"type": "message", "text": "psst", "recipient": {"id": ANNA}}
    sent = await bot.say(CHAT, only, "?isTargetedActivity=true")
    assert [(item.text, item.targeted) for item in anna.items(CHAT)] == [("psst", True)]
    assert bo.items(CHAT) == []
    await bot.connector("DELETE", f"/v3/conversations/{CHAT}/activities/{sent}?isTargetedActivity=true")
    assert anna.items(CHAT) == []


async def test_an_update_is_seen_by_everybody(sandbox: Sandbox, bot: ScriptedBot) -> None:
    people = [sandbox.client("anna@fjord.example"), sandbox.client("bo@fjord.example")]
    news = people[0].subscribe()
    sent = await bot.say(CHAT, attached(card("first")))
    await bot.connector("PUT", f"/v3/conversations/{CHAT}/activities/{sent}", attached(card("second")))
    assert [person.items(CHAT)[0].card for person in people] == [card("second")] * 2
    assert [news.get_nowait().kind for _ in range(news.qsize())] == ["shown", "shown"]


async def test_a_client_opened_later_sees_what_was_said(sandbox: Sandbox, bot: ScriptedBot) -> None:
    await bot.say(CHAT, {"type": "message", "text": "early"})
    assert [item.text for item in sandbox.client(ANNA).items(CHAT)] == ["early"]


@pytest.mark.parametrize("status", [500, 401])
async def test_a_bot_that_fails_is_told_of(sandbox: Sandbox, bot: ScriptedBot, status: int) -> None:
    bot.answers["message"] = lambda _: (status, None)
    anna = sandbox.client("anna@fjord.example")
    answer = await anna.send("hello?")
    assert answer is not None
    assert answer.status == status
    notice = anna.items()[0].notice
    assert notice is not None
    assert notice.error


async def test_without_a_bot_nobody_answers(sandbox: Sandbox) -> None:
    answer = await sandbox.client("anna@fjord.example").send("hello?")
    assert answer is not None
    assert answer.status == 502
