"""Writes the table that `bot.understand.linear_model` reads."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bot.understand.linear_model import hashed
from tests.bench.understanding.matrices import Vocabulary
from tests.bench.understanding.numbers import numpy

LARGEST = 127
CLIPPED = 99.95
"""Per cent of the weights that fit into a byte unclipped."""


def content(
    fingerprint: str,
    classes: Sequence[str],
    bias: Any,
    group_weight: Mapping[str, float],
    vocabularies: Mapping[str, Vocabulary],
    weights: Mapping[str, Any],
) -> bytes:
    """The bytes of the model file. `weights` has, per group, a row per feature and a column per class."""
    names = [(group, name) for group, words in vocabularies.items() for name in words.columns]
    rarity = numpy.concatenate([words.rarity for words in vocabularies.values()])
    table = numpy.concatenate([weights[group] for group in vocabularies])
    unit = float(numpy.percentile(numpy.abs(table), CLIPPED)) / LARGEST
    small = numpy.clip(numpy.rint(table / unit), -LARGEST, LARGEST).astype("int8")
    telling = numpy.abs(small).max(axis=1) > 0
    hashes = numpy.array([hashed(group, name) for group, name in names], dtype="<u4")
    header = {
        "fingerprint": fingerprint,
        "features": int(telling.sum()),
        "classes": list(classes),
        "bias": [round(float(each), 6) for each in bias],
        "unit": unit,
        "group_weight": dict(group_weight),
    }
    parts = (hashes[telling], rarity[telling].astype("uint8"), small[telling])
    return orjson.dumps(header) + b"\n" + b"".join(part.tobytes() for part in parts)
