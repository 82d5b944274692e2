"""What the kit writes, as Microsoft's own renderer draws it."""

import pytest
from adaptive_cards.types import ChoiceInputStyle
from playwright.async_api import Locator, expect

from bot.texts import Text
from cards import kit
from cards.kit import elements as e
from cards.kit.neutral import JOINER, tidy
from tests.browser.conftest import Open
from tests.browser.window import Window
from tests.cards.samples import ENGLISH
from tests.cards.test_neutral import HOSTILE
from tests.cards.walk import Json

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLAIN = ("3. klasse", "*Nord*", "Nordlys Børnehave", "- Nord")
DRAW = """async card => {
    const { drawCard } = await import("/sandbox/page/cards.js");
    const drawn = drawCard(card, "light", () => {});
    drawn.id = "drawn";
    document.body.append(drawn);
}"""
PIXEL = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"


async def drawn(window: Window, *blocks: kit.Element) -> Locator:
    """A card of these alone, on the page of somebody who has said nothing yet."""
    return await drawn_as_it_is(window, kit.card(blocks, Text("In short"), ENGLISH).wire())


async def drawn_as_it_is(window: Window, card: Json) -> Locator:
    """A card that the kit may not have made."""
    await window.become("Adele Vance")
    await window.page.evaluate(DRAW, card)
    return window.page.locator("#drawn")


def choices(titles: tuple[str, ...], *, several: bool, style: ChoiceInputStyle) -> e.ChoiceInput:
    """A list to choose from."""
    made = [e.Choice(title=title, value=str(place)) for place, title in enumerate(titles)]
    return e.ChoiceInput(id="of", label="Which?", choices=made, is_multi_select=several or None, style=style)


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("style", [ChoiceInputStyle.EXPANDED, ChoiceInputStyle.COMPACT])
async def test_a_choice_is_shown_as_it_stands(window: Open, several: bool, style: ChoiceInputStyle) -> None:
    titles = (*PLAIN, *map(tidy, HOSTILE))
    card = await drawn(await window(), choices(titles, several=several, style=style))
    one_by_one = several or style is ChoiceInputStyle.EXPANDED
    shown = card.locator("label" if one_by_one else "option:not([disabled])")
    seen = [text.replace(JOINER, "").strip() for text in await shown.all_inner_texts()]
    assert [text for text in seen if text != "Which?"] == [title.strip() for title in titles]
    assert await card.locator("ol, ul, em, strong, a, code, h1, blockquote, del").count() == 0


async def test_a_picture_is_said_to_somebody_who_cannot_see_it(window: Open) -> None:
    card = await drawn(await window(), e.Image(url=PIXEL, alt_text="Both photos"))
    assert await card.locator("img").get_attribute("alt") == "Both photos"


async def test_why_the_kit_refuses_an_empty_text_for_a_picture(window: Open) -> None:
    """If this fails, Microsoft's renderer has been mended, and a picture may say nothing."""
    empty = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "Image", "url": PIXEL, "altText": ""}]}
    card = await drawn_as_it_is(await window(), empty)
    assert await card.locator("img").get_attribute("alt") is None


async def test_a_filtered_list_goes_by_what_is_written(window: Open) -> None:
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
    card = await drawn_as_it_is(await window(), {"type": "AdaptiveCard", "version": "1.5", "body": [field]})
    await expect(card.locator("input")).to_have_value("second")
    assert await card.locator("datalist option").evaluate_all("all => all.map(each => each.value)") == [
        "Sales",
        "Sales",
    ]
