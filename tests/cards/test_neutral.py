"""Names from the directory can't become formatting; read with markdown-it, as Teams' own clients do."""

import re
from html import unescape
from typing import LiteralString

import pytest
from markdown_it import MarkdownIt

from bot.texts import Text
from cards.kit.neutral import JOINER, bare, neutral, spoken
from tests.cards.reports import NOW
from tests.cards.samples import DANISH, ENGLISH

HOSTILE = (
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "[click][1]",
    "[1]: https://evil.example",
    "<https://evil.example>",
    "<b>bold</b><script>alert(1)</script>",
    "**bold** *it* __strong__ _it_ ~~gone~~ `code` ***x***",
    "_leading and trailing_",
    "GRP_Finance_RW",
    "a_ b _c",
    "- item",
    "+ item",
    "* item",
    "1. kl. forældre",
    "12) kl.",
    "# heading",
    "> quoted",
    "--- rule",
    "---",
    "R&D &amp; &#42; &lt;",
    "CONTOSO\\MKT-DK \\* \\_ \\",
    "a\\",
    "```",
    "~~~",
    "|a|b|",
    "={}=",
)
"""What somebody might call a group, or has."""


def shown(markdown: str) -> str:
    """What a reader sees, and whatever tags it comes in."""
    html = MarkdownIt("commonmark", {"linkify": False}).enable(["strikethrough", "table"]).render(markdown).strip()
    return unescape(html.removeprefix("<p>").removesuffix("</p>"))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("template", ["{name}", "{name} er slettet.", "Om {name}", "“{name}”, ({name})"])
def test_a_name_is_shown_as_it_stands(name: str, template: LiteralString) -> None:
    seen = shown(spoken(Text(template, {"name": name}), ENGLISH))
    assert seen.replace(JOINER, "") == template.replace("{name}", name)


@pytest.mark.parametrize("name", ["[click](https://evil.example)", "x](https://e", "www.evil.example", "{{DATE(1)}}"])
def test_a_phone_finds_no_link_either(name: str) -> None:
    """Phones know no escape for brackets; only something between them helps."""
    assert not re.search(r"\]\(|://|www\.|\{\{", neutral(name))


def test_an_ordinary_name_needs_nothing() -> None:
    assert neutral("Marketing (DK) - Salg_Øst, 50% & co. #1!") == "Marketing (DK) - Salg_Øst, 50% & co. #1!"


def test_a_name_is_one_line_without_marks_that_turn_it_around() -> None:
    assert neutral("a\n- b\t\u202egnp.exe\u2066") == "a - b gnp.exe"


def test_names_in_lists_and_in_other_sentences_are_reached() -> None:
    inner = Text("{who}", {"who": "*x*"})
    assert spoken(Text("{a} {b}", {"a": ("*y*", "z"), "b": inner}), ENGLISH) == r"\*y\* and z \*x\*"


def test_a_danish_date_is_no_list() -> None:
    assert shown(spoken(NOW, DANISH)) == "20. nov. 2026, 10.42"


def test_what_is_no_markdown_is_left_alone() -> None:
    assert bare("Add-X 'MKT_*'", ENGLISH) == "Add-X 'MKT_*'"
