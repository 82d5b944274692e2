"""However large a picture says it is, it costs no more than 64 MB: measured from outside, as Pillow's memory is C's."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from bot.pictures.refusal import Refusal
from tests.pictures.faces import face
from tests.pictures.files import file_of

MOST_MB = 64
LOOK = """
import resource, sys
from pathlib import Path
from bot.pictures.portrait import portrait
content, small = (Path(each).read_bytes() for each in sys.argv[1:])
portrait(small)  # what loading takes isn't the picture's
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
answer = portrait(content)
print(answer if isinstance(answer, str) else "read")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
FIFTY_MEGAPIXELS, TWELVE, SIX = (8192, 6144), (4000, 3000), (2448, 2448)


def scaled(mode: str, size: tuple[int, int]) -> Image.Image:
    return face(1, "varied").convert(mode).resize(size, Image.Resampling.NEAREST)


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "50 MP in one scan": (lambda: file_of(scaled("L", FIFTY_MEGAPIXELS)), "read"),
    "50 MP, progressive": (lambda: file_of(Image.new("L", FIFTY_MEGAPIXELS), progressive=True), Refusal.TOO_LARGE),
    "50 MP PNG": (lambda: file_of(Image.new("L", FIFTY_MEGAPIXELS), "PNG"), Refusal.TOO_LARGE),
    "50 MP GIF": (lambda: file_of(Image.new("L", FIFTY_MEGAPIXELS), "GIF"), Refusal.TOO_LARGE),
    "50 MP, a stripe": (lambda: file_of(Image.new("L", (50_000, 1000))), Refusal.TOO_LARGE),
    "12 MP, progressive": (lambda: file_of(scaled("RGB", TWELVE), progressive=True), "read"),
    "6 MP PNG with alpha": (lambda: file_of(scaled("RGBA", SIX), "PNG", compress_level=1), "read"),
    "6 MP GIF": (lambda: file_of(scaled("P", SIX), "GIF"), "read"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
@pytest.mark.parametrize("kind", CASES)
def test_it_costs_no_more_than_there_is_for_it(kind: str, tmp_path: Path) -> None:
    make, answer = CASES[kind]
    picture, small = tmp_path / "picture", tmp_path / "small"
    picture.write_bytes(make())
    small.write_bytes(file_of(face(1, "varied")))
    look = [sys.executable, "-c", LOOK, str(picture), str(small)]
    told, megabytes = subprocess.run(look, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603
    assert told == answer
    assert float(megabytes) <= MOST_MB
