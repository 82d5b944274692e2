"""The hashes are those of imagehash 4.3.2, bit for bit, and the transform under them is the one in the books."""

import json
from importlib.util import find_spec
from math import cos, pi
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from bot.pictures.fingerprint import fingerprint_of
from bot.pictures.low_frequencies import low_frequencies

PHOTOS = Path(__file__).parents[2] / "bot/sandbox/companies/photos"
RECORDED: dict[str, list[str]] = json.loads((Path(__file__).parent / "imagehash_4_3_2.json").read_text())
"""Photo of Contoso → its `phash` and `dhash`, written by `python -m tests.pictures.record_imagehash`."""


@pytest.mark.parametrize("photo", RECORDED)
def test_both_hashes_are_imagehashes(photo: str) -> None:
    ours = fingerprint_of(Image.open(PHOTOS / photo))
    assert [f"{ours.phash:016x}", f"{ours.dhash:016x}"] == RECORDED[photo]


@pytest.mark.skipif(find_spec("imagehash") is None, reason="the dependency group pictures isn't installed")
def test_what_is_recorded_is_what_imagehash_says() -> None:
    from tests.pictures.record_imagehash import recorded  # noqa: PLC0415

    assert recorded() == RECORDED


@pytest.mark.parametrize("seed", range(5))
def test_the_transform_is_the_cosine_transform(seed: int) -> None:
    pixels = Random(seed).randbytes(1024)  # noqa: S311 - drawn, not secret
    waves = [[cos(pi * wave * (2 * at + 1) / 64) for at in range(32)] for wave in range(8)]
    expected = [
        sum(pixels[32 * y + x] * down[y] * across[x] for y in range(32) for x in range(32))
        for down in waves
        for across in waves
    ]
    factor = expected[0] / low_frequencies(pixels)[0]
    assert [value * factor for value in low_frequencies(pixels)] == pytest.approx(expected, abs=1e-4)


def test_a_blank_has_no_waves() -> None:
    level, *waves = low_frequencies(bytes([9]) * 1024)
    assert max(map(abs, waves)) < level * 1e-8
