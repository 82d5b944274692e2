"""Answer a question: choose the diagnoses, read what they need in one wave, judge."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.describe import describe, name
from bot.diagnoses import explaining
from bot.model import Finding, Question, Report, Severity
from bot.ports import Graph
from bot.reading import Reading, Readings, Unreadable
from bot.readings.asker import OwnedGroups
from bot.readings.group import DeletedGroup, Group
from bot.rule import Diagnosis

WHAT_IT_IS: tuple[type[Reading], ...] = (Group, DeletedGroup, OwnedGroups)
"""Read for every question about a group: what it is called, what it is, and whether the asker owns it."""

RANK = {severity: place for place, severity in enumerate(Severity)}


async def diagnose(question: Question, graph: Graph) -> Report:
    """What stands in the way of this person, this object and this operation. May raise `GraphDown`."""
    diagnoses = explaining(question.symptom)
    readings = await graph.read(plan(diagnoses), question.subject.id, question.asker)
    return judge(question, diagnoses, readings)


def plan(diagnoses: Iterable[Diagnosis]) -> tuple[type[Reading], ...]:
    """Every reading the diagnoses need, each once."""
    needed = (need.reading for diagnosis in diagnoses for need in diagnosis.needs.values())
    return tuple(dict.fromkeys((*WHAT_IT_IS, *needed)))


def judge(question: Question, diagnoses: Sequence[Diagnosis], readings: Readings) -> Report:
    """The report: pure, so that it can be tested without a tenant."""
    question = replace(question, subject=replace(question.subject, name=name(readings) or question.subject.name))
    verdicts = [(diagnosis, diagnosis.judge(question, readings)) for diagnosis in diagnoses]
    found = [(d.id, v) for d, v in verdicts if isinstance(v, Finding)]
    missing = dict.fromkeys(gap for _, v in verdicts if isinstance(v, tuple) for gap in v)
    return Report(
        question=question,
        described=describe(readings),
        findings=dict(sorted(found, key=lambda pair: RANK[pair[1].severity])),
        gaps=tuple(gap for gap in missing if not is_gone(gap)),
        clear=tuple(d.checks for d, v in verdicts if v is None),
        vanished=not found and is_gone(readings[Group]),
    )


def is_gone(got: Reading | Unreadable) -> bool:
    """Whether this says that the group isn't there: no permission would change that, so it is no gap."""
    return isinstance(got, Unreadable) and got.reading is Group and got.status == 404
