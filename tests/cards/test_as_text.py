"""What the text of a card keeps of it: a snapshot can only show what is written down."""

import pytest

from bot.texts import Text
from cards import kit
from cards.kit import elements as e
from tests.cards.as_text import as_text
from tests.cards.samples import ENGLISH


def text(*blocks: kit.Element) -> list[str]:
    """The lines of a card with only these."""
    return as_text(kit.card(blocks, Text("In short"), ENGLISH).wire()).splitlines()[2:]


def test_a_picture_is_what_it_says_to_somebody_who_cannot_see_it() -> None:
    assert text(e.Image(url="https://contoso.com/x.png", alt_text="Both photos")) == ["picture: Both photos"]


def test_what_is_folded_is_told_from_what_is_seen() -> None:
    inside = [kit.paragraph(Text("Because"), ENGLISH)]
    assert text(kit.folded("why", inside)) == ["+ {why}", "+ Because"]
    assert text(kit.folded("why", inside, shown=True)) == ["{why}", "Because"]


def test_a_button_shows_where_it_leads() -> None:
    away = kit.leave(Text("Allow"), "https://contoso.com/a", ENGLISH)
    fold = kit.fold(Text("Why"), ["why"], ENGLISH)
    assert text(*kit.buttons([away, fold])) == ["[Allow ↗ https://contoso.com/a] [Why +{why}]"]
    assert text(kit.link(Text("More"), "https://contoso.com/b", ENGLISH)) == ["[More ↗ https://contoso.com/b]"]


def test_what_it_cannot_read_is_no_empty_line() -> None:
    with pytest.raises(KeyError):
        text(e.Container(items=[kit.Element.model_construct(type="Media")]))
