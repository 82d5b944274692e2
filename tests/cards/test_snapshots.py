"""What somebody reads on every card, in both languages; `pytest --snapshot-update` after reading the difference."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.cards.as_text import as_text
from tests.cards.samples import SAMPLES, VOICES


class Read(SingleFileSnapshotExtension):
    """A card as text, in a file of its own."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.mark.parametrize(("name", "language"), [(name, language) for name in SAMPLES for language in VOICES])
def test_card(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    assert as_text(SAMPLES[name](VOICES[language]).wire()) == snapshot(extension_class=Read)


def test_no_text_is_left_of_a_card_that_is_gone() -> None:
    kept = {file.name for file in (Path(__file__).parent / "__snapshots__" / "test_snapshots").iterdir()}
    assert kept == {f"test_card[{name}-{language}].txt" for name in SAMPLES for language in VOICES}
