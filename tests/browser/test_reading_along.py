"""Whoever reads along sees what is new, what they opened and what they wrote; and what to ask next changes."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.window import Window

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED = "why can't I edit Marketing DK?"
ANSWERED = "Marketing DK is managed in Active Directory"
INSIDE = """(element) => {
  const [inner, outer] = [element, element.closest(".log")].map((each) => each.getBoundingClientRect());
  return inner.top >= outer.top - 1 && (inner.bottom <= outer.bottom + 1 || inner.height > outer.height);
}"""


async def inside(element: Locator) -> bool:
    """All of it stands in the part of the conversation that is shown; of what is longer than that, its beginning."""
    return await element.evaluate(INSIDE)


async def drawn(element: Locator) -> None:
    """Its pictures are there, and what has to be done about it is done."""
    await element.evaluate("e => Promise.all([...e.querySelectorAll('img')].map((each) => each.decode()))")
    await element.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


async def adele_asked(window: Open, height: int) -> tuple[Window, Locator]:
    adele = await window(height=height)
    await adele.become("Adele Vance")
    await adele.ask(ASKED)
    return adele, await adele.shows(ANSWERED)


@pytest.mark.parametrize("height", [520, 760, 1000])
async def test_a_card_that_comes_is_wholly_in_view(window: Open, height: int) -> None:
    adele, first = await adele_asked(window, height)
    await expect(adele.page.locator("#suggestions .offer").first).to_be_visible()
    await drawn(first)
    assert await inside(first)
    await adele.ask("who owns Sales?")
    owners = await adele.shows("owns Sales")
    await drawn(owners)
    assert await inside(owners)


@pytest.mark.parametrize("height", [520, 760])
async def test_what_is_folded_out_comes_into_view(window: Open, height: int) -> None:
    adele, answer = await adele_asked(window, height)
    await adele.page.locator("#log").evaluate("log => log.scrollTo(0, log.scrollHeight)")
    button = answer.get_by_role("button", name="Details")
    await button.click()
    await expect(button).to_have_attribute("aria-expanded", "true")
    target = answer.locator(f"[id='{(await button.get_attribute('aria-controls') or '').split()[0]}']")
    await expect(target).to_be_in_viewport(ratio=0.01)
    assert await inside(target) or await inside(button)


async def test_the_way_to_new_messages_stands_beside_them(window: Open) -> None:
    adele, lee = await window(height=500), await window()
    for person, name in ((adele, "Adele Vance"), (lee, "Lee Gu")):
        await person.become(name)
        await person.page.get_by_role("button", name="Adgang til Marketing DK (group chat)").click()
    for number in range(8):
        await lee.ask(f"Sentence {number} to nobody in particular")
        await adele.page.get_by_text(f"Sentence {number} ").wait_for()
    await adele.page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
    await lee.ask("One more from Lee")
    newest = adele.page.get_by_role("button", name="New messages ↓")
    await expect(newest).to_be_visible()
    box, log = await newest.bounding_box(), await adele.page.locator("#log").bounding_box()
    assert box is not None
    assert log is not None
    assert box["y"] >= log["y"] + log["height"]
    await adele.page.locator("#mention").uncheck()  # so that the bot doesn't answer, which would be newer still
    await adele.ask("And one of mine")
    mine = adele.page.locator(".item.me").filter(has_text="And one of mine")
    await expect(mine).to_be_visible()
    await expect(newest).to_be_hidden()
    assert await inside(mine)


async def test_what_to_ask_next_follows_what_was_asked(window: Open) -> None:
    adele = await window()
    await adele.become("Adele Vance")
    first = adele.page.locator("#greeting .offer")
    asked = await first.first.inner_text()
    others = await first.all_inner_texts()
    await first.first.click()
    await adele.shows(ANSWERED)
    offers = adele.page.locator("#suggestions .offer")
    await expect(offers).to_have_count(4)
    now = await offers.all_inner_texts()
    assert asked not in now
    assert "Marketing DK" in asked
    assert ["Marketing DK" in each for each in now] == [True, True, False, False]
    assert set(now[2:]) <= set(others)
