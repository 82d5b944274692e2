"""The file format of the models: a line of JSON, then three arrays of equal order.

Feature hashes in ascending order (4 bytes each), how telling each feature is (1 byte), and its weights (1 byte per
column). They stay arrays: a dictionary of them would take five times the memory.
"""

import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson


@dataclass(frozen=True, slots=True, eq=False)
class HashedTable:
    """A row of `weights` has `width` numbers, each `unit` large."""

    header: Mapping[str, Any]
    hashes: "array[int]"
    rarity: "array[int]"
    weights: "array[int]"
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

    def sums(self, rows: Sequence[int]) -> list[int]:
        """The weights of these rows, added up column by column."""
        weights, width = self.weights, self.width
        columns = zip(*[weights[row * width : (row + 1) * width] for row in rows], strict=True)
        return [*map(sum, columns)] if rows else [0] * width


def hashed(name: str) -> int:
    """The 32-bit hash by which a feature is known."""
    return zlib.crc32(name.encode())


def parsed(content: bytes) -> HashedTable:
    """The table in a file's content."""
    begin = content.index(b"\n") + 1
    header: dict[str, Any] = orjson.loads(content[:begin])
    count: int = header["features"]
    rest = memoryview(content)[begin:]
    hashes, rarity, weights = array("I"), array("B"), array("b")
    hashes.frombytes(rest[: 4 * count])
    rarity.frombytes(rest[4 * count : 5 * count])
    weights.frombytes(rest[5 * count :])
    if sys.byteorder == "big":
        hashes.byteswap()
    return HashedTable(header, hashes, rarity, weights, header["width"], header["unit"])
