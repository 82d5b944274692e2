"""The committed models are those that the committed sentences, word lists and code give."""

from bot.understand.hashed_table import parsed
from bot.understand.linear_model import PATH as MEANING
from bot.understand.names.tagger import PATH as TAGGER
from tests.bench.understanding.fingerprint import fingerprint

AGAIN = "run `python -m tests.bench.understanding.train` and commit its two files"


def test_the_models_are_up_to_date() -> None:
    for path in (MEANING, TAGGER):
        assert parsed(path.read_bytes()).header["fingerprint"] == fingerprint(), AGAIN


def test_the_models_are_small() -> None:
    assert MEANING.stat().st_size + TAGGER.stat().st_size < 5_000_000
