"""The JSON of every word of the kit, as Teams gets it; `pytest --snapshot-update` after reading the difference."""

from inspect import isfunction
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from cards import kit
from tests.cards.kit_samples import KIT

NO_ELEMENT = {"clock"}
"""Words that make text."""


def wired(word: str) -> Any:
    made = KIT[word]()
    parts = made if isinstance(made, list) else [made]
    return [part.model_dump(mode="json", by_alias=True, exclude_none=True) for part in parts]


@pytest.mark.parametrize("word", KIT)
def test_word(word: str, snapshot: SnapshotAssertion) -> None:
    assert wired(word) == snapshot(extension_class=JSONSnapshotExtension)


def test_every_word_is_here() -> None:
    words = {name for name in kit.__all__ if isfunction(getattr(kit, name))}
    assert words - NO_ELEMENT == KIT.keys()
