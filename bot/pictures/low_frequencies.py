"""The coarse waves a small grey picture is made of, without numpy: an 8 x 8 corner of its cosine transform.

Python multiplies one long whole number about as fast as a short one. So 16 pixels of a row travel in one number, a
"lane" of 64 bits each, and one multiplication weighs them all.
"""

from math import cos, pi
from operator import add, mul, sub

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
two mirrored ones added, takes 43 bits, which a lane and a `float` hold.
"""
_ACROSS = [(wave % 2, _WAVES[wave]) for wave in range(1, KEPT)]
_SIGNS = sum(1 << (8 * _LANE * lane + 63) for lane in range(SIDE))
_HALF_ROW = 8 * _LANE * HALF
"""Bits."""


def low_frequencies(pixels: bytes) -> list[float]:
    """The 64 lowest coefficients of the type II cosine transform down and across, the lowest first, row by row.

    `pixels` are 32 x 32 grey values. All coefficients share one factor, which is of no account to who compares them.
    https://docs.scipy.org/doc/scipy/reference/generated/scipy.fft.dct.html
    """
    folded = _folded(pixels)
    upper, lower = folded[:HALF], folded[: HALF - 1 : -1]
    even = list(map(add, upper, lower))
    odd = list(map(sub, upper, lower))
    coefficients: list[float] = []
    for down in range(KEPT):
        across = _apart(sum(map(mul, _WEIGHTS[down], odd if down % 2 else even)))
        halves = list(map(float, across[:HALF])), list(map(float, across[HALF:]))
        coefficients.append(sum(halves[0]))
        coefficients += [sum(map(mul, wave, halves[is_odd])) for is_odd, wave in _ACROSS]
    return coefficients


def _folded(pixels: bytes) -> list[int]:
    """Per row, its left half plus its right half mirrored in 16 lanes, and left minus right in the next 16."""
    left, mirrored = _left_halves(pixels), reversed(_left_halves(pixels[::-1]))
    return [(one + other) + ((one - other) << _HALF_ROW) for one, other in zip(left, mirrored, strict=True)]


def _left_halves(pixels: bytes) -> list[int]:
    spread = bytearray(len(pixels) * _LANE)
    spread[::_LANE] = pixels
    row = SIDE * _LANE
    return [int.from_bytes(spread[at : at + row // 2], "little") for at in range(0, SIDE * row, row)]


def _apart(lanes: int) -> list[int]:
    """The signed numbers in 32 lanes: a negative one has borrowed from its neighbour, which the sign bits give back."""
    return memoryview(((lanes + _SIGNS) ^ _SIGNS).to_bytes(SIDE * _LANE, "little")).cast("q").tolist()
