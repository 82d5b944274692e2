"""The page itself: light and dark, both languages, 320 pixels, the clock, one press at a time, keyboard and focus."""

import asyncio

import pytest
from playwright.async_api import Locator, Request, Route, expect

from bot.cli.company import Running
from tests.browser.axe import complaints
from tests.browser.conftest import Open
from tests.browser.window import NARROW

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED = "why can't I edit Marketing DK?"
ANSWERED = "Marketing DK is managed in Active Directory"


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_320_pixels_are_enough(window: Open, theme: str) -> None:
    adele = await window(theme=theme, width=NARROW, height=640)
    assert await adele.overflow() == 0
    assert await complaints(adele.page) == []
    await adele.become("Adele Vance")
    assert await adele.overflow() == 0
    assert await complaints(adele.page) == []
    await adele.ask(ASKED)
    answer = await adele.shows(ANSWERED)
    for _unfolded in (True, False):
        await answer.get_by_role("button", name="Details").click()
        assert await adele.overflow() == 0
        assert await answer.evaluate("message => message.scrollWidth <= message.clientWidth")
        assert await complaints(adele.page) == []


async def test_a_card_is_as_wide_as_in_teams(window: Open) -> None:
    adele = await window(width=1200)
    await adele.become("Adele Vance")
    await adele.ask(ASKED)
    assert await width_of((await adele.shows(ANSWERED)).locator(".body.card")) == 500


async def width_of(element: Locator) -> float:
    box = await element.bounding_box()
    return box["width"] if box else 0


async def test_the_theme_is_switched_and_remembered(window: Open) -> None:
    adele = await window(theme="light")
    await adele.become("Adele Vance")
    await adele.ask(ASKED)
    answer = await adele.shows(ANSWERED)
    assert await background(answer) == "rgb(255, 255, 255)"
    await adele.page.get_by_role("button", name="Dark").click()
    await expect(adele.page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert await background(await adele.shows(ANSWERED)) == "rgb(41, 41, 41)"
    assert await complaints(adele.page) == []
    await adele.page.reload()
    assert await background(await adele.shows(ANSWERED)) == "rgb(41, 41, 41)"


async def background(answer: Locator) -> str:
    return await answer.locator(".ac-adaptiveCard").evaluate("card => getComputedStyle(card).backgroundColor")


async def test_the_language_is_switched(window: Open) -> None:
    adele = await window()
    await adele.become("Adele Vance")
    await adele.page.get_by_role("button", name="Language: English. Switch to Danish").click()
    await expect(adele.page.locator("html")).to_have_attribute("lang", "da")
    await expect(adele.page.locator("#greeting .offer").first).to_have_text(
        "Hvorfor kan jeg ikke redigere Marketing DK?"
    )
    await expect(adele.page.locator("#clock")).to_have_text("fre. 20. nov., 10.42")
    await adele.page.locator("#greeting .offer").first.click()
    await adele.shows("Marketing DK administreres i Active Directory")
    assert await complaints(adele.page) == []


async def test_the_clock_is_moved(window: Open, company: Running) -> None:
    adele = await window()
    clock = adele.page.locator("#clock")
    await expect(clock).to_have_text("Fri 20 Nov, 10:42")
    await adele.page.get_by_role("button", name="+30 min").click()
    await expect(clock).to_have_text("Fri 20 Nov, 11:12")
    await adele.page.get_by_role("button", name="+1 day").click()
    await expect(clock).to_have_text("Sat 21 Nov, 11:12")
    await expect(adele.page.locator("#clock-moved")).to_have_text("The company's clock: Sat 21 Nov, 11:12")
    assert company.sandbox.world.clock.now().isoformat(timespec="minutes") == "2026-11-21T10:12+00:00"


async def test_a_second_press_does_nothing_while_the_first_is_under_way(window: Open) -> None:
    soren = await window()
    await soren.become("Søren Kjær")
    await soren.ask("hvorfor kan jeg ikke redigere Økonomi")
    answer = await soren.shows("Økonomi administreres i Active Directory")
    held, pressed = asyncio.Event(), list[str]()

    async def hold(route: Route, request: Request) -> None:
        pressed.append(request.url)
        await held.wait()
        await route.continue_()

    await soren.page.route("**/actions", hold)
    await answer.get_by_role("button", name="Flyt til skyen…").dblclick()
    other = answer.get_by_role("button", name="Tjek igen")
    await other.click()
    await expect(answer.locator("[aria-busy=true]")).to_have_count(1)
    await expect(other).to_be_focused()
    held.set()
    await soren.shows("Bagefter", "Flyt til skyen")
    assert len(pressed) == 1
    await expect(soren.page.locator("article:focus")).to_contain_text("Bagefter")


async def test_news_elsewhere_and_news_below_are_shown(window: Open) -> None:
    adele, lee = await window(height=500), await window()
    await adele.become("Adele Vance")
    await lee.become("Lee Gu")
    for person in (adele, lee):
        await person.page.get_by_role("button", name="Adgang til Marketing DK (group chat)").click()
    for number in range(8):
        await lee.ask(f"Question {number} to nobody in particular")
        await lee.page.get_by_text(f"Question {number} ").wait_for()
    await adele.page.get_by_text("Question 7 ").wait_for()
    newest = adele.page.get_by_role("button", name="New messages ↓")
    await expect(newest).to_be_hidden()
    await adele.page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
    await lee.ask("One more")
    await newest.click()
    await expect(adele.page.get_by_text("One more")).to_be_in_viewport()
    await expect(newest).to_be_hidden()


async def test_nothing_is_lost_when_the_sandbox_is_gone(window: Open) -> None:
    adele = await window()
    await adele.become("Adele Vance")
    await adele.page.route("**/messages", lambda route: route.abort())
    await adele.ask(ASKED)
    await expect(adele.page.locator("#warning")).to_contain_text("The sandbox doesn't answer.")
    await expect(adele.page.locator("#text")).to_have_value(ASKED)
    adele.faults.clear()
