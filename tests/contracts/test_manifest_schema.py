"""The package passes Microsoft's own JSON Schemas of the manifest and its translations."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from bot.packaging.filled import Filled, fill
from bot.packaging.lengths import LONGEST

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
pytestmark = pytest.mark.skipif(not SCHEMAS.exists(), reason="Microsoft's schemas (../shared/schemas) are not here")


@cache
def filled() -> Filled:
    return fill("aaaaaaaa-1111-4222-8333-444444444444", "https://bot.contoso.com", "1.2.3")


def complaints(schema: str, document: Any) -> list[str]:
    validator: Any = Draft4Validator(
        json.loads((SCHEMAS / schema).read_bytes()), format_checker=Draft4Validator.FORMAT_CHECKER
    )
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(document)]


def test_the_manifest_is_valid() -> None:
    document = json.loads(filled().files["manifest.json"])
    assert complaints("teams-manifest-1.30.schema.json", document) == []
    assert complaints("teams-manifest-1.30.schema.json", document | {"accentColor": "teal"})


def test_the_translation_is_valid() -> None:
    document = json.loads(filled().files["da.json"])
    assert complaints("teams-localization.schema.json", document) == []
    assert complaints("teams-localization.schema.json", document | {"bots[0].title": "Hej"})


def test_the_limits_of_translated_texts_are_microsofts() -> None:
    schema = json.loads((SCHEMAS / "teams-localization.schema.json").read_bytes())
    theirs = {re.compile(key): rule.get("maxLength") for key, rule in schema["patternProperties"].items()}
    theirs |= {re.compile(re.escape(key)): rule.get("maxLength") for key, rule in schema["properties"].items()}
    for pattern, most in LONGEST:
        key = pattern.pattern.replace("\\d+", "0").replace("[0-2]", "0").replace("\\", "")
        assert [limit for known, limit in theirs.items() if known.fullmatch(key)] == [most], key
