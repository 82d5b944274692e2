"""Writes the tables that `bot.understand.hashed_table` reads."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bot.understand.hashed_table import hashed
from tests.bench.understanding.numbers import numpy

LARGEST = 127
"""A byte per weight says as much as two would: measured on sentences of other writers."""


def table_bytes(names: Sequence[str], rarity: Any, weights: Any, header: Mapping[str, Any]) -> bytes:
    """A row of `weights` per feature name, made small; rows that say nothing are left out."""
    unit = float(numpy.abs(weights).max()) / LARGEST
    small = numpy.rint(weights / unit).astype("i1")
    telling = numpy.abs(small).max(axis=1) > 0
    hashes = numpy.array([hashed(name) for name in names], dtype="<u4")
    kept = telling.nonzero()[0]
    kept = kept[numpy.argsort(hashes[kept], kind="stable")]
    own = {"features": len(kept), "width": int(small.shape[1]), "unit": unit}
    parts = (hashes[kept], rarity[kept].astype("uint8"), small[kept])
    return orjson.dumps({**header, **own}) + b"\n" + b"".join(part.tobytes() for part in parts)
