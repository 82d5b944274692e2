"""Not read is not well: no rule is silent over a reading that could have made it speak, whichever it is.

A rule is asked about every world there is in `worlds.VALUES`, with one reading kept back. Silence then means "in order"
or "none of its business", which is true only if no value of that reading would have made the rule speak. It may say
what it lacks instead, or speak all the same. Every parameter of every rule is kept back once, also those for which a
rule takes `Unreadable` itself.
"""

import pytest

from bot.diagnoses import catalogue
from bot.model import Finding, Question, Severity, Symptom
from bot.reading import Readings, Unreadable
from bot.readings.group import Team
from bot.rule import Diagnosis, explains
from bot.texts import _
from tests.house.worlds import NOT_READ, VALUES, possible, worlds

PARAMETERS = [(id, name) for id, diagnosis in sorted(catalogue().items()) for name in diagnosis.needs]


def speaks(diagnosis: Diagnosis, question: Question, readings: Readings) -> bool:
    return isinstance(diagnosis.judge(question, readings), Finding)


def silent(diagnosis: Diagnosis, question: Question, readings: Readings) -> bool:
    """Neither a finding nor something it lacks."""
    return not isinstance(diagnosis.judge(question, readings), Finding | Unreadable | tuple)


def told_well(diagnosis: Diagnosis, parameter: str) -> list[str]:
    """Where the rule is silent without what `parameter` asks for, and would have spoken with it."""
    reading = diagnosis.needs[parameter].reading
    return [
        f"{question.symptom} {readings} without {status}, with {got}"
        for question, readings in worlds(diagnosis, but=parameter)
        for status, code in NOT_READ
        if silent(diagnosis, question, {**readings, reading: Unreadable(reading, status, code)})
        for got in possible(diagnosis, parameter)
        if speaks(diagnosis, question, {**readings, reading: got})
    ]


@pytest.mark.parametrize(("id", "parameter"), PARAMETERS)
def test_silence_needs_every_reading_that_matters(id: str, parameter: str) -> None:
    assert told_well(catalogue()[id], parameter)[:3] == []


@pytest.mark.parametrize(("id", "parameter"), PARAMETERS)
def test_every_reading_matters_somewhere(id: str, parameter: str) -> None:
    """Else the values are too poor to tell, or the rule asks for what it doesn't use."""
    diagnosis, reading = catalogue()[id], catalogue()[id].needs[parameter].reading
    worded = (
        {repr(diagnosis.judge(question, {**readings, reading: got})) for got in possible(diagnosis, parameter)}
        for question, readings in worlds(diagnosis, but=parameter)
    )
    assert any(len(verdicts) > 1 for verdicts in worded), "add a value to tests/house/worlds.py"


@pytest.mark.parametrize("id", sorted(catalogue()))
def test_these_worlds_make_the_rule_speak_and_be_silent(id: str) -> None:
    diagnosis = catalogue()[id]
    verdicts = {speaks(diagnosis, *world) for world in worlds(diagnosis)}
    assert verdicts == {True, False}, "add a value to tests/house/worlds.py"


def test_every_reading_a_rule_asks_for_has_values() -> None:
    wanted = {need.reading for diagnosis in catalogue().values() for need in diagnosis.needs.values()}
    assert wanted - VALUES.keys() == set(), "add them to tests/house/worlds.py"


def careless(team: Team | Unreadable | None) -> Finding | None:
    """A rule as nobody may write one."""
    if isinstance(team, Team) and team.is_archived:
        return Finding(severity=Severity.CAUSE, title=_("archived"), advice=_("open it"), because=())
    return None


def test_a_careless_rule_is_found() -> None:
    rule = explains(Symptom.GROUP_EDIT, checks=_("whether it is archived"))(careless)
    assert len(told_well(rule, "team")) == len(NOT_READ)
