"""Where Microsoft wants to see the person first, the bot asks with a button, and answers without being asked again."""

import pytest
from playwright.async_api import Locator, Page, Route, expect

from bot.cli.company import Running
from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.window import Window
from tests.company import TINY, contoso

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEAMS_JS = "https://res.cdn.office.net/**"
"""Teams' own script, which the bot's page wants at the end of a sign-in."""

ADMINISTRATOR = "I'm an administrator myself ↗"


async def page_behind(what: Locator) -> Page:
    """Press what opens a page of Entra's; that page."""
    async with what.page.context.expect_page() as opening:
        await what.click()
    popup = await opening.value
    await popup.get_by_role("heading", name="Permissions requested").wait_for()
    assert await complaints(popup) == []
    return popup


async def accept(popup: Page, person: str) -> None:
    await popup.get_by_label("Sign in as").fill(person)
    await popup.get_by_role("button", name="Accept").click()


async def signs_in_again(window: Window, company: Running) -> Page:
    """Adele, whom Graph wants to see once more, asks and signs in; the page where she did."""
    await window.become("Adele Vance")
    company.sandbox.challenged.add(window.page.url.partition("#")[2])
    await window.ask("why can't I edit Marketing DK?")
    button = window.page.get_by_role("button", name="Sign in", exact=True)
    await button.wait_for()
    assert await complaints(window.page) == []
    popup = await page_behind(button)
    await accept(popup, "adele@contoso.com")
    return popup


async def test_adele_signs_in_again_and_gets_her_answer(window: Open, company: Running) -> None:
    adele = await window()
    popup = await signs_in_again(adele, company)
    await adele.shows("Marketing DK is managed in Active Directory")
    await expect(adele.page.get_by_role("button", name="Sign in", exact=True)).to_have_count(0)
    assert popup.is_closed()


async def test_adele_signs_in_with_the_internet_there(window: Open, company: Running) -> None:
    adele = await window()

    async def outside_teams(route: Route) -> None:
        await route.fulfill(body="window.microsoftTeams = { app: { initialize: () => new Promise(() => {}) } }")

    await adele.page.context.route(TEAMS_JS, outside_teams)
    await signs_in_again(adele, company)
    await adele.message("Marketing DK is managed in Active Directory").wait_for(timeout=3_000)


async def test_an_administrator_consents_for_everybody(window: Open) -> None:
    async with contoso(TINY) as company:
        molly = await window(company.sandbox.url)
        await molly.become("Molly Dempsey")
        await molly.ask("why can't I edit Bookkeeping?")
        await molly.shows("An administrator has to allow this once.")
        assert await complaints(molly.page) == []
        popup = await page_behind(molly.page.get_by_role("link", name=ADMINISTRATOR))
        await accept(popup, "molly@fourthcoffee.com")
        await popup.get_by_text("Thank you. The permissions have been given").wait_for()
        await popup.close()
        await molly.ask("why can't I edit Bookkeeping?")
        await molly.shows("Bookkeeping", "Nothing stops you")


async def test_nobody_else_can(window: Open) -> None:
    async with contoso(TINY) as company:
        jakob = await window(company.sandbox.url, theme="dark")
        await jakob.become("Jakob Steen")
        await jakob.ask("why can't I edit Shop?")
        await jakob.shows("An administrator has to allow this once.")
        assert await complaints(jakob.page) == []
        popup = await page_behind(jakob.page.get_by_role("link", name=ADMINISTRATOR))
        await accept(popup, "jakob@fourthcoffee.com")
        await popup.get_by_role("heading", name="Need admin approval").wait_for()
        assert await complaints(popup) == []
        await popup.get_by_role("link", name="Return to the application").click()
        await popup.get_by_text("The sign-in was cancelled. Nothing was changed.").wait_for()
