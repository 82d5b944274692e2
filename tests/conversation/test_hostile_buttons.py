"""Buttons nobody drew: whatever they carry, an answer comes, and nothing is written."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest

from bot.buttons import BUTTONS
from bot.cli.company import Running
from tests.conversation.good_buttons import BAD_BUTTON, NONCE, OTHER, about, answered, move, signed_in
from tests.conversation.watching import Json, act, card_in, invoke, message, writes

pytestmark = pytest.mark.asyncio(loop_scope="module")


def deep(levels: int) -> object:
    """Lists in lists."""
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


ODD: list[object] = [
    None,
    7,
    10**30,
    1.5,
    True,
    [],
    ["x"],
    {},
    {"$ne": 1},
    "",
    " ",
    "x" * 100_000,
    "\u0000",
    "../../me",
    "https://evil.example/x",
    "group.nothing",
    "user",
    OTHER,
    OTHER + "\n",
    "' or 1 eq 1",
    deep(40),
]
"""Values for a field that expects something else."""


def samples(company: Running) -> Mapping[str, Json]:
    """One good button of each kind."""
    of = about(company, "Marketing DK")
    return {
        "again": {"about": of},
        "view": {"symptom": "group.edit", "entity": of["id"]},
        "pick": {"symptom": "group.edit", "id": of["id"], "slot": "entity"},
        "offer": move(company),
        "confirm": {**move(company), "about": about(company, "Sales")},  # else a changed name would be a good button
        "undo": {"action": OTHER, "about": of, "names": {"group_name": "x"}, "nonce": NONCE, "sure": True},
        "grant": {"request": OTHER, "asker_name": "x", "group_name": "y", "nonce": NONCE},
        "decline": {"request": OTHER, "asker_name": "x", "group_name": "y"},
        "meant": {"symptom": "group.edit", "entity": "Marketing DK"},
        "retry": {"kept": NONCE},
    }


def tampered(data: Json) -> Iterator[Json]:
    """The same with one field changed, missing or added, at every level."""
    for field, value in data.items():
        yield {key: kept for key, kept in data.items() if key != field}
        for odd in ODD:
            yield {**data, field: odd}
        if isinstance(value, dict):
            for inner in tampered(cast("Json", value)):
                yield {**data, field: inner}
    for extra in ("url", "scope", "body", "__class__", "verb", "input_", "x" * 5_000):
        yield {**data, extra: "https://evil.example/x"}


@pytest.mark.parametrize("verb", BUTTONS)
async def test_every_field_of_every_button(company: Running, verb: str) -> None:
    megan = await signed_in(company)
    for data in tampered(samples(company)[verb]):
        assert answered(await act(megan, verb, data)), data
    assert writes(company) == []


@pytest.mark.parametrize("verb", ["", "nothing", "Offer", "offer ", "__init__", "x" * 50_000, "\u0000"])
async def test_unknown_verbs(company: Running, verb: str) -> None:
    megan = await signed_in(company)
    assert BAD_BUTTON in str(card_in(await act(megan, verb, move(company))))


@pytest.mark.parametrize("value", [{}, {"action": None}, {"action": "x"}, {"action": []}, {"action": {}}])
async def test_actions_that_are_none(company: Running, value: Json) -> None:
    answer = await invoke(await signed_in(company), "adaptiveCard/action", value)
    assert (answer.status, answer.body["statusCode"]) == (200, 400)


@pytest.mark.parametrize("verb", [None, 7, ["offer"], {"offer": 1}])
async def test_verbs_that_are_no_text(company: Running, verb: object) -> None:
    answer = await act(await signed_in(company), verb, {})
    assert (answer.status, answer.body["statusCode"]) == (200, 400)


@pytest.mark.parametrize("data", [None, 7, "x", [], [{}], True])
async def test_data_that_is_no_object(company: Running, data: object) -> None:
    answer = await act(await signed_in(company), "offer", data)
    assert (answer.status, answer.body["statusCode"]) == (200, 400)


@pytest.mark.parametrize("value", [None, 7, "x", [], True])
@pytest.mark.parametrize("name", ["adaptiveCard/action", "signin/tokenExchange", "signin/verifyState", "nothing", ""])
async def test_invokes_without_an_object(company: Running, name: str, value: object) -> None:
    answer = await invoke(await signed_in(company), name, value)
    assert 400 <= answer.status < 500


@pytest.mark.parametrize("name", ["composeExtension/query", "task/fetch", "application/search", "signin/", "x" * 1000])
async def test_invokes_of_other_kinds(company: Running, name: str) -> None:
    assert (await invoke(await signed_in(company), name, {"x": 1})).status == 404


async def test_too_much_and_too_deep_is_refused(company: Running) -> None:
    megan = await signed_in(company)
    assert (await act(megan, "meant", {"symptom": "group.edit", "entity": "x" * 1_000_000})).status == 413
    assert (await act(megan, "meant", {"symptom": "group.edit", "entity": deep(500)})).status == 400


@pytest.mark.parametrize(
    "inputs",
    [{"input_entity": None}, {"input_entity": 7}, {"input_entity": ["x"]}, {"input_entity": "x" * 100_000}, {"x": "y"}],
)
async def test_inputs_of_other_kinds(company: Running, inputs: Mapping[str, Any]) -> None:
    megan = await signed_in(company)
    assert answered(await act(megan, "meant", {"symptom": "group.edit", "entity": "", **inputs}))


@pytest.mark.parametrize("verb", BUTTONS)
async def test_an_old_clients_press_works_and_is_as_strict(company: Running, verb: str) -> None:
    megan = await signed_in(company)
    good = samples(company)[verb]
    await message(megan, text=None, value={"verb": verb, **good})
    before = len(megan.cards())
    assert (await message(megan, text=None, value={"verb": verb, **good, "url": "https://evil.example"})).status == 202
    assert BAD_BUTTON in str(megan.last().card)
    assert len(megan.cards()) == before + 1
    assert writes(company) == []


@pytest.mark.parametrize("symptom", ["help", "history", "out_of_scope", "sync.errors", "group.licenses"])
async def test_a_symptom_nothing_explains_is_never_called_healthy(company: Running, symptom: str) -> None:
    megan = await signed_in(company)
    of = about(company, "Marketing DK", symptom)
    picked, viewed = {"symptom": symptom, "id": of["id"]}, {"symptom": symptom, "entity": of["id"]}
    for verb, data in {"again": {"about": of}, "pick": picked, "view": viewed}.items():
        assert BAD_BUTTON in str(card_in(await act(megan, verb, data)))
