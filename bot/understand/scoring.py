"""From concepts to symptoms: the transparent table `concepts/symptoms.txt`, added up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from bot.model import Symptom
from bot.understand.lexicon import FOLDER


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Adds `weight` to `symptom` when one of each group in `needs` is there, and none of `bars`."""

    symptom: Symptom
    weight: float
    needs: tuple[frozenset[str], ...]
    bars: frozenset[str]

    def applies(self, concepts: Set[str]) -> bool:
        """Whether these concepts call for it."""
        # A loop and no generator: dozens are tried on every message.
        for options in self.needs:
            if options.isdisjoint(concepts):
                return False
        return self.bars.isdisjoint(concepts)


def scores(concepts: Set[str]) -> dict[Symptom, float]:
    """Points of every symptom."""
    points = dict.fromkeys(table(), 0.0)
    needed = by_need()
    for rule in dict.fromkeys(rule for concept in sorted(concepts) for rule in needed.get(concept, ())):
        if rule.applies(concepts):
            points[rule.symptom] += rule.weight
    return points


@cache
def by_need() -> Mapping[str, Sequence[Rule]]:
    """Concept → the rules that need it, or one of its like, first of all: the others can't apply."""
    found = defaultdict[str, list[Rule]](list)
    for rules in table().values():
        for rule in rules:
            for concept in rule.needs[0]:
                found[concept].append(rule)
    return found


@cache
def table() -> Mapping[Symptom, tuple[Rule, ...]]:
    """The rules of each symptom."""
    found: dict[Symptom, list[Rule]] = {}
    symptom, rules = Symptom.HELP, list[Rule]()
    for line in (FOLDER / "symptoms.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            symptom = Symptom(line.strip("[] "))
            rules = found.setdefault(symptom, [])
        elif line and not line.startswith("#"):
            rules.append(parse(line, symptom))
    return {symptom: tuple(each) for symptom, each in found.items()}


def parse(line: str, symptom: Symptom) -> Rule:
    """One rule: `weight  concept & a|b & !concept`."""
    weight, condition = line.split(maxsplit=1)
    terms = [term.strip() for term in condition.split("&")]
    needs = tuple(frozenset(term.split("|")) for term in terms if not term.startswith("!"))
    bars = frozenset(part for term in terms if term.startswith("!") for part in term[1:].split("|"))
    return Rule(symptom, float(weight), needs, bars)
