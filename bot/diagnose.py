"""Answer a question: choose the diagnoses, read what they need in one wave, judge."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, cast

from bot.diagnoses import explaining
from bot.hand_off import for_the_asker
from bot.model import Finding, Question, Report, Severity
from bot.ports import Graph
from bot.reading import Each, Plan, Reading, Readings, Unreadable
from bot.readings.asker import MyRoleAssignments
from bot.readings.person import Account
from bot.rule import NOT_APPLICABLE, Diagnosis, Judgement, Need
from bot.subjects import SUBJECTS

RANK = {severity: place for place, severity in enumerate(Severity)}
MOST_OF_EACH = 20
"""Items of a listing that are looked into one by one; beyond that an `Each` says how many were left."""


async def diagnose(question: Question, graph: Graph) -> Report:
    """What stands in the way of this person, this object and this operation. May raise `GraphDown`."""
    (report,) = await diagnose_all((question,), graph)
    return report


async def diagnose_all(questions: Sequence[Question], graph: Graph) -> tuple[Report, ...]:
    """Several questions, all read in one wave; what two of them need is read once. May raise `GraphDown`."""
    asked = [(question, explaining(question.symptom, question.operation)) for question in questions]
    waves = await graph.read([Plan(plan(question, diagnoses), question.ids) for question, diagnoses in asked])
    read = zip(asked, await with_each(asked, waves, graph), strict=True)
    return tuple(judge(question, diagnoses, readings) for (question, diagnoses), readings in read)


def plan(question: Question, diagnoses: Iterable[Diagnosis]) -> tuple[type[Reading], ...]:
    """Every reading of the first wave, each once: what the diagnoses need, and what any answer shows."""
    kind = SUBJECTS[question.subject.kind]
    whose = () if question.oneself else (Account, MyRoleAssignments, *kind.of_roles)
    return tuple(dict.fromkeys(chain(kind.always, whose, *(diagnosis.readings for diagnosis in diagnoses))))


Asked = tuple[Question, Sequence[Diagnosis]]


async def with_each(asked: Sequence[Asked], waves: Sequence[Readings], graph: Graph) -> Sequence[Readings]:
    """The readings with every `Each` in them; a second wave only where a listing had something in it."""
    found: list[dict[Any, Any]] = [dict(readings) for readings in waves]
    wanted: list[tuple[int, Need, str, Plan]] = []
    for place, (question, diagnoses) in enumerate(asked):
        eaches = chain.from_iterable(diagnosis.eaches for diagnosis in diagnoses)
        for need, item_reading in {need.key: (need, reading) for need, reading in eaches}.values():
            listing = waves[place][need.reading]
            found[place][need.key] = listing if isinstance(listing, Unreadable) else none_yet(listing)
            wanted += [
                (place, need, item, Plan((item_reading,), replace(question.ids, subject=item)))
                for item in items(listing)[:MOST_OF_EACH]
            ]
    if wanted:
        answers = await graph.read([plan for _place, _need, _item, plan in wanted])
        for (place, need, item, _plan), answer in zip(wanted, answers, strict=True):
            each: Each[Any, Any] = found[place][need.key]
            found[place][need.key] = replace(each, got={**each.got, item: answer[need.each]})
    return found


def items(got: object) -> Sequence[str]:
    """The ids in a listing, or of the one object there is; none when it could not be read."""
    if isinstance(got, Unreadable):
        return ()
    each = cast(Sequence[Any], getattr(got, "value", (got,)))
    return [item.id for item in each]


def none_yet(listing: object) -> Each[Any, Any]:
    """An `Each` before its wave."""
    return Each({}, max(0, len(items(listing)) - MOST_OF_EACH))


def judge(question: Question, diagnoses: Sequence[Diagnosis], readings: Readings) -> Report:
    """The report: pure, so that it can be tested without a tenant."""
    kind = SUBJECTS[question.subject.kind]
    question = replace(question, subject=replace(question.subject, name=kind.name(readings) or question.subject.name))
    verdicts = heard(question, diagnoses, readings)
    found = [(d.id, v) for d, v in verdicts if isinstance(v, Finding)]
    gaps = dict.fromkeys((gap, d.may_cause(question.symptom)) for d, v in verdicts if isinstance(v, tuple) for gap in v)
    real = [(gap, bears) for gap, bears in gaps if not is_gone(gap, kind.itself)]
    bearing = tuple(dict.fromkeys(gap for gap, bears in real if bears))
    return Report(
        question=question,
        described=kind.describe(question, readings),
        findings=dict(sorted(found, key=lambda pair: RANK[pair[1].severity])),
        gaps=bearing,
        unseen=tuple(dict.fromkeys(gap for gap, _bears in real if gap not in bearing)),
        clear={d.id: d.checks for d, v in verdicts if v is None},
        not_applicable=frozenset(d.id for d, v in verdicts if v is NOT_APPLICABLE),
        vanished=not found and is_gone(readings[kind.itself], kind.itself),
        person=called(question, readings),
    )


def heard(question: Question, diagnoses: Sequence[Diagnosis], readings: Readings) -> list[tuple[Diagnosis, Judgement]]:
    """What each has to say, in their order; those that a cause makes moot say nothing at all."""
    causes: set[str] = set()
    verdicts: list[tuple[Diagnosis, Judgement]] = []
    for diagnosis in diagnoses:
        if not causes.isdisjoint(diagnosis.unless):
            continue
        verdict = diagnosis.judge(question, readings)
        if isinstance(verdict, Finding):
            verdict = for_the_asker(verdict, question, readings)
            if verdict.severity is Severity.CAUSE:
                causes.add(diagnosis.id)
        verdicts.append((diagnosis, verdict))
    return verdicts


def called(question: Question, readings: Readings) -> str:
    """The name of the person it is asked for, where that isn't the asker."""
    if question.oneself:
        return ""
    account = readings.get(Account)
    return account.name if isinstance(account, Account) else question.person


def is_gone(got: object, itself: type[Reading]) -> bool:
    """Whether this says that the object isn't there: no permission would change that, so it is no gap."""
    return isinstance(got, Unreadable) and got.reading is itself and got.status == 404
