"""The trained model of what messages mean and whom they concern. Made by `tests.bench.understanding.train`."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add, mul
from pathlib import Path

from bot.understand.features import parts
from bot.understand.hashed_table import HashedTable, parsed

PATH = Path(__file__).parent / "meaning.bin"
NOBODY = "nobody"
"""The name of the answer "about nobody in particular"."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Symptom → probability, and whom it is about → probability; each adds up to 1."""

    symptoms: Mapping[str, float]
    about: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """A table of weights, each times how telling its feature is: a column per symptom, then one per "about whom"."""

    table: HashedTable
    symptoms: tuple[str, ...]
    about: tuple[str, ...]
    bias: tuple[float, ...]
    group_weight: Mapping[str, float]

    def meaning(self, groups: Mapping[str, Sequence[str]]) -> Meaning:
        """What a message with these features means."""
        totals: Sequence[float] = self.bias
        for group, names in groups.items():
            totals = [*map(add, totals, self.said_by(group, names))]
        count = len(self.symptoms)
        return Meaning(probabilities(self.symptoms, totals[:count]), probabilities(self.about, totals[count:]))

    def said_by(self, group: str, names: Sequence[str]) -> list[float]:
        """What the features of one group say, which together have length 1 before they are weighed."""
        table = self.table
        rows = set[int]().union(*[self.rows(group, name) for name in names])
        rarity = [*map(table.rarity.__getitem__, rows)]
        length = math.sqrt(sum(map(mul, rarity, rarity))) or 1.0
        share = table.unit * self.group_weight[group] / length
        return [share * total for total in table.sums(rows)]

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one model, and it lives as long as the process
    def rows(self, group: str, name: str) -> list[int]:
        """The rows of a feature's parts: the words of people are few and come again."""
        return self.table.rows(f"{group} {part}" for part in parts(group, name))


def probabilities(names: Sequence[str], totals: Sequence[float]) -> dict[str, float]:
    """Each name's share; the totals are logarithms up to a constant."""
    top = max(totals)
    raw = [math.exp(total - top) for total in totals]
    whole = sum(raw)
    return {name: value / whole for name, value in zip(names, raw, strict=True)}


@cache
def model() -> LinearModel:
    """The model in the repository, read once."""
    table = parsed(PATH.read_bytes())
    header = table.header
    symptoms, about = tuple(header["symptoms"]), tuple(header["about"])
    return LinearModel(table, symptoms, about, tuple(header["bias"]), header["group_weight"])
