"""Writes the tables that `bot.understand.hashed_table` reads."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bot.understand.hashed_table import hashed
from tests.bench.understanding.numbers import numpy

LARGEST = 32767
SMALLEST = 0.004
"""The share of the largest weight below which a feature says nothing."""


def table_bytes(names: Sequence[str], rarity: Any, weights: Any, header: Mapping[str, Any]) -> bytes:
    """A row of `weights` per feature name, made small; rows that say nothing are left out."""
    unit = float(numpy.abs(weights).max()) / LARGEST
    small = numpy.rint(weights / unit).astype("<i2")
    telling = numpy.abs(small).max(axis=1) > SMALLEST * LARGEST
    hashes = numpy.array([hashed(name) for name in names], dtype="<u4")
    own = {"features": int(telling.sum()), "width": int(small.shape[1]), "unit": unit}
    parts = (hashes[telling], rarity[telling].astype("uint8"), small[telling])
    return orjson.dumps({**header, **own}) + b"\n" + b"".join(part.tobytes() for part in parts)
