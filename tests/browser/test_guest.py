"""A guest sees what a guest may: the verdict about themselves, and nobody else's name or role."""

import pytest
from playwright.async_api import expect

from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.pictures import take
from tests.browser.window import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "why can't I edit Fabrikam Samarbejde?"
NOT_FOR_GUESTS = ("Adele", "Owners:", "Administrator", "@contoso.com", "Ledergruppen", "Marketing DK")


async def everything(window: Window) -> str:
    """All text of the chat, folded or not."""
    return await window.page.locator("#chat").text_content() or ""


async def test_kim_sees_no_owners_and_no_roles(window: Open) -> None:
    kim = await window()
    await kim.become("Kim Akers")
    await expect(kim.page.locator("#places button")).to_have_count(1)
    await kim.ask(QUESTION)
    answer = await kim.shows("Probably: You are a guest here, and guests can only change groups they own.")
    assert [secret for secret in NOT_FOR_GUESTS if secret in await everything(kim)] == []
    assert await complaints(kim.page) == []
    await take("answer-guest", kim.page.locator(".item.me").last, answer)


async def test_lee_who_belongs_there_sees_them(window: Open) -> None:
    lee = await window()
    await lee.become("Lee Gu")
    await lee.ask(QUESTION)
    await lee.shows("You neither own Fabrikam Samarbejde nor have a role that may change it.")
    shown = await everything(lee)
    assert "Adele Vance" in shown
    assert "Groups Administrator" in shown
