"""Tokens and codes that aren't this person's, or aren't any."""

from dataclasses import replace
from typing import Any, cast

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.teams_client.browser import Browser
from tests.company import Chatting, contoso, text
from tests.conversation.watching import act, card_in, invoke
from tests.teams.sign_in.signing_in import ASKED, answers, exchange, prompts, silent, token


async def test_tokens_that_are_not_this_persons_are_refused() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        user = chat.client.user
        refused = {
            "somebody else's": token(running, "megan@contoso.com"),
            "expired": token(running, "adele@contoso.com", lifetime=-3600),
            "for Graph": running.sandbox.entra.graph_token(user, ["User.Read"]),
            "the bot's": running.sandbox.entra.app_token("https://api.botframework.com"),
            "no token": "x.y.z",
            "nothing": "",
        }
        for kind, bad in refused.items():
            answer = await invoke(chat, "signin/tokenExchange", exchange(chat, bad))
            assert (kind, answer.status) == (kind, 403)
        for odd in (None, 7, ["x"], {"a": 1}):
            assert (await invoke(chat, "signin/tokenExchange", {"id": odd, "token": odd})).status == 403
        assert answers(chat) == []


async def test_somebody_elses_prompt_is_not_answered_for_them() -> None:
    async with contoso() as running:
        adele, lee = silent(running, "adele@contoso.com"), silent(running, "lee@contoso.com")
        await adele.say(ASKED)
        name = prompts(adele)[-1]["tokenExchangeResource"]["id"]
        value = exchange(lee, token(running, "lee@contoso.com"), name)
        assert (await invoke(lee, "signin/tokenExchange", value)).status == 200
        await running.settled(adele.client)
        assert answers(adele) == answers(lee) == []


async def test_a_sign_in_page_ends_in_failure_for_another_account() -> None:
    async with contoso() as running:
        adele, lee = silent(running, "adele@contoso.com"), silent(running, "lee@contoso.com")
        adeles = await adele.say(ASKED)
        lees = await lee.say(ASKED)
        lee.client.view.show(replace(lees, sign_in=adeles.sign_in))
        page = await lee.client.sign_in(lees.id)
        assert page.status == 403
        assert "That is not the account you use in Teams." in page.html
        assert page.state is None
        assert answers(adele) == []


async def test_codes_nobody_was_given_are_refused() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        for state in ("made up", "", None, 7, {"a": 1}):
            assert (await invoke(chat, "signin/verifyState", {"state": state})).status == 412
        assert answers(chat) == []


async def test_a_code_is_worth_nothing_to_somebody_else() -> None:
    async with contoso() as running:
        adele, lee = silent(running, "adele@contoso.com"), silent(running, "lee@contoso.com")
        asked = await adele.say(ASKED)
        await lee.say(ASKED)
        assert asked.sign_in
        page = await Browser(running.sandbox.url, "adele@contoso.com").open(asked.sign_in.url)
        assert page.state
        assert (await invoke(lee, "signin/verifyState", {"state": page.state})).status == 412
        assert answers(lee) == []


async def test_what_a_press_brings_along_is_checked() -> None:
    async with contoso() as running:
        adele = silent(running, "adele@contoso.com")
        await adele.say("hello")
        data = {"symptom": "group.edit", "entity": "Sales"}
        login = cast("dict[str, Any]", (await act(adele, "meant", data)).body)
        assert (login["statusCode"], login["type"]) == (401, "application/vnd.microsoft.activity.loginRequest")
        name = login["value"]["tokenExchangeResource"]["id"]
        for bad in (token(running, "megan@contoso.com"), "x", None, 7):
            brought = {"id": name, "connectionName": "", "token": bad}
            body = cast("dict[str, Any]", (await act(adele, "meant", data, authentication=brought)).body)
            assert (body["statusCode"], body["type"]) == (412, "application/vnd.microsoft.error.preconditionFailed")
        for bad in ("made up", 7, ["x"]):
            body = cast("dict[str, Any]", (await act(adele, "meant", data, state=bad)).body)
            assert (body["statusCode"], body["type"]) == (401, "application/vnd.microsoft.error.incorrectAuthCode")
        good = {"id": name, "connectionName": "", "token": token(running, "adele@contoso.com")}
        assert "Nothing stops you" in str(card_in(await act(adele, "meant", data, authentication=good)))


@pytest.mark.parametrize(
    ("locale", "said"), [("en-US", "Microsoft didn't answer."), ("da-DK", "Microsoft svarede ikke.")]
)
async def test_while_entras_keys_cant_be_had_the_person_hears_it_once(locale: str, said: str) -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com", locale, clients=0)
        asked = await chat.say(ASKED if locale == "en-US" else "Hvorfor kan jeg ikke redigere Salg Danmark?")
        keys = Fault("login.microsoftonline.com/*/discovery/v2.0/keys", times=None, status=503)
        running.sandbox.faults.add(keys)
        value = exchange(chat, token(running, "adele@contoso.com"))
        told = [(await invoke(chat, "signin/tokenExchange", value)).status for _ in range(3)]
        assert told == [412] * 3, "so that every client shows the button"
        said_so = [item for item in chat.cards() if said in text(item)]
        assert len(said_so) == 1
        assert answers(chat) == []
        running.sandbox.faults.clear()
        await chat.client.sign_in(asked.id)
        await running.settled(chat.client)
        assert "Salg Danmark" in text(chat.last())
