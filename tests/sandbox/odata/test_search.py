"""`$search`: words of displayName and description, beginnings of everything else."""

from random import Random
from typing import Any

import pytest

from bot.sandbox.odata.answer import many
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.odata.query import parse
from bot.sandbox.odata.search import words

EVENTUAL = {"consistencylevel": "eventual"}
GROUP: dict[str, Any] = {
    "id": "1",
    "displayName": "OneVideo Økonomi (2026)",
    "description": None,
    "mail": "onevideo@contoso.com",
    "mailNickname": "one-video",
    "proxyAddresses": ["SMTP:onevideo@contoso.com"],
}


def found(text: str, group: dict[str, Any] = GROUP) -> bool:
    return bool(many([group], "group", parse({"$search": text}, EVENTUAL), context="c", base_url="b")["value"])


def status(text: str) -> int:
    """The HTTP status that `text` gets."""
    try:
        found(text)
    except GraphError as error:
        return error.status
    return 200


def refusal(text: str) -> GraphError:
    with pytest.raises(GraphError) as caught:
        found(text)
    assert caught.value.status == 400
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hello world", {"hello", "world"}),
        ("HelloWorld", {"hello", "world"}),
        ("helloWORLD", {"hello", "world"}),
        ("HELLOworld", {"helloworld"}),
        ("HelloWORld", {"hello", "world"}),
        ("hello.world", {"hello", ".", "world", "helloworld"}),
        ("hello123world", {"hello", "123", "world"}),
        ("æbleGrød", {"æble", "grød"}),
    ],
)
def test_words_as_microsoft_documents_them(text: str, expected: set[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"displayName:OneVideo"',
        '"displayName:video one"',
        '"displayName:vid"',
        '"displayName:økonomi"',
        '"displayName:2026)"',
        '"mail:onevi"',
        '"proxyAddresses:smtp:one"',
        '"displayName:nothing" OR "mailNickname:one-v"',
        '"displayName:one" AND ("mail:nothing" OR "mail:one")',
        '"displayName:one" AND "mail:one"',
    ],
)
def test_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        '"displayName:ideo"',
        '"displayName:onevideos"',
        '"displayName:one three"',
        '"mail:video"',
        '"description:one"',
        '"displayName:one" AND "mail:video"',
    ],
)
def test_not_found(text: str) -> None:
    assert not found(text)


def test_quotes_and_backslashes_are_escaped() -> None:
    assert found(r'"displayName:say \"hi\""', {"displayName": 'say "hi"'})
    assert found(r'"mail:a\\b"', {"mail": r"a\b@contoso.com"})


@pytest.mark.parametrize(
    "text",
    [
        "displayName:one", '"one"', '"displayName:"', '"displayName:one', '"displayName:one" or "mail:one"',
        '"displayName:one" "mail:one"', '"displayName:one" AND', 'AND "displayName:one"', '("displayName:one"',
        '"displayName:one")', r'"displayName:\x"', '"mailEnabled:true"', '"nickname:x"', '"visibility:x"', "(" * 5000,
    ],
)  # fmt: skip
def test_malformed(text: str) -> None:
    assert refusal(text).code == "Request_BadRequest"


def test_without_the_header() -> None:
    with pytest.raises(GraphError) as caught:
        many([GROUP], "group", parse({"$search": '"displayName:one"'}, {}), context="c", base_url="b")
    assert caught.value.code == "Request_UnsupportedQuery"
    assert caught.value.message == (
        "Request with $search query parameter only works through MSGraph with a special request header: "
        "'ConsistencyLevel: eventual'"
    )


def test_search_and_filter_narrow_each_other() -> None:
    groups = [GROUP | {"mailEnabled": True}, GROUP | {"id": "2", "mailEnabled": False}]
    query = parse({"$search": '"displayName:one"', "$filter": "mailEnabled eq true"}, EVENTUAL)
    assert [one["id"] for one in many(groups, "group", query, context="c", base_url="b")["value"]] == ["1"]


def test_no_text_whatever_is_an_internal_error() -> None:
    random = Random(7)  # noqa: S311
    pieces = ['"', "displayName:", "mail:x", "AND", "OR", "(", ")", "\\", " ", "æ", "\0", '"displayName:one"', ":"]
    for _ in range(3000):
        text = "".join(random.choices(pieces, k=random.randint(1, 10)))
        assert status(text) in {200, 400}
