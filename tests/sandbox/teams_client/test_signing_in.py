"""OAuth cards and login requests: silent where Teams is silent, a button where it isn't."""

import pytest

from bot.sandbox.connector.postman import Delivery
from bot.sandbox.server import Sandbox
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.world import Wire
from tests.sandbox.scripted_bot import Answer, ScriptedBot, attached, card, replacing
from tests.sandbox.small_company import ANNA, CHANNEL, CHAT, TENANT


async def offered(sandbox: Sandbox, bot: ScriptedBot, client: TeamsClient, card: Wire, place: str | None = None) -> str:
    """Post an OAuth card to `client` and wait for what the client does by itself."""
    where = place or sandbox.connector.conversations.personal(client.user).id
    sent = await bot.say(where, attached(card, "oauth"))
    await client.settled()
    return sent


@pytest.mark.parametrize("devices", [1, 2])
async def test_every_device_exchanges_and_no_button_shows(sandbox: Sandbox, bot: ScriptedBot, devices: int) -> None:
    anna = sandbox.client("anna@fjord.example", clients=devices)
    await offered(sandbox, bot, anna, bot.oauth_card())
    exchanges = bot.named("signin/tokenExchange")
    assert len(exchanges) == devices
    value = exchanges[0]["value"]
    assert (value["id"], value["connectionName"]) == ("tx-1", "")
    claims = sandbox.entra.issuer.verify(
        value["token"], audience=sandbox.app_id, issuer=f"https://login.microsoftonline.com/{TENANT}/v2.0"
    )
    assert (claims["oid"], claims["scp"]) == (ANNA, "access_as_user")
    assert anna.items() == []


async def test_a_refused_exchange_shows_the_button_that_opens_the_pages(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bot.answers["signin/tokenExchange"] = lambda _: (412, {"id": "tx-1", "failureDetail": "consent"})
    anna = sandbox.client("anna@fjord.example")
    sent = await offered(sandbox, bot, anna, bot.oauth_card())
    assert [item.sign_in is not None for item in anna.items()] == [True]
    page = await anna.sign_in(sent)
    assert page.state == "proof-1"
    assert "User.ReadWrite" in sandbox.world.user_consent[ANNA]
    (verified,) = bot.named("signin/verifyState")
    assert verified["value"] == {"state": "proof-1"}
    assert anna.items() == []


async def test_a_person_who_cancels_proves_nothing(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bot.answers["signin/tokenExchange"] = lambda _: (412, None)
    anna = sandbox.client("anna@fjord.example")
    sent = await offered(sandbox, bot, anna, bot.oauth_card())
    page = await anna.sign_in(sent, "cancel")
    assert (page.status, page.state) == (403, None)
    assert bot.named("signin/verifyState") == []
    assert anna.items()[0].sign_in is not None, "the button stays"


async def test_a_card_for_another_app_is_a_failure(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna = sandbox.client("anna@fjord.example")
    wrong = bot.oauth_card(tokenExchangeResource={"id": "tx-1", "uri": "api://elsewhere", "providerId": ""})
    await offered(sandbox, bot, anna, wrong)
    (failure,) = bot.named("signin/failure")
    assert failure["value"]["code"] == "resourcematchfailed"
    assert anna.items()[0].sign_in is not None


async def test_channels_have_no_silent_exchange(sandbox: Sandbox, bot: ScriptedBot) -> None:
    anna = sandbox.client("anna@fjord.example")
    await offered(sandbox, bot, anna, bot.oauth_card(), CHANNEL)
    assert bot.heard == []
    assert anna.items(CHANNEL)[0].sign_in is not None


async def test_somebody_without_the_app_cannot_exchange(sandbox: Sandbox, bot: ScriptedBot) -> None:
    bo = sandbox.client("bo@fjord.example")
    await offered(sandbox, bot, bo, bot.oauth_card(), CHAT)
    assert [said["value"]["code"] for said in bot.named("signin/failure")] == ["installedappnotfound"]


def login(bot: ScriptedBot) -> Answer:
    kind = "application/vnd.microsoft.activity.loginRequest"
    return 200, {"statusCode": 401, "type": kind, "value": bot.oauth_card()}


def precondition_failed() -> Answer:
    value = {"code": "412", "message": "consent"}
    return 200, {"statusCode": 412, "type": "application/vnd.microsoft.error.preconditionFailed", "value": value}


async def pressed(sandbox: Sandbox, bot: ScriptedBot, anna: TeamsClient) -> tuple[str, Delivery | None]:
    sent = await bot.say(sandbox.connector.conversations.personal(ANNA).id, attached(card("old")))
    return sent, await anna.press(sent, "Fix")


async def test_a_login_request_is_met_and_the_action_sent_again(sandbox: Sandbox, bot: ScriptedBot) -> None:
    def answer(said: Wire) -> Answer:
        return replacing(card("new")) if "authentication" in said["value"] else login(bot)

    bot.answers["adaptiveCard/action"] = answer
    anna = sandbox.client("anna@fjord.example")
    await pressed(sandbox, bot, anna)
    first, second = bot.named("adaptiveCard/action")
    assert second["value"]["authentication"]["id"] == "tx-1"
    assert second["value"]["action"] == first["value"]["action"]
    assert anna.items()[0].card == card("new")


async def test_a_failed_exchange_of_an_action_shows_the_button(sandbox: Sandbox, bot: ScriptedBot) -> None:
    def answer(said: Wire) -> Answer:
        if said["value"].get("state") == "proof-1":
            return replacing(card("new"))
        return precondition_failed() if "authentication" in said["value"] else login(bot)

    bot.answers["adaptiveCard/action"] = answer
    anna = sandbox.client("anna@fjord.example")
    sent, _ = await pressed(sandbox, bot, anna)
    assert anna.items()[0].sign_in is not None
    await anna.sign_in(sent)
    assert (anna.items()[0].card, anna.items()[0].sign_in) == (card("new"), None)
    assert bot.named("signin/verifyState") == [], "the state goes with the action"


async def test_a_wrong_state_leaves_the_button(sandbox: Sandbox, bot: ScriptedBot) -> None:
    def answer(said: Wire) -> Answer:
        return precondition_failed() if {"authentication", "state"} & said["value"].keys() else login(bot)

    bot.answers["adaptiveCard/action"] = answer
    anna = sandbox.client("anna@fjord.example")
    sent, _ = await pressed(sandbox, bot, anna)
    await anna.verify(sent, "guessed")
    item = anna.items()[0]
    assert item.sign_in is not None
    assert item.notice is not None
    assert item.notice.error
