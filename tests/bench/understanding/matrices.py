"""Sentences as sparse matrices, one per group of features, every row of length 1."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.understanding.numbers import numpy, sparse

RARITY_UNIT = 1 / 25
"""What 1 stands for in the byte that says how telling a feature is."""
RAREST = 2
"""A feature of fewer sentences teaches nothing about others."""
Groups = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features of one group: name → column, and how telling each is, in units of RARITY_UNIT."""

    columns: Mapping[str, int]
    rarity: Any


def vocabulary(group: str, seen: Sequence[Groups]) -> Vocabulary:
    """The features of a group that more than one of the sentences has."""
    counts = Counter(name for each in seen for name in each[group])
    kept = sorted(name for name, count in counts.items() if count >= RAREST)
    rarity = [min(255, round(math.log(1 + len(seen) / counts[name]) / RARITY_UNIT)) for name in kept]
    return Vocabulary({name: column for column, name in enumerate(kept)}, numpy.array(rarity, dtype=float))


def matrix(group: str, words: Vocabulary, seen: Sequence[Groups]) -> Any:
    """A row per sentence, each as long as 1."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, each in enumerate(seen):
        own = [words.columns[name] for name in each[group] if name in words.columns]
        weights = words.rarity[own]
        length = math.sqrt(float((weights**2).sum())) or 1.0
        rows += [row] * len(own)
        columns += own
        values += list(weights / length)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(seen), len(words.columns)))
