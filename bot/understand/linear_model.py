"""A linear model as a table of small numbers: hashed feature → one weight per class. Made by `tests.bench.understanding`.

The file is a line of JSON (`Header`) and then three arrays of equal order: feature hashes (4 bytes each), how telling
each feature is (1 byte), and its weights (1 byte per class).
"""

import math
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

PATH = Path(__file__).parent / "model.bin"
RARITY_UNIT = 1 / 25
"""What 1 stands for in the byte that says how telling a feature is."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Classes and their weights. `fingerprint` is that of the sentences and code it was made from."""

    fingerprint: str
    classes: tuple[str, ...]
    bias: tuple[float, ...]
    unit: float
    """What 1 stands for in the bytes of the weights."""
    group_weight: Mapping[str, float]
    rows: Mapping[int, int]
    """Feature hash → row."""
    rarity: "array[int]"
    weights: "array[int]"

    def probabilities(self, groups: Mapping[str, Sequence[str]]) -> dict[str, float]:
        """The probability of each class, adding up to 1."""
        totals = list(self.bias)
        for group, names in groups.items():
            self.add_group(totals, group, names)
        top = max(totals)
        raw = [math.exp(total - top) for total in totals]
        whole = sum(raw)
        return {name: value / whole for name, value in zip(self.classes, raw, strict=True)}

    def add_group(self, totals: list[float], group: str, names: Sequence[str]) -> None:
        """Adds what the features of one group say, which together have length 1 before they are weighed."""
        known = [row for name in names if (row := self.rows.get(hashed(group, name), -1)) >= 0]
        rarity, weights, count = self.rarity, self.weights, len(self.classes)
        length = math.sqrt(sum(rarity[row] ** 2 for row in known))
        if not length:
            return
        share = self.unit * self.group_weight[group] / length
        for row in known:
            factor = share * rarity[row]
            own = weights[row * count : (row + 1) * count]
            for index, weight in enumerate(own):
                totals[index] += factor * weight


def hashed(group: str, name: str) -> int:
    """The 32-bit hash by which a feature is known."""
    return zlib.crc32(f"{group}\t{name}".encode())


@cache
def model() -> LinearModel:
    """The model in the repository, read once."""
    return parsed(PATH.read_bytes())


def parsed(content: bytes) -> LinearModel:
    """The model in a file's content."""
    line, _, rest = content.partition(b"\n")
    header: dict[str, Any] = orjson.loads(line)
    count, classes = header["features"], tuple(header["classes"])
    hashes, rarity, weights = array("I"), array("B"), array("b")
    hashes.frombytes(rest[: 4 * count])
    if sys.byteorder == "big":
        hashes.byteswap()
    rarity.frombytes(rest[4 * count : 5 * count])
    weights.frombytes(rest[5 * count :])
    return LinearModel(
        fingerprint=header["fingerprint"],
        classes=classes,
        bias=tuple(header["bias"]),
        unit=header["unit"],
        group_weight=header["group_weight"],
        rows=dict(zip(hashes, range(count), strict=True)),
        rarity=rarity,
        weights=weights,
    )
