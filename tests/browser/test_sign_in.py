"""Where nothing is consented yet, the bot asks for it with a button, and answers without being asked again."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.window import Window
from tests.company import TINY, contoso

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "why can't I edit Shop?"


async def sign_in_page(window: Window) -> Page:
    async with window.page.expect_popup() as opening:
        await window.press("Sign in")
    popup = await opening.value
    await popup.get_by_role("heading", name="Permissions requested").wait_for()
    return popup


async def test_the_only_administrator_consents_and_gets_the_answer(window: Open) -> None:
    async with contoso(TINY) as company:
        molly = await window(company.sandbox.url)
        await molly.become("Molly Dempsey")
        await molly.ask(QUESTION)
        await molly.page.get_by_role("button", name="Sign in", exact=True).wait_for()
        assert await complaints(molly.page) == []
        popup = await sign_in_page(molly)
        assert await complaints(popup) == []
        await popup.get_by_label("Sign in as").fill("molly@fourthcoffee.com")
        async with popup.expect_event("close"):
            await popup.get_by_role("button", name="Accept").click()
        await molly.shows("Shop", "Check again")
        await expect(molly.page.get_by_role("button", name="Sign in", exact=True)).to_have_count(0)


async def test_an_ordinary_person_is_told_who_must_consent(window: Open) -> None:
    async with contoso(TINY) as company:
        jakob = await window(company.sandbox.url)
        await jakob.become("Jakob Steen")
        await jakob.ask(QUESTION)
        popup = await sign_in_page(jakob)
        await popup.get_by_label("Sign in as").fill("jakob@fourthcoffee.com")
        await popup.get_by_role("button", name="Accept").click()
        await expect(popup.get_by_role("heading", name="Need admin approval")).to_be_visible()
        async with popup.expect_event("close"):
            await popup.get_by_role("link", name="Return to the application").click()
        print((await jakob.page.locator("#log").inner_text()))
        assert await complaints(jakob.page) == []
