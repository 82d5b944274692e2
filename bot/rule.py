"""How a plain function becomes a diagnosis: its parameters say what must be read.

This is the only clever file in the bot. Everything clever about it is in `needs` and `judge`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import NoneType
from typing import Any, cast, get_args, get_type_hints

from bot.model import Finding, Question, Symptom
from bot.reading import Reading, Readings, Unreadable
from bot.remedy import name_of
from bot.texts import Text

Verdict = Finding | Unreadable | None
"""What a rule says: a finding, nothing, or the reading it would have needed to tell."""

Rule = Callable[..., Verdict]


@dataclass(frozen=True, slots=True)
class Need:
    """What one parameter asks for.

    `Photo`: it must be read. `Photo | None`: 404 is an answer. `Photo | Unreadable`: the rule decides what it means.
    """

    reading: type[Reading]
    absent: bool
    unreadable: bool

    def given(self, got: Reading | Unreadable) -> object:
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

    def __call__(self, *args: Any, **kwargs: Any) -> Verdict:
        """Call the rule as the plain function it is."""
        return self.rule(*args, **kwargs)

    @property
    def id(self) -> str:
        """The name of the file it stands in."""
        return name_of(self.rule.__module__)

    @cached_property
    def needs(self) -> Mapping[str, Need]:
        """Parameter name → what it asks for; `Question` is not read, it is known."""
        return {name: need(hint) for name, hint in self._hints.items() if hint is not Question}

    @cached_property
    def _hints(self) -> Mapping[str, Any]:
        return {name: hint for name, hint in get_type_hints(self.rule).items() if name != "return"}

    def judge(self, question: Question, readings: Readings) -> Finding | tuple[Unreadable, ...] | None:
        """The finding, nothing, or the readings that are missing for a verdict."""
        given: dict[str, object] = {name: question for name, hint in self._hints.items() if hint is Question}
        given |= {name: need.given(readings[need.reading]) for name, need in self.needs.items()}
        missing = [g for name, g in given.items() if isinstance(g, Unreadable) and not self.needs[name].unreadable]
        if missing:
            return tuple(missing)
        verdict = self.rule(**given)
        return (verdict,) if isinstance(verdict, Unreadable) else verdict


def need(hint: Any) -> Need:
    """Read one parameter's annotation."""
    options = get_args(hint) or (hint,)
    (reading,) = (option for option in options if option not in {NoneType, Unreadable})
    return Need(cast(type[Reading], reading), NoneType in options, Unreadable in options)


def explains(*symptoms: Symptom, checks: Text, before: tuple[str, ...] = ()) -> Callable[[Rule], Diagnosis]:
    """Declare a function as the diagnosis of its module; `before` names diagnoses it outranks when both speak."""
    return lambda rule: Diagnosis(rule, frozenset(symptoms), checks, frozenset(before))
