"""Signing in where the usual way ends: another account, a closed window, a code typed, a page Teams never hears of."""

from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from bot.sandbox.teams_client.browser import Browser, Page
from tests.company import Chatting, contoso, text
from tests.conversation.watching import act, data_of, heading, invoke, writes
from tests.teams.sign_in.signing_in import ASKED, CLEAR, answers, prompts, silent

MEMBER = "smba.trafficmanager.net/emea/v3/conversations/*/members/*"


async def walked(running: Running, chat: Chatting, name: str, path: str = "") -> Page:
    """The sign-in pages of this person's newest prompt, walked as somebody; the last one."""
    url = prompts(chat)[-1]["buttons"][0]["value"]
    return await Browser(running.sandbox.url, name).open(url + path)


async def start(running: Running, chat: Chatting, path: str = "") -> dict[str, list[str]]:
    """What our own page hands to Entra."""
    url = prompts(chat)[-1]["buttons"][0]["value"] + path
    async with aiohttp.ClientSession() as http, http.get(url, allow_redirects=False) as answer:
        return parse_qs(urlsplit(answer.headers["Location"]).query)


async def test_what_waited_is_answered_though_teams_never_brings_the_code() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        page = await walked(running, chat, "adele@contoso.com")
        assert page.status == 200
        await running.settled(chat.client)
        assert len(answers(chat)) == 1
        assert page.state
        assert (await invoke(chat, "signin/verifyState", {"state": page.state})).status == 200
        assert len(answers(chat)) == 1, "and not once more when Teams does"


async def test_a_code_that_is_typed_is_a_code_and_nobody_elses() -> None:
    async with contoso() as running:
        chat, other = silent(running, "adele@contoso.com"), silent(running, "lee@contoso.com")
        await chat.say(ASKED)
        page = await walked(running, chat, "adele@contoso.com")
        await running.settled(chat.client)
        assert page.state
        assert (await chat.say(page.state)).card
        assert heading(chat.last()) == ""
        assert text(chat.last()).startswith("You're signed in.")
        await other.say("hello")
        await chat.say("sign out")
        await chat.say(ASKED)
        page = await walked(running, chat, "adele@contoso.com")
        assert page.state
        await other.say(page.state)
        assert "You're signed in." not in text(other.last())


async def test_another_account_is_refused_with_a_way_out() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        wrong = await walked(running, chat, "megan@contoso.com")
        assert wrong.status == 403
        assert "Choose another account" in wrong.html
        assert "&amp;choose=1" in wrong.html
        assert (await start(running, chat, "&choose=1"))["prompt"] == ["select_account"]
        right = await walked(running, chat, "adele@contoso.com", "&choose=1")
        await running.settled(chat.client)
        assert right.status == 200
        assert len(answers(chat)) == 1


async def test_the_account_is_filled_in_as_teams_knows_it() -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        user = running.sandbox.world.user("adele@contoso.com")
        assert user
        assert (await start(running, chat))["login_hint"] == [user["userPrincipalName"]]


@pytest.mark.parametrize(
    "fault", [Fault(MEMBER, status=403), Fault(MEMBER, drop=True, times=None), Fault(MEMBER, malformed=True)]
)
async def test_without_it_the_page_opens_all_the_same(fault: Fault) -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        await chat.say(ASKED)
        running.sandbox.faults.add(fault)
        assert "login_hint" not in await start(running, chat)


@pytest.mark.parametrize("state", ["CancelledByUser", "UserCancelledSignIn"])
async def test_a_closed_window_is_answered_and_the_button_still_works(state: str) -> None:
    async with contoso() as running:
        chat = silent(running, "adele@contoso.com")
        waiting = await chat.say("Hvorfor kan jeg ikke redigere Salg Danmark?")
        assert (await invoke(chat, "signin/verifyState", {"state": state})).status == 200
        assert heading(chat.last()) == "Dit login blev afbrudt. Der er ikke ændret noget."
        await chat.client.sign_in(waiting.id)
        await running.settled(chat.client)
        assert heading(chat.last()) == "Der er ikke noget i vejen for, at du kan ændre Salg Danmark."


async def test_a_window_closed_for_a_press_leaves_the_card_as_it_is() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        shown = await adele.say("Why can't I edit Kampagne 2025?")
        data = data_of(shown, "Restore the group")
        answer = await act(adele, "offer", data, on=shown, state="CancelledByUser")
        assert answer.body["type"] == "application/vnd.microsoft.activity.message"
        assert "cancelled" in answer.body["value"]
        assert writes(running) == []


async def test_a_closed_window_with_nothing_waiting_says_nothing() -> None:
    async with contoso() as running:
        chat = Chatting(running, "adele@contoso.com")
        await chat.say(ASKED)
        assert heading(chat.last()) == CLEAR
        before = len(chat.cards())
        assert (await invoke(chat, "signin/verifyState", {"state": "CancelledByUser"})).status == 200
        assert len(chat.cards()) == before
