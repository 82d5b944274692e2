"""Not read is not well: no rule is silent over a reading that could have made it speak, whichever it is.

A rule is asked about worlds made of `worlds.VALUES`, with one reading kept back. Silence then means "in order" or "none
of its business", which is true only if no value of that reading would have made the rule speak. It may say what it
lacks instead, or speak all the same. Nor may it name a cause for certain that one value would have cleared.

Every parameter of every rule is kept back once, also those for which a rule takes
`Unreadable` itself.
"""

from typing import Any

import pytest

from bot.diagnoses import catalogue
from bot.model import Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Team
from bot.rule import Diagnosis, explains
from bot.texts import _
from tests.house.worlds import VALUES, given, kept_back, worlds

PARAMETERS = [(id, name) for id, diagnosis in sorted(catalogue().items()) for name in diagnosis.needs]
ASKED_IN_VAIN = {("group_policy_blocks", "owned"), ("group_policy_blocks", "owners"), ("asker_is_guest", "eligible")}
"""What `bot.rights.standing` wants, and what makes no difference to the rule; of guests only whether they are told."""
ADD = "no value in VALUES of tests/house/worlds.py makes it speak: add one that does"


def speaks(diagnosis: Diagnosis, question: Question, readings: Any) -> bool:
    return isinstance(diagnosis.judge(question, readings), Finding)


def silent(diagnosis: Diagnosis, question: Question, readings: Any) -> bool:
    """Neither a finding nor something it lacks."""
    return not isinstance(diagnosis.judge(question, readings), Finding | tuple)


def told_well(diagnosis: Diagnosis, parameter: str) -> list[str]:
    """Where the rule is silent without what `parameter` asks for, and would have spoken with it."""
    need = diagnosis.needs[parameter]
    return [
        f"{question.symptom} {question.operation} without: {lacking}, with: {whole}"
        for question, readings in worlds(diagnosis, but=parameter)
        for lacking in kept_back(need)
        if silent(diagnosis, question, {**readings, need.key: lacking})
        for whole in given(need, readings)
        if speaks(diagnosis, question, whole)
    ]


@pytest.mark.parametrize(("id", "parameter"), PARAMETERS)
def test_silence_needs_every_reading_that_matters(id: str, parameter: str) -> None:
    assert told_well(catalogue()[id], parameter)[:3] == []


def told_ill(diagnosis: Diagnosis, parameter: str) -> list[str]:
    """Where the rule is certain of a cause without what `parameter` asks for, and would have been silent with it."""
    need = diagnosis.needs[parameter]
    return [
        f"{question.symptom} {question.operation} without: {lacking}, with: {whole}"
        for question, readings in worlds(diagnosis, but=parameter)
        for lacking in kept_back(need)
        if certain(diagnosis.judge(question, {**readings, need.key: lacking}))
        for whole in given(need, readings)
        if silent(diagnosis, question, whole)
    ]


def certain(verdict: object) -> bool:
    """A cause that isn't said to be probable."""
    return isinstance(verdict, Finding) and verdict.severity is Severity.CAUSE and not verdict.probable


@pytest.mark.parametrize(("id", "parameter"), PARAMETERS)
def test_a_certain_cause_needs_every_reading_that_could_clear_it(id: str, parameter: str) -> None:
    """Not read is not ill, either: what could have been in order is probable at most, or a gap."""
    assert told_ill(catalogue()[id], parameter)[:3] == []


@pytest.mark.parametrize(("id", "parameter"), PARAMETERS)
def test_every_reading_matters_somewhere(id: str, parameter: str) -> None:
    """Else the values are too poor to tell, or the rule asks for what it doesn't use."""
    diagnosis, need = catalogue()[id], catalogue()[id].needs[parameter]
    worded = (
        {repr(diagnosis.judge(question, whole)) for whole in given(need, readings)}
        for question, readings in worlds(diagnosis, but=parameter)
    )
    assert any(len(verdicts) > 1 for verdicts in worded) is ((id, parameter) not in ASKED_IN_VAIN), ADD


@pytest.mark.parametrize("id", sorted(catalogue()))
def test_the_rule_speaks_and_not_always_the_same(id: str) -> None:
    diagnosis = catalogue()[id]
    verdicts = [diagnosis.judge(*world) for world in worlds(diagnosis)]
    assert any(isinstance(verdict, Finding) for verdict in verdicts), ADD
    assert len(set(map(repr, verdicts))) > 1, ADD


def test_everything_a_rule_asks_for_has_values() -> None:
    wanted = {need.key for diagnosis in catalogue().values() for need in diagnosis.needs.values()}
    assert wanted - VALUES.keys() == set(), ADD


def hasty(team: Team | Unreadable | None) -> Finding | None:
    """Another one."""
    if isinstance(team, Team) and not team.is_archived:
        return None
    return Finding(severity=Severity.CAUSE, title=_("archived"), advice=_("open it"), because=())


def test_a_hasty_rule_is_found() -> None:
    rule = explains(Symptom.GROUP_EDIT, checks=_("whether it is archived"))(hasty)
    assert len(told_ill(rule, "team")) == 2 * len(kept_back(rule.needs["team"])), "for oneself and for somebody else"


def careless(team: Team | Unreadable | None) -> Finding | None:
    """A rule as nobody may write one."""
    if isinstance(team, Team) and team.is_archived:
        return Finding(severity=Severity.CAUSE, title=_("archived"), advice=_("open it"), because=())
    return None


def test_a_careless_rule_is_found() -> None:
    rule = explains(Symptom.GROUP_EDIT, checks=_("whether it is archived"))(careless)
    found = told_well(rule, "team")
    assert len(found) == 2 * len(kept_back(rule.needs["team"])), "for oneself and for somebody else"
