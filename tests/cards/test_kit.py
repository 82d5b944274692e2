"""The kit refuses what Teams would silently drop, and writes what the library can't."""

import re
from typing import Any

import pytest
from pydantic import ValidationError

from bot.buttons import Again, Meant, read
from bot.model import Symptom
from bot.texts import Text
from cards import kit
from cards.kit import elements as e
from cards.kit.actions import VERB
from cards.kit.card import Mention, Mentioned, Teams
from tests.cards.samples import ABOUT, DANISH, ENGLISH

AGAIN = kit.press(Again(about=ABOUT), Text("Check again"), ENGLISH)

SALES = e.Choice(title="Sales", value="1")


def wired(*blocks: kit.Element) -> list[Any]:
    return kit.card(blocks, Text("In short"), ENGLISH).wire()["body"]


@pytest.mark.parametrize(
    ("element", "given"),
    [
        (e.TextBlock, {"text": "x", "wrapp": True}),
        (e.TextBlock, {"text": "x", "color": "blue"}),
        (e.TextBlock, {"text": "x", "target_width": "atLeast:Standard"}),
        (e.Image, {"url": "https://contoso.com/x.png"}),
        (e.Image, {"url": "https://contoso.com/x.png", "alt_text": ""}),
        (e.Image, {"url": "https://contoso.com/x.png", "alt_text": " "}),
        (e.ChoiceInput, {"id": "x", "label": "x", "style": "filtered", "choices": [SALES, SALES]}),
        (e.ChoiceInput, {"id": "x", "label": "x", "style": "filtered", "choices": [SALES], "value": "1"}),
        (e.TextInput, {"id": "x"}),
        (e.Container, {"items": [], "style": "pink"}),
        (kit.Execute, {"title": "x", "data": {}}),
        (kit.Card, {"body": [], "lang": "en"}),
        (kit.Card, {"body": [], "lang": "de", "fallback_text": "x"}),
        (kit.Card, {"body": [], "lang": "en", "fallback_text": ""}),
        (kit.Refresh, {"action": AGAIN, "user_ids": ["29:1"] * 61}),
    ],
)
def test_a_slip_is_refused(element: type[kit.Element], given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        element(**given)


def test_teams_own_properties_reach_the_wire() -> None:
    choices = e.ChoiceInput(id="a", label="b", choices=[], choices_data=e.DataQuery(dataset="groups"))
    text = e.TextBlock(text="x", target_width="AtLeast:Standard", lang="da")
    assert wired(text) == [{"type": "TextBlock", "text": "x", "targetWidth": "AtLeast:Standard", "lang": "da"}]
    assert wired(choices)[0]["choices.data"] == {"type": "Data.Query", "dataset": "groups"}
    assert wired(kit.compared([("a", "b", "c")], ENGLISH))[0]["firstRowAsHeaders"] is True


@pytest.mark.parametrize(
    ("style", "several", "sent"),
    [
        ("expanded", None, [r"3\. klasse", r"\*Nord\*"]),
        ("expanded", True, [r"3\. klasse", r"\*Nord\*"]),
        ("compact", True, [r"3\. klasse", r"\*Nord\*"]),
        (None, True, [r"3\. klasse", r"\*Nord\*"]),
        ("compact", None, ["3. klasse", "*Nord*"]),
        ("filtered", None, ["3. klasse", "*Nord*"]),
        (None, None, ["3. klasse", "*Nord*"]),
    ],
)
def test_titles_of_choices_are_escaped_only_where_they_are_read_as_markdown(
    style: Any, several: bool | None, sent: list[str]
) -> None:
    """As Microsoft's renderer draws them: tests/browser/test_kit.py."""
    choices = [e.Choice(title="3. klasse", value="1"), e.Choice(title="*Nord*", value="2")]
    asked = e.ChoiceInput(id="a", label="b", choices=choices, style=style, is_multi_select=several)
    assert [each["title"] for each in wired(asked)[0]["choices"]] == sent
    assert [each["title"] for each in wired(asked)[0]["choices"]] == sent, "written twice, escaped once"


def test_what_is_copied_keeps_its_lines_and_nothing_that_turns_them_around() -> None:
    assert (
        wired(kit.copied("About Sales\n\u202eelas  \nPlease", ENGLISH))[0]["inlines"][0]["text"]
        == "About Sales\nelas\nPlease"
    )


def test_what_is_copied_breaks_a_word_that_is_too_long_for_a_narrow_card() -> None:
    short, long = wired(kit.copied("Get-It -All", ENGLISH)), wired(kit.copied(f"Get-It '{'x' * 40}' -All\n*", ENGLISH))
    assert short[0]["type"] == "RichTextBlock"
    assert [(block["text"], block["wrap"]) for block in long[0]["items"]] == [
        (f"Get-It '{'x' * 40}' -All", True),
        (r"\*", True),
    ]


def test_what_somebody_wrote_is_no_markdown_and_breaks_where_it_must() -> None:
    (short, _who) = wired(kit.quoted("*Nord* <b>", "Mette", ENGLISH))[0]["items"]
    assert short["inlines"] == [{"type": "TextRun", "text": "“*Nord* <b>”", "italic": True}]
    (long, _who) = wired(kit.quoted(f"*Nord* {'x' * 40}", "Mette", ENGLISH))[0]["items"]
    assert (long["text"], long["wrap"]) == (rf"“\*Nord\* {'x' * 40}”", True)


def test_choices_may_share_a_title_where_each_is_pressed_by_itself() -> None:
    assert e.ChoiceInput(id="x", label="x", choices=[SALES, SALES])


def test_an_element_inside_another_keeps_what_is_its_own() -> None:
    inside = kit.panel([e.TextBlock(text="New", target_width="AtLeast:Wide")])
    assert wired(inside)[0]["items"] == [{"type": "TextBlock", "text": "New", "targetWidth": "AtLeast:Wide"}]


def test_card_properties_are_spelt_as_renderers_read_them() -> None:
    mention = Mention(text="<at>Mette</at>", mentioned=Mentioned(id="29:1", name="Mette"))
    card = kit.Card(
        lang="da",
        fallback_text="x",
        body=[],
        refresh=kit.Refresh(action=AGAIN, user_ids=["29:1"]),
        msteams=Teams(width="Full", entities=[mention]),
        vertical_content_align="center",  # pyright: ignore[reportArgumentType] - words become members
    ).wire()
    assert (card["version"], card["lang"], card["verticalContentAlignment"]) == ("1.5", "da", "center")
    assert card["refresh"]["action"]["verb"] == "again"
    assert card["refresh"]["userIds"] == ["29:1"]
    assert card["msteams"]["entities"][0]["mentioned"] == {"id": "29:1", "name": "Mette"}


def test_an_old_client_sends_the_same_and_no_fields_nobody_asked_for() -> None:
    action = AGAIN.model_dump(mode="json", by_alias=True, exclude_none=True)
    old = action["fallback"]["data"]
    assert old.pop(VERB) == action["verb"]
    assert old == action["data"]
    assert action["associatedInputs"] == action["fallback"]["associatedInputs"] == "none"


def test_a_press_says_which_language_its_card_is_in() -> None:
    danish = kit.press(Again(about=ABOUT), Text("Check again"), DANISH)
    assert read("again", danish.data)[0].language == "da"


def test_a_way_out_leads_to_https_only() -> None:
    assert kit.leave(Text("Open"), "https://aka.ms/pim", ENGLISH).title == "Open ↗"
    with pytest.raises(ValueError, match="https"):
        kit.leave(Text("Open"), "javascript:alert(1)", ENGLISH)


def test_seven_buttons_are_one_too_many() -> None:
    assert wired(*kit.buttons([AGAIN] * 6))
    with pytest.raises(kit.TooMuch):
        wired(*kit.buttons([AGAIN] * 7))


def test_a_card_teams_would_refuse_is_never_sent() -> None:
    with pytest.raises(kit.TooMuch):
        wired(*(kit.paragraph("x" * 1_000, ENGLISH) for _ in range(31)))


def test_a_row_of_buttons_fits_a_narrow_card() -> None:
    def titles(*lengths: int) -> list[list[int]]:
        actions = [kit.leave("x" * (length - 2), "https://aka.ms/pim", ENGLISH) for length in lengths]
        return [[len(action["title"]) for action in each["actions"]] for each in wired(*kit.buttons(actions))]

    assert titles(15, 13, 11) == [[15, 13], [11]]
    assert titles(38) == [[38]]
    assert titles() == []


def test_what_a_row_is_called_aloud_is_what_stands_in_it() -> None:
    """All but the chevron, which is no word."""
    button = Meant(symptom=Symptom.GROUP_EDIT)
    names = ("Marketing *DK* [x](https://y.example)", "Team · from the cloud", "marketing@contoso.com")
    (row,) = wired(kit.row(names, button, ENGLISH, line=False))
    texts = [each["text"] for column in row["items"][0]["columns"] for each in column["items"]]
    shown = [re.sub(r"[\\\u2060]", "", each) for each in texts]
    assert shown == [*row["selectAction"]["title"].split(", "), "›"]
