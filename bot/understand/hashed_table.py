"""The file format of the models: a line of JSON, then three arrays of equal order.

Feature hashes (4 bytes each), how telling each feature is (1 byte), and its weights (2 bytes per column).
"""

import sys
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class HashedTable:
    """`rows` maps a feature's hash to its row; a row of `weights` has `width` numbers, each `unit` large."""

    header: Mapping[str, Any]
    rows: Mapping[int, int]
    rarity: "array[int]"
    weights: "array[int]"
    width: int
    unit: float

    def row(self, row: int) -> "array[int]":
        """The weights of a row."""
        return self.weights[row * self.width : (row + 1) * self.width]


def hashed(name: str) -> int:
    """The 32-bit hash by which a feature is known."""
    return zlib.crc32(name.encode())


def parsed(content: bytes) -> HashedTable:
    """The table in a file's content."""
    line, _, rest = content.partition(b"\n")
    header: dict[str, Any] = orjson.loads(line)
    count: int = header["features"]
    hashes, rarity, weights = array("I"), array("B"), array("h")
    hashes.frombytes(rest[: 4 * count])
    rarity.frombytes(rest[4 * count : 5 * count])
    weights.frombytes(rest[5 * count :])
    if sys.byteorder == "big":
        hashes.byteswap()
        weights.byteswap()
    rows = dict(zip(hashes, range(count), strict=True))
    return HashedTable(header, rows, rarity, weights, header["width"], header["unit"])
