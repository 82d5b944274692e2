"""What is left of a photo when its size and its compression are taken away: three measures that survive both."""

from dataclasses import dataclass
from operator import gt

from PIL import Image, ImageChops

from bot.pictures.low_frequencies import SIDE, low_frequencies

LANCZOS = Image.Resampling.LANCZOS
GRID = (SIDE, SIDE)
_DIGITS = bytes.maketrans(b"\0\1", b"01")


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """`phash` and `dhash` are 64 bits each, those of `imagehash`, read as one number; the pictures are 32 x 32."""

    phash: int
    dhash: int
    grey: Image.Image
    colours: Image.Image


def fingerprint_of(picture: Image.Image) -> Fingerprint:
    """The fingerprint of an RGB picture."""
    grey = picture.convert("L")
    small = grey.resize(GRID, LANCZOS)
    return Fingerprint(_phash(small), _dhash(grey), small, picture.resize(GRID, Image.Resampling.BILINEAR))


def difference(one: Fingerprint, other: Fingerprint) -> float:
    """How far apart the colours are: the mean over all pixels and channels, from 0 to 255."""
    apart = ImageChops.difference(one.colours, other.colours).tobytes()
    return sum(apart) / len(apart)


def _phash(small: Image.Image) -> int:
    """Which of the low frequencies are above their median: https://github.com/JohannesBuchner/imagehash `phash`."""
    coefficients = low_frequencies(small.tobytes())
    ranked = sorted(coefficients)
    median = (ranked[31] + ranked[32]) / 2
    return _number(bytes(map(median.__lt__, coefficients)))


def _dhash(grey: Image.Image) -> int:
    """Which of 8 x 8 pixels are lighter than their left neighbour: `dhash` of imagehash."""
    pixels = grey.resize((9, 8), LANCZOS).tobytes()
    lighter = bytes(map(gt, pixels[1:], pixels))
    return _number(b"".join(lighter[at : at + 8] for at in range(0, 72, 9)))


def _number(bits: bytes) -> int:
    """Zeros and ones as one number, the first being its highest digit."""
    return int(bits.translate(_DIGITS), 2)
