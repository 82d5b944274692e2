"""What the kit writes, as Microsoft's own renderer draws it."""

from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
from adaptive_cards.types import ChoiceInputStyle
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Locator, Page, expect

from bot.sandbox.page.files import routes
from bot.texts import Text
from cards import kit
from cards.kit import elements as e
from cards.kit.neutral import JOINER, tidy
from tests.cards.samples import ENGLISH
from tests.cards.test_neutral import HOSTILE
from tests.cards.walk import Json

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLAIN = ("3. klasse", "*Nord*", "Nordlys Børnehave", "- Nord")
DRAW = """async card => {
    const { drawCard, loadRenderer } = await import("/sandbox/page/cards.js");
    await loadRenderer();
    document.body.replaceChildren(drawCard(card, "light", () => {}));
}"""
PIXEL = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncGenerator[Page]:
    """A page with Microsoft's renderer and nothing else: no company, no bot."""
    app = web.Application()
    app.add_routes(routes())
    async with TestServer(app) as server:
        context = await browser.new_context()
        page = await context.new_page()
        await page.goto(str(server.make_url("/")))
        yield page
        await context.close()


async def drawn(page: Page, *blocks: kit.Element) -> Locator:
    """A card of these alone."""
    return await drawn_as_it_is(page, kit.card(blocks, Text("In short"), ENGLISH).wire())


async def drawn_as_it_is(page: Page, card: Json) -> Locator:
    """A card that the kit may not have made."""
    await page.evaluate(DRAW, card)
    return page.locator(".ac-adaptiveCard")


def choices(titles: tuple[str, ...], *, several: bool, style: ChoiceInputStyle) -> e.ChoiceInput:
    """A list to choose from."""
    made = [e.Choice(title=title, value=str(place)) for place, title in enumerate(titles)]
    return e.ChoiceInput(id="of", label="Which?", choices=made, is_multi_select=several or None, style=style)


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("style", [ChoiceInputStyle.EXPANDED, ChoiceInputStyle.COMPACT])
async def test_a_choice_is_shown_as_it_stands(page: Page, several: bool, style: ChoiceInputStyle) -> None:
    titles = (*PLAIN, *map(tidy, HOSTILE))
    card = await drawn(page, choices(titles, several=several, style=style))
    one_by_one = several or style is ChoiceInputStyle.EXPANDED
    shown = card.locator("label" if one_by_one else "option:not([disabled])")
    seen = [text.replace(JOINER, "").strip() for text in await shown.all_inner_texts()]
    assert [text for text in seen if text != "Which?"] == [title.strip() for title in titles]
    assert await card.locator("ol, ul, em, strong, a, code, h1, blockquote, del").count() == 0


async def test_a_picture_is_said_to_somebody_who_cannot_see_it(page: Page) -> None:
    card = await drawn(page, e.Image(url=PIXEL, alt_text="Both photos"))
    assert await card.locator("img").get_attribute("alt") == "Both photos"


async def test_what_is_copied_is_shown_in_its_lines(page: Page) -> None:
    card = await drawn(page, kit.copied("About Sales\nPlease: *Nord*", ENGLISH))
    assert (await card.locator(".ac-richTextBlock").inner_text()).splitlines()[:2] == ["About Sales", "Please: *Nord*"]


async def test_why_the_kit_refuses_an_empty_text_for_a_picture(page: Page) -> None:
    """If this fails, Microsoft's renderer has been mended, and a picture may say nothing."""
    empty = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "Image", "url": PIXEL, "altText": ""}]}
    card = await drawn_as_it_is(page, empty)
    assert await card.locator("img").get_attribute("alt") is None


async def test_a_filtered_list_goes_by_what_is_written(page: Page) -> None:
    """Which is why the kit wants titles to differ: the second of two equal ones could never be chosen."""
    twins = [{"title": "Sales", "value": "first"}, {"title": "Sales", "value": "second"}]
    field = {
        "type": "Input.ChoiceSet",
        "id": "of",
        "label": "Which?",
        "style": "filtered",
        "choices": twins,
        "value": "second",
    }
    card = await drawn_as_it_is(page, {"type": "AdaptiveCard", "version": "1.5", "body": [field]})
    await expect(card.locator("input")).to_have_value("second")
    assert await card.locator("datalist option").evaluate_all("all => all.map(each => each.value)") == [
        "Sales",
        "Sales",
    ]
