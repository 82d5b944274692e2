"""The JSON of every word of the kit, as Teams gets it; `pytest --snapshot-update` after reading the difference."""

from inspect import isfunction
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from cards import kit
from tests.cards.kit_samples import KIT

NOT_HERE = {"clock", "beside_icon", "drawing", "steps"}
"""What makes text, and what carries a picture: test_pictures.py."""


def wired(word: str) -> Any:
    made = KIT[word]()
    parts = made if isinstance(made, list) else [made]
    return [part.model_dump(mode="json", by_alias=True, exclude_none=True) for part in parts]


@pytest.mark.parametrize("word", KIT)
def test_word(word: str, snapshot: SnapshotAssertion) -> None:
    assert wired(word) == snapshot(extension_class=JSONSnapshotExtension)


def test_every_word_is_here() -> None:
    words = {name for name in kit.__all__ if isfunction(getattr(kit, name))}
    assert words - NOT_HERE == KIT.keys()
