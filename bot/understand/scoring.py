"""From concepts to symptoms: the transparent table `concepts/symptoms.txt`, added up."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from bot.model import Symptom
from bot.understand.lexicon import FOLDER


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
