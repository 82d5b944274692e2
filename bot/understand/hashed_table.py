"""The file format of the models: a line of JSON, then three arrays of equal order.

Feature hashes in ascending order (4 bytes each), how telling each feature is (1 byte), and its weights (1 byte per
column). They stay arrays: a dictionary of them would take five times the memory.

A row is added up as one large number, each weight in four bytes of its own: Python adds such numbers in one go, thirty
columns as fast as one. Weights are raised by `RAISED` so that none is negative; a column of ones at the end counts the
rows, to take that off again.
"""

import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson

LANE = 4
"""Bytes of one weight in a row that is a number; room for sixteen million of them."""
RAISED = 128
RAISE = bytes((each + RAISED) % 256 for each in range(256))
"""A weight as a signed byte → the byte it is raised to."""


@dataclass(frozen=True, slots=True, eq=False)
class HashedTable:
    """A row of `weights` has `width` numbers, each `unit` large."""

    header: Mapping[str, Any]
    hashes: "array[int]"
    rarity: "array[int]"
    weights: bytes
    """Raised."""
    width: int
    unit: float

    @lru_cache(maxsize=8192)  # noqa: B019 - there are two tables, and they live as long as the process
    def row(self, name: str) -> int:
        """The row of a feature, -1 for an unknown one; most features of a message have been in one before."""
        sought = hashed(name)
        place = bisect_left(self.hashes, sought)
        return place if place < len(self.hashes) and self.hashes[place] == sought else -1

    def rows(self, names: Iterable[str]) -> list[int]:
        """The rows of those features that are known."""
        return [row for row in map(self.row, names) if row >= 0]

    @lru_cache(maxsize=4096)  # noqa: B019 - there are two tables, and they live as long as the process
    def number(self, row: int) -> int:
        """A row as one number, with a one in the last column."""
        lanes = bytearray(LANE * self.width)
        lanes[::LANE] = self.weights[row * self.width : (row + 1) * self.width]
        return int.from_bytes(lanes, "little") | 1 << 8 * LANE * self.width

    @lru_cache(maxsize=4096)  # noqa: B019 - there are two tables, and they live as long as the process
    def named(self, name: str) -> int:
        """The row of a feature as one number; 0 for an unknown feature."""
        row = self.row(name)
        return self.number(row) if row >= 0 else 0

    def columns(self, total: int) -> list[int]:
        """The weights in a sum of such numbers, column by column."""
        *sums, rows = struct.unpack(f"<{self.width + 1}I", total.to_bytes(LANE * (self.width + 1), "little"))
        raised = RAISED * rows
        return [each - raised for each in sums]

    def sums(self, rows: Iterable[int]) -> list[int]:
        """The weights of these rows, added up column by column."""
        return self.columns(sum(map(self.number, rows)))

    def sums_of(self, names: Iterable[str]) -> list[int]:
        """The weights of these features, added up column by column; unknown ones say nothing."""
        return self.columns(sum(map(self.named, names)))


def hashed(name: str) -> int:
    """The 32-bit hash by which a feature is known."""
    return zlib.crc32(name.encode())


def parsed(content: bytes) -> HashedTable:
    """The table in a file's content."""
    begin = content.index(b"\n") + 1
    header: dict[str, Any] = orjson.loads(content[:begin])
    count: int = header["features"]
    rest = memoryview(content)[begin:]
    hashes, rarity = array("I"), array("B")
    hashes.frombytes(rest[: 4 * count])
    rarity.frombytes(rest[4 * count : 5 * count])
    if sys.byteorder == "big":
        hashes.byteswap()
    weights = bytes(rest[5 * count :]).translate(RAISE)
    return HashedTable(header, hashes, rarity, weights, header["width"], header["unit"])
