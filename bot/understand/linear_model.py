"""The trained model of what messages mean and whom they concern. Made by `tests.bench.understanding.train`."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.understand.hashed_table import HashedTable, hashed, parsed

PATH = Path(__file__).parent / "meaning.bin"
NOBODY = "nobody"
"""The name of the answer "about nobody in particular"."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Symptom → probability, and whom it is about → probability; each adds up to 1."""

    symptoms: Mapping[str, float]
    about: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A table of weights with one column per symptom and then one per answer to "about whom"."""

    table: HashedTable
    symptoms: tuple[str, ...]
    about: tuple[str, ...]
    bias: tuple[float, ...]
    group_weight: Mapping[str, float]

    def meaning(self, groups: Mapping[str, Sequence[str]]) -> Meaning:
        """What a message with these features means."""
        totals = list(self.bias)
        for group, names in groups.items():
            self.add_group(totals, group, names)
        count = len(self.symptoms)
        return Meaning(probabilities(self.symptoms, totals[:count]), probabilities(self.about, totals[count:]))

    def add_group(self, totals: list[float], group: str, names: Sequence[str]) -> None:
        """Adds what the features of one group say, which together have length 1 before they are weighed."""
        table = self.table
        known = [row for name in names if (row := table.rows.get(hashed(f"{group} {name}"), -1)) >= 0]
        length = math.sqrt(sum(table.rarity[row] ** 2 for row in known))
        if not length:
            return
        share = table.unit * self.group_weight[group] / length
        for row in known:
            factor = share * table.rarity[row]
            for index, weight in enumerate(table.row(row)):
                totals[index] += factor * weight


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
