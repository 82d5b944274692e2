"""Without `npm ci` the page says so, and cards are text with numbered buttons that work."""

import pytest
from playwright.async_api import Route, expect

from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.window import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def without_renderer(window: Window) -> None:
    """Reload the page as it is where `node_modules` is missing."""

    async def company(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(json={**await answer.json(), "renderer": False})

    async def missing(route: Route) -> None:
        await route.fulfill(status=404)

    await window.page.route("**/sandbox/company", company)
    await window.page.route("**/sandbox/renderer/*", missing)
    await window.page.reload()


async def test_lee_asks_an_owner(window: Open) -> None:
    lee, adele = await window(), await window()
    await adele.become("Adele Vance")
    await without_renderer(lee)
    await expect(lee.page.get_by_role("status").filter(has_text="npm ci")).to_be_visible()
    await lee.become("Lee Gu")
    await lee.ask("why can't I edit Sales?")
    answer = await lee.shows(
        "You neither own Sales nor have a role that may change it.", "Relation to the group: not an owner"
    )
    assert await complaints(lee.page) == []
    await answer.get_by_role("button", name="1. Ask an owner…").click()
    form = await lee.shows("What should they do?")
    await form.get_by_label("What should they do?").select_option("Make me an owner")
    await form.get_by_label("Your message to the owners").fill("<b>please</b>")
    assert await complaints(lee.page) == []
    await form.get_by_role("button", name="1. Ask an owner").click()
    await expect(lee.page.get_by_label("What should they do?")).to_have_count(0)
    await adele.shows("Lee Gu would like to be an owner of Sales.", "<b>please</b>")
