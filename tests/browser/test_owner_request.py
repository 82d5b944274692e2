"""Somebody asks a group's owner for something, and gets it; two people, two windows."""

import pytest
from playwright.async_api import expect

from bot.cli.company import Running
from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.pictures import take

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_lee_asks_adele_to_make_him_an_owner(window: Open, company: Running) -> None:
    lee, adele = await window(), await window()
    await lee.become("Lee Gu")
    await adele.become("Adele Vance")
    await lee.ask("why can't I edit Fabrikam Samarbejde?")
    await lee.shows("You neither own Fabrikam Samarbejde")
    await lee.press("Ask an owner…")
    form = await lee.shows("What should they do?")
    await form.get_by_label("Make me an owner").check()
    await form.get_by_label("Your message to the owners").fill("I keep the calendar, and there are new people to add.")
    assert await complaints(lee.page) == []
    await lee.press("Ask an owner")
    request = await adele.shows("Lee Gu would like to be an owner of Fabrikam Samarbejde.", "new people to add")
    assert await complaints(adele.page) == []
    await take("owner-request", request)
    await adele.press("Make owner")
    await expect(adele.page.get_by_role("button", name="Make owner", exact=True)).to_have_count(0)
    await expect(lee.page.locator(".item.bot")).to_have_count(2)
    await expect(lee.page.locator(".item.bot").last).to_contain_text("Fabrikam Samarbejde")
    assert company.group("Fabrikam Samarbejde")["id"] in {
        group for group, owners in company.sandbox.world.owners.items() if LEE in owners
    }
    assert await complaints(lee.page) == []


LEE = "40c09750-b26d-4c60-8f2b-99b017f8f65d"
