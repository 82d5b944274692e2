"""From concepts to symptoms: the transparent table `concepts/symptoms.txt`, added up."""

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from bot.model import Symptom
from bot.understand.lexicon import FOLDER

SHARPNESS = 0.7
"""How quickly a lead in points becomes certainty. Set by hand, to be fitted when there is a training set."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Adds `weight` to a symptom when one of each group in `needs` is there, and none of `bars`."""

    weight: float
    needs: tuple[frozenset[str], ...]
    bars: frozenset[str]

    def applies(self, concepts: Set[str]) -> bool:
        """Whether these concepts call for it."""
        return not self.bars & concepts and all(options & concepts for options in self.needs)


def scores(concepts: Set[str]) -> dict[Symptom, float]:
    """Points of every symptom."""
    return {s: sum(rule.weight for rule in rules if rule.applies(concepts)) for s, rules in table().items()}


def ranked(points: Mapping[Symptom, float]) -> list[tuple[Symptom, float]]:
    """The symptoms and their probabilities (adding up to 1), the likeliest first."""
    top = max(points.values())
    raw = {symptom: math.exp(SHARPNESS * (value - top)) for symptom, value in points.items()}
    total = sum(raw.values())
    return sorted(((symptom, value / total) for symptom, value in raw.items()), key=lambda each: -each[1])


@cache
def table() -> Mapping[Symptom, tuple[Rule, ...]]:
    """The rules of each symptom."""
    found: dict[Symptom, list[Rule]] = {}
    rules: list[Rule] = []
    for line in (FOLDER / "symptoms.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            rules = found.setdefault(Symptom(line.strip("[] ")), [])
        elif line and not line.startswith("#"):
            rules.append(parse(line))
    return {symptom: tuple(each) for symptom, each in found.items()}


def parse(line: str) -> Rule:
    """One rule: `weight  concept & a|b & !concept`."""
    weight, condition = line.split(maxsplit=1)
    terms = [term.strip() for term in condition.split("&")]
    needs = tuple(frozenset(term.split("|")) for term in terms if not term.startswith("!"))
    bars = frozenset(part for term in terms if term.startswith("!") for part in term[1:].split("|"))
    return Rule(float(weight), needs, bars)
