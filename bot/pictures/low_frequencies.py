"""The coarse waves a small grey picture is made of, without numpy: an 8 x 8 corner of its cosine transform.

Python multiplies one long whole number about as fast as a short one. So the 32 pixels of a row travel in one number, a
"lane" of 64 bits each, and one multiplication weighs them all.
"""

from math import cos, pi
from operator import add, mul, sub
from struct import Struct

SIDE = 32
HALF = SIDE // 2
KEPT = 8
_LANE = 8
"""Bytes."""
_WAVES = [[cos(pi * wave * (2 * at + 1) / (2 * SIDE)) for at in range(HALF)] for wave in range(KEPT)]
"""The left half of each cosine: its right half is the left one mirrored, with the other sign where `wave` is odd."""
_WEIGHTS = [[round(cosine * 2**29) for cosine in wave] for wave in _WAVES]
"""As much as fits into one of Python's own digits, of 30 bits: a longer weight takes twice the time.

It moves a coefficient by some millionths, where whole ones lie between it and the next. A sum of 32 pixels of 8 bits,
weighed, takes 42 bits, which a lane and a `float` hold.
"""
_ACROSS = [(wave % 2, _WAVES[wave]) for wave in range(1, KEPT)]
_QUADS = Struct(f"<{SIDE}q")
_SIGNS = sum(1 << (8 * _LANE * lane + 63) for lane in range(SIDE))


def low_frequencies(pixels: bytes) -> list[float]:
    """The 64 lowest coefficients of the type II cosine transform down and across, the lowest first, row by row.

    `pixels` are 32 x 32 grey values. All coefficients share one factor, which is of no account to who compares them.
    https://docs.scipy.org/doc/scipy/reference/generated/scipy.fft.dct.html
    """
    rows = _rows(pixels)
    upper, lower = rows[:HALF], rows[: HALF - 1 : -1]
    down = list(map(add, upper, lower)), list(map(sub, upper, lower))
    coefficients: list[float] = []
    for wave in range(KEPT):
        across = _folded(_apart(sum(map(mul, _WEIGHTS[wave], down[wave % 2]))))
        coefficients.append(sum(across[0]))
        coefficients += [sum(map(mul, weights, across[is_odd])) for is_odd, weights in _ACROSS]
    return coefficients


def _folded(line: list[float]) -> tuple[list[float], list[float]]:
    """What even waves see, the second half mirrored and added to the first, and what odd ones see: the difference."""
    first, mirrored = line[:HALF], line[: HALF - 1 : -1]
    return list(map(add, first, mirrored)), list(map(sub, first, mirrored))


def _rows(pixels: bytes) -> list[int]:
    """Each row of 32 pixels as one number of 32 lanes."""
    spread = bytearray(len(pixels) * _LANE)
    spread[::_LANE] = pixels
    row = SIDE * _LANE
    return [int.from_bytes(spread[at : at + row], "little") for at in range(0, SIDE * row, row)]


def _apart(lanes: int) -> list[float]:
    """The signed numbers in 32 lanes: a negative one has borrowed from its neighbour, which the sign bits give back."""
    return list(map(float, _QUADS.unpack(((lanes + _SIGNS) ^ _SIGNS).to_bytes(SIDE * _LANE, "little"))))
