"""What every card is in both languages; `pytest --snapshot-update` after looking at the pictures."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from tests.cards.samples import SAMPLES, VOICES


@pytest.mark.parametrize(("name", "language"), [(name, language) for name in SAMPLES for language in VOICES])
def test_card(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    assert SAMPLES[name](VOICES[language]).wire() == snapshot(extension_class=JSONSnapshotExtension)
