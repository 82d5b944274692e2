"""Permissions that are missing: only an administrator can give most of them, so nobody is shown a dead button."""

from typing import Any, cast

import pytest

from bot.cli.company import Running
from bot.sandbox.faults import Fault
from bot.sandbox.teams_client.browser import Browser
from tests.company import TINY, Chatting, contoso, text, titles
from tests.conversation.watching import act, elements, heading, invoke, writes

ADMIN = "An administrator has to allow this once."
OPEN = "TeamSettings.ReadWrite.All"


def consent_url(card: object) -> str:
    """Where the card sends an administrator."""
    return next(str(each["url"]) for each in elements(card) if each.get("type") == "Action.OpenUrl")


@pytest.mark.parametrize("person", ["aya@fourthcoffee.com", "molly@fourthcoffee.com"])
async def test_nothing_consented_is_said_at_once_and_all_of_it(person: str) -> None:
    async with contoso(TINY) as running:
        chat = Chatting(running, person)
        shown = await chat.say("Why can't I edit the group Shop?")
        assert heading(shown) == ADMIN
        assert not shown.sign_in
        for scope in ("GroupMember.Read.All", "RoleManagement.Read.Directory", "TeamSettings.Read.All", "User.Read"):
            assert scope in text(shown)
            assert f"https://graph.microsoft.com/{scope}" in consent_url(shown.card)


async def test_once_an_administrator_has_consented_the_question_is_answered() -> None:
    async with contoso(TINY) as running:
        chat = Chatting(running, "aya@fourthcoffee.com")
        shown = await chat.say("Why can't I edit the group Shop?")
        page = await administrator(running, "molly@fourthcoffee.com", consent_url(shown.card))
        assert "The permissions have been given" in page
        assert "You neither own Shop" in heading(await chat.say("Why can't I edit the group Shop?"))


async def administrator(running: Running, person: str, url: str) -> str:
    """Somebody opens the address they were sent and accepts; the last page they see."""
    return (await Browser(running.sandbox.url, person).open(url)).html


async def test_a_write_nobody_consented_to_is_for_the_administrator() -> None:
    async with contoso() as running:
        running.sandbox.world.admin_consent -= {OPEN}
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Projekt Nord?")
        asked = await adele.press("Open the team again")
        assert heading(asked) == ADMIN
        assert OPEN in text(asked)
        assert "Sign in" not in titles(asked)
        assert not asked.sign_in
        assert writes(running) == []
        running.sandbox.world.admin_consent |= {OPEN}
        await adele.say("Why can't I edit Projekt Nord?")
        assert (
            heading(await adele.press("Open the team again")) == "Microsoft has accepted it, but it doesn't show yet."
        )


async def test_consent_a_person_can_give_is_asked_of_the_person() -> None:
    """Asking the owners takes no more than `User.Read`, to which everybody can say yes."""
    async with contoso() as running:
        lee, world = Chatting(running, "lee@contoso.com"), running.sandbox.world
        shown = await lee.say("Why can't I edit Salg Danmark?")
        await lee.say("sign out")
        world.admin_consent -= {"User.Read"}
        waiting = await lee.press("Ask an owner…")
        assert waiting.sign_in
        await lee.client.sign_in(shown.id)
        await running.settled(lee.client)
        assert heading(lee.client.view.item(shown.id)) == "Ask an owner"
        assert "User.Read" in world.user_consent[lee.client.user]


async def test_a_press_goes_from_login_to_authentication_to_the_page_to_the_answer() -> None:
    async with contoso() as running:
        lee = Chatting(running, "lee@contoso.com", clients=0)
        await lee.say("hello")
        data = {"symptom": "group.edit", "entity": "Salg Danmark"}
        login = cast("dict[str, Any]", (await act(lee, "meant", data)).body)
        name = login["value"]["tokenExchangeResource"]["id"]
        running.sandbox.faults.add(
            Fault("login.microsoftonline.com/*/oauth2/v2.0/token", "POST", status=400, code="interaction_required")
        )
        sso = {"id": name, "connectionName": "", "token": running.sandbox.entra.sso_token(lee.client.user)}
        again = cast("dict[str, Any]", (await act(lee, "meant", data, authentication=sso)).body)
        assert (again["statusCode"], again["type"]) == (412, "application/vnd.microsoft.error.preconditionFailed")
        button = login["value"]["buttons"][0]["value"]
        page = await Browser(running.sandbox.url, "lee@contoso.com").open(button)
        assert page.state
        done = cast("dict[str, Any]", (await act(lee, "meant", data, state=page.state)).body)
        assert "You neither own Salg Danmark" in str(done["value"])
        reused = cast("dict[str, Any]", (await act(lee, "meant", data, state=page.state)).body)
        assert reused["statusCode"] == 401
        assert (await invoke(lee, "signin/verifyState", {"state": page.state})).status == 412
