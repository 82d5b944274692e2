"""How a plain function becomes a diagnosis: its parameters say what must be read.

This is the only clever file in the bot. Everything clever about it is in `needs` and `judge`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from types import NoneType
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin, get_type_hints

from bot.model import CHANGES, Finding, Operation, Question, Symptom
from bot.reading import Each, Reading, Readings, Unreadable
from bot.remedy import name_of
from bot.texts import Text


class NotApplicable(Enum):
    """The verdict of a rule that has no say in this: of a team's archive about a security group, for example."""

    NOT_APPLICABLE = "not applicable"


NOT_APPLICABLE: Final = NotApplicable.NOT_APPLICABLE

Verdict: TypeAlias = Finding | Unreadable | Literal[NotApplicable.NOT_APPLICABLE] | None
"""What a rule says: a finding, that it looked and all is in order (`None`), that it has no say, or what it lacked."""

Judgement: TypeAlias = Finding | tuple[Unreadable, ...] | Literal[NotApplicable.NOT_APPLICABLE] | None
"""A verdict with every reading that was missing for it."""

Rule = Callable[..., Verdict]


@dataclass(frozen=True, slots=True)
class Need:
    """What one parameter asks for.

    `Photo`: it must be read. `Photo | None`: 404 is an answer. `Photo | Unreadable`: the rule decides what it means.
    `Each[Members, Licences]`: one reading for every item of the listing, whose own gaps the rule sees.
    """

    key: Any
    """What it stands under among the readings: a reading's class, or the `Each[…]` annotation itself."""
    reading: type[Reading]
    """What is read in the first wave."""
    each: type[Reading] | None
    """What is read for every item in the second."""
    absent: bool
    unreadable: bool

    def given(self, got: object) -> object:
        """The argument for what Graph gave; an `Unreadable` the rule did not ask for means it can't be called."""
        return None if self.absent and isinstance(got, Unreadable) and got.status == 404 else got


@dataclass(frozen=True)
class Diagnosis:
    """A pure rule, and what is declared of it."""

    rule: Rule
    symptoms: frozenset[Symptom]
    checks: Text
    """What it looks at, as people read it in "I checked …"."""
    before: frozenset[str]
    """Ids of the diagnoses it is more specific than."""
    unless: frozenset[str]
    """Ids of the diagnoses whose being a cause makes this one moot: nobody is asked what can't matter."""
    operations: frozenset[Operation | None]
    """What has to be wanted for it to have a say; `None` stands for a question that doesn't say what is wanted."""
    causes: frozenset[Symptom]
    """Symptoms of which it can be the cause; of its others it only tells a risk or something good to know."""

    def __call__(self, *args: Any, **kwargs: Any) -> Verdict:
        """Call the rule as the plain function it is."""
        return self.rule(*args, **kwargs)

    def may_cause(self, symptom: Symptom) -> bool:
        """Whether it can be what explains this symptom."""
        return symptom in self.causes

    @cached_property
    def id(self) -> str:
        """The name of the file it stands in."""
        return name_of(self.rule.__module__)

    @cached_property
    def needs(self) -> Mapping[str, Need]:
        """Parameter name → what it asks for; `Question` is not read, it is known."""
        return {name: need(hint) for name, hint in self._hints.items() if hint is not Question}

    @cached_property
    def readings(self) -> tuple[type[Reading], ...]:
        """What it reads in the first wave."""
        return tuple(need.reading for need in self.needs.values())

    @cached_property
    def eaches(self) -> tuple[tuple[Need, type[Reading]], ...]:
        """What it needs of every item of a listing, and the reading of one item."""
        return tuple((need, need.each) for need in self.needs.values() if need.each)

    @cached_property
    def _hints(self) -> Mapping[str, Any]:
        return {name: hint for name, hint in get_type_hints(self.rule).items() if name != "return"}

    @cached_property
    def _asks(self) -> tuple[str, ...]:
        return tuple(name for name, hint in self._hints.items() if hint is Question)

    def judge(self, question: Question, readings: Readings) -> Judgement:
        """The finding, nothing, that it does not apply, or the readings that are missing for a verdict."""
        given: dict[str, object] = dict.fromkeys(self._asks, question)
        given |= {name: need.given(readings[need.key]) for name, need in self.needs.items()}
        missing = [g for name, g in given.items() if isinstance(g, Unreadable) and not self.needs[name].unreadable]
        if missing:
            return tuple(missing)
        verdict = self.rule(**given)
        return (verdict,) if isinstance(verdict, Unreadable) else verdict


def need(hint: Any) -> Need:
    """Read one parameter's annotation."""
    options = (hint,) if get_origin(hint) is Each else get_args(hint) or (hint,)
    (key,) = (option for option in options if option not in {NoneType, Unreadable})
    source, each = get_args(key) if get_origin(key) is Each else (key, None)
    return Need(key, source, each, NoneType in options, Unreadable in options)


def explains(
    *symptoms: Symptom,
    checks: Text,
    before: Iterable[str] = (),
    unless: Iterable[str] = (),
    operations: Iterable[Operation | None] = CHANGES,
    causes: Iterable[Symptom] | None = None,
) -> Callable[[Rule], Diagnosis]:
    """Declare a function as the diagnosis of its module.

    `before` names diagnoses it outranks when both speak, `unless` those that make it moot when they are a cause;
    `operations` is what has to be wanted for it to have a say, `causes` the symptoms of which it can be the cause.
    """

    def declared(rule: Rule) -> Diagnosis:
        return Diagnosis(
            rule=rule,
            symptoms=frozenset(symptoms),
            checks=checks,
            before=frozenset(before),
            unless=frozenset(unless),
            operations=frozenset(operations),
            causes=frozenset(symptoms if causes is None else causes),
        )

    return declared


class CircularOrder(Exception):
    """Diagnoses that outrank each other in a circle; the message names them."""


def ordered(diagnoses: Iterable[Diagnosis]) -> tuple[Diagnosis, ...]:
    """Each after those that outrank it or make it moot, else by id. Raises `CircularOrder`."""
    by_id = {diagnosis.id: diagnosis for diagnosis in sorted(diagnoses, key=lambda each: each.id)}
    later = TopologicalSorter[str]({id: each.unless & by_id.keys() for id, each in by_id.items()})
    for id, each in by_id.items():
        for outranked in sorted(each.before & by_id.keys()):
            later.add(outranked, id)
    try:
        return tuple(by_id[id] for id in later.static_order())
    except CycleError as circle:
        raise CircularOrder(" → ".join(circle.args[1])) from None
