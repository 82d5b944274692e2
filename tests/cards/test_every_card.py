"""What holds for every card, in both languages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft6Validator, ValidationError

from bot.buttons import INPUT, read
from cards.kit.actions import VERB
from cards.kit.card import MOST_BUTTONS, buttons
from cards.kit.rows import EDGES, ROW
from cards.report.answer import MOST_SHOWN
from tests.cards.samples import SAMPLES, VOICES
from tests.cards.walk import Json, objects, typed

MOST_BYTES = 24_000
"""As UTF-8, pictures included."""
SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "adaptive-card-1.5.0.schema.json"


@pytest.fixture(params=[(name, language) for name in SAMPLES for language in VOICES], ids="-".join)
def wire(request: pytest.FixtureRequest) -> Json:
    name, language = request.param
    return SAMPLES[name](VOICES[language]).wire()


@pytest.fixture(scope="session")
def schema() -> Draft6Validator:
    if not SCHEMA.exists():
        pytest.skip("Microsoft's schema isn't on this machine")
    return Draft6Validator(json.loads(SCHEMA.read_text()))


def plain(json: Any) -> Any:
    """The card without what Teams adds to version 1.5."""
    if isinstance(json, list):
        return [plain(each) for each in cast(list[Any], json)]
    if not isinstance(json, dict):
        return json
    held = cast(Json, json)
    renamed = {"firstRowAsHeaders": "firstRowAsHeader"}
    added = {"msteams", "targetWidth", "choices.data"}
    return {renamed.get(name, name): plain(value) for name, value in held.items() if name not in added}


def mistakes(json: Any, schema: Draft6Validator) -> list[str]:
    """What the schema says against it."""
    found = cast(Iterator[ValidationError], schema.iter_errors(json))  # pyright: ignore[reportUnknownMemberType]
    return [str(mistake.message)[:200] for mistake in found]


def test_keeps_microsofts_schema(wire: Json, schema: Draft6Validator) -> None:
    assert mistakes(plain(wire), schema) == []


def test_schema_would_notice_a_mistake(schema: Draft6Validator) -> None:
    assert mistakes({"type": "AdaptiveCard", "body": [{"type": "TextBlock", "txt": "x"}]}, schema)


def test_survives_json(wire: Json) -> None:
    assert json.loads(json.dumps(wire)) == wire


def test_has_few_buttons_whose_titles_fit(wire: Json) -> None:
    rows = [each["actions"] for each in objects(wire) if "actions" in each]
    assert buttons(wire) == sum(map(len, rows)) <= MOST_BUTTONS
    assert all(sum(len(action["title"]) + EDGES for action in row) <= ROW for row in rows)


def shown(json: Any) -> Iterator[Json]:
    """Every action that is seen without unfolding anything, in words or as something else to be pressed."""
    if isinstance(json, list):
        for each in cast(list[Any], json):
            yield from shown(each)
    if isinstance(json, dict) and cast(Json, json).get("isVisible") is not False:
        held = cast(Json, json)
        yield from held.get("actions", ())
        yield from (shown_of for key in ("body", "items", "columns") for shown_of in shown(held.get(key)))
        if held.get("type") == "Column" and "selectAction" in held:
            yield held["selectAction"]


def test_shows_four_buttons_at_most(wire: Json) -> None:
    assert len(list(shown(wire))) <= MOST_SHOWN


def test_is_light(wire: Json) -> None:
    assert len(json.dumps(wire, ensure_ascii=False, separators=(",", ":")).encode()) <= MOST_BYTES


def test_every_button_is_one_the_bot_can_read(wire: Json) -> None:
    for action in typed(wire):
        if action["type"] == "Action.Execute":
            read(action["verb"], action["data"])
        if action["type"] == "Action.Submit":
            read(action["data"].pop(VERB), action["data"])


def test_every_field_is_labelled_and_can_be_told_from_what_a_button_carries(wire: Json) -> None:
    for field in typed(wire):
        if field["type"].startswith("Input."):
            assert field["id"].startswith(INPUT)
            assert field["label"]
            assert bool(field.get("errorMessage")) == field.get("isRequired", False)


def test_folds_unfold_something(wire: Json) -> None:
    ids = {each["id"] for each in typed(wire) if "id" in each}
    wanted = {id for each in typed(wire) for id in each.get("targetElements", ())}
    assert wanted <= ids


def test_words_wrap_and_a_screen_reader_gets_them(wire: Json) -> None:
    signs = {"↻", "›"}
    assert all(each.get("wrap") for each in typed(wire) if each["type"] == "TextBlock" and each["text"] not in signs)
    assert all("altText" in each for each in typed(wire) if each["type"] == "Image")
    assert wire["fallbackText"].strip()


def test_leads_out_of_teams_with_an_arrow_only(wire: Json) -> None:
    ways = [each for each in typed(wire) if each["type"] == "Action.OpenUrl"]
    assert all(each["title"].endswith("↗") and each["url"].startswith("https://") for each in ways)
