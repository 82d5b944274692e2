"""Buttons nobody drew: whatever they carry, an answer comes, and nothing is written."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest

from bot.buttons import BUTTONS
from bot.cli.company import Running
from bot.conversation.audit_trail import AuditTrail
from bot.sandbox.connector.postman import Delivery
from tests.company import Chatting, contoso
from tests.conversation.watching import Json, act, card_in, data_of, invoke, message, writes

pytestmark = pytest.mark.asyncio(loop_scope="module")

MEGAN = "megan@contoso.com"
OTHER = "00000000-1111-2222-3333-444444444444"
NONCE = "made_up_nonce_22_chars"
BAD_BUTTON = "I can't use that button any more"


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


def about(company: Running, name: str, symptom: str = "group.edit") -> Json:
    """The `about` of a button for this group."""
    world = company.sandbox.world
    groups = {**world.groups, **world.deleted_groups}
    id = next(group["id"] for group in groups.values() if group["displayName"] == name)
    return {"symptom": symptom, "kind": "group", "id": id}


def move(company: Running) -> Json:
    """What moving Marketing DK to the cloud carries."""
    of = about(company, "Marketing DK")
    arguments = {"group_id": of["id"], "group_name": "Marketing DK", "cloud": True}
    carried = {"diagnosis": "group_managed_on_premises", "remedy": "move_group_to_cloud", "arguments": arguments}
    return {"about": of, **carried, "nonce": NONCE}


def samples(company: Running) -> Mapping[str, Json]:
    """One good button of each kind."""
    of = about(company, "Marketing DK")
    return {
        "again": {"about": of},
        "view": {"symptom": "group.edit", "id": of["id"], "entity": ""},
        "pick": dict(of),
        "offer": move(company),
        "confirm": {**move(company), "about": about(company, "Sales")},  # else a changed name would be a good button
        "undo": {"action": OTHER, "symptom": "group.edit", "names": {"group_name": "x"}, "nonce": NONCE},
        "grant": {"request": OTHER, "asker_name": "x", "group_name": "y", "nonce": NONCE},
        "decline": {"request": OTHER, "asker_name": "x", "group_name": "y"},
        "meant": {"symptom": "group.edit", "entity": "Marketing DK"},
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


def answered(answer: Delivery) -> bool:
    """With a card, or refused as a bad request; never with an error of ours."""
    if answer.status == 200:
        return bool(card_in(answer))
    return 400 <= answer.status < 500


async def signed_in(company: Running) -> Chatting:
    """A Global Administrator, who could do harm."""
    chat = Chatting(company, MEGAN)
    await chat.say("Why can't I edit Sales?")
    return chat


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


async def test_only_the_remedies_a_fresh_look_offers() -> None:
    """Everything well-formed, by somebody with every right, and yet not on any card."""
    async with contoso() as running:
        megan = await signed_in(running)
        sales, marketing = about(running, "Sales"), about(running, "Marketing DK")
        user, good = megan.client.user, move(running)
        owner = {"group_id": sales["id"], "group_name": "", "user_id": user, "user_name": "", "member_too": True}
        forged: list[Json] = [
            {**good, "arguments": {**good["arguments"], "cloud": False}},
            {**good, "arguments": {**good["arguments"], "group_id": about(running, "Økonomi")["id"]}},
            {**good, "about": about(running, "Økonomi")},
            {**good, "about": sales},
            {**good, "diagnosis": "group_rollback_pending"},
            {**good, "diagnosis": "asker_is_guest"},
            {**good, "about": {**marketing, "symptom": "help"}},
            {**good, "about": {**marketing, "symptom": "group.licenses"}},
            {**good, "about": {**marketing, "kind": "user"}},
            {**good, "remedy": "add_owner", "arguments": owner},
            {**good, "remedy": "add_owner", "arguments": {**owner, "remove": True}, "about": sales},
            {**good, "remedy": "restore_group", "arguments": {"group_id": sales["id"], "group_name": ""}},
            {
                **good,
                "remedy": "unarchive_team",
                "arguments": {"group_id": sales["id"], "group_name": "", "archive": True},
            },
        ]
        for data in forged:
            for verb in ("offer", "confirm"):
                assert answered(await act(megan, verb, data)), data
        assert writes(running) == []


async def test_the_way_back_is_only_back() -> None:
    """An undo can't be pointed elsewhere, made without its action, or be done by way of another question."""
    async with contoso() as running:
        soren = Chatting(running, "soren@contoso.com", "en-GB")
        await soren.say("Why can't I edit Marketing DK?")
        await soren.press("Manage in the cloud…")
        undo = data_of(await soren.press("Manage in the cloud"), "Undo")
        other = about(running, "Kunderådgivning")["id"]  # in the cloud already, so it could be moved back
        forged: list[Json] = [
            {**undo, "names": {"group_id": other}},
            {**undo, "names": {**undo["names"], "group_id": other}},
            {**undo, "names": {"cloud": "x"}},
            {**undo, "names": {"nothing_name": "x"}},
            {**undo, "symptom": "help"},
            {**undo, "symptom": "group.licenses"},
            {**undo, "action": OTHER},
        ]
        for data in forged:
            assert BAD_BUTTON in str(card_in(await act(soren, "undo", data))), data
        assert len(writes(running)) == 1
        assert other in running.sandbox.world.cloud_managed


async def test_what_was_refused_or_undone_has_no_way_back() -> None:
    async with contoso() as running:
        adele = Chatting(running, "adele@contoso.com")
        await adele.say("Why can't I edit Marketing DK?")
        data = data_of(await adele.press("Manage in the cloud…"), "Manage in the cloud")
        await act(adele, "confirm", data)
        assert len(writes(running)) == 1  # Graph refused it
        row = await first_action(running)
        undo = {"action": row, "symptom": "group.edit", "names": {"group_name": "x"}, "nonce": NONCE}
        assert BAD_BUTTON in str(card_in(await act(adele, "undo", undo)))
        assert len(writes(running)) == 1


async def first_action(running: Running) -> str:
    """The id of the first action in the audit, which no card shows."""
    trail = running.bot.tools.ledger
    assert isinstance(trail, AuditTrail)
    history = await trail._actions.history(running.sandbox.world.tenant)  # pyright: ignore[reportPrivateUsage]
    return history[-1].id


@pytest.mark.parametrize("symptom", ["help", "history", "out_of_scope", "photo.stale", "group.licenses"])
async def test_a_symptom_nothing_explains_is_never_called_healthy(company: Running, symptom: str) -> None:
    megan = await signed_in(company)
    of = about(company, "Marketing DK", symptom)
    for verb, data in {"again": {"about": of}, "pick": of, "view": {"symptom": symptom, "id": of["id"]}}.items():
        assert BAD_BUTTON in str(card_in(await act(megan, verb, data)))
