"""Carry out a remedy: look again, record, write, look once more, record."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from bot.diagnose import diagnose
from bot.graph.entra_errors import TokenProblem
from bot.model import Question, Report
from bot.pictures_in_hand import InHand
from bot.ports import AskedLately, Clock, Graph, Intent, Ledger, Messenger, Person
from bot.reading import GraphDown
from bot.remedy import Outcome, Remedy
from bot.steps import ASKED_LATELY, Accepted, Ask, ByHand, Lost, Refused, Step, Upload, Write, WriteResult

PATIENCE: Sequence[float] = (1, 2, 4)
"""Seconds to wait before each look: https://learn.microsoft.com/graph/aad-advanced-queries says reads may lag."""


PICTURE_GONE = "PictureGone"
"""The code of a refusal that is ours: the picture waits in memory no more."""


@dataclass(frozen=True, slots=True)
class Action:
    """Somebody pressing a remedy's button; `undo_of` is the action it takes back."""

    question: Question
    diagnosis: str
    remedy: Remedy
    person: Person
    conversation: str
    nonce: str
    inputs: Mapping[str, str]
    undo_of: str | None = None


@dataclass(frozen=True, slots=True)
class Performed:
    """What became of an action, and what the world looks like after it."""

    id: str
    action: Action
    outcome: Outcome
    refused: Refused | None
    report: Report


@dataclass(frozen=True, slots=True)
class NothingToDo:
    """The button was stale: what it cured is gone, or is cured differently now. Nothing was written."""

    report: Report


@dataclass(frozen=True, slots=True)
class World:
    """What carrying out a remedy needs of the outside."""

    graph: Graph
    ledger: Ledger
    messenger: Messenger
    clock: Clock
    patience: Sequence[float] = PATIENCE
    pictures: InHand = field(default_factory=lambda: InHand(monotonic))


async def remediate(action: Action, world: World) -> Performed | NothingToDo:
    """Do it, if it is still called for.

    Raises `ValueError` when the form isn't filled in properly, `PressedBefore` when this very button was pressed
    before, and `GraphDown` when Graph could not even be read (nothing was written then).
    """
    report = await diagnose(action.question, world.graph)
    remedy = still_to_undo(report, action) if action.undo_of else still_offered(report, action)
    if remedy is None:
        return NothingToDo(report)
    remedy = remedy.filled(action.inputs)
    id = await world.ledger.begin(intent(action, remedy, report, world.clock))
    results: list[WriteResult] = []
    try:
        await carry_out(remedy, action, report, world, results)
    except Exception as stopped:  # before its step was sent: a stronger sign-in is wanted, or the token is gone
        await world.ledger.settle(id, so_far(results), world.clock.now(), None, type(stopped).__name__)
        raise
    outcome, after = await read_back(action, remedy, results, report, world)
    refused = next((result for result in results if isinstance(result, Refused)), None)
    status, code = (refused.status, refused.code) if refused else (None, None)
    await world.ledger.settle(id, outcome, world.clock.now(), status, code)
    return Performed(id, action, outcome, refused, after)


def still_offered(report: Report, action: Action) -> Remedy | None:
    """The remedy as the diagnosis offers it now; `None` when it doesn't, whatever the button says."""
    finding = report.findings.get(action.diagnosis)
    offered = finding.remedies if finding else ()
    same = (remedy for remedy in offered if remedy.same_as(action.remedy))
    return next((remedy.chosen(action.remedy) for remedy in same), None)


def still_to_undo(report: Report, action: Action) -> Remedy | None:
    """The way back, unless the world is already as it was before."""
    return None if as_before(report, action) else action.remedy


def as_before(report: Report, action: Action) -> bool:
    """Whether the diagnosis calls for its cure again; while one is still taking effect it speaks, but offers none."""
    finding = report.findings.get(action.diagnosis)
    return finding is not None and bool(finding.remedies or finding.hand_off)


def intent(action: Action, remedy: Remedy, report: Report, clock: Clock) -> Intent:
    """What the audit records before anything is written."""
    return Intent(
        at=clock.now(),
        person=action.person,
        conversation=action.conversation,
        diagnosis=action.diagnosis,
        remedy=remedy,
        subject=report.question.subject,
        nonce=action.nonce,
        undo_of=action.undo_of,
    )


async def carry_out(remedy: Remedy, action: Action, report: Report, world: World, results: list[WriteResult]) -> None:
    """Take the steps in order, noting each result, and stop at the first that isn't accepted."""
    for step in remedy.steps():
        results.append(await take(step, action, report, world))
        if not isinstance(results[-1], Accepted):
            break


def so_far(results: Sequence[WriteResult]) -> Outcome:
    """How it stands when the next step was refused."""
    return Outcome.PARTLY if any(isinstance(result, Accepted) for result in results) else Outcome.REFUSED


async def take(step: Step, action: Action, report: Report, world: World) -> WriteResult:
    """One step: a change in Graph, a request to people, or what the person did themselves."""
    if isinstance(step, Write):
        return await write(step, world.graph)
    if isinstance(step, Upload):
        return await upload(step, action.person, world)
    if isinstance(step, ByHand):
        return Accepted(200)
    try:
        reached = await world.messenger.ask(step, action.person, report.question.subject)
    except AskedLately:
        return Refused(409, ASKED_LATELY, "")
    return Accepted(202) if reached else Refused(404, "NobodyReached", "")


async def upload(step: Upload, person: Person, world: World) -> WriteResult:
    """One picture, which is held until Graph has taken it, if it still is."""
    owner = (person.tenant, person.id)
    content = world.pictures.find(owner, step.picture)
    if content is None:
        return Refused(404, PICTURE_GONE, "")
    result = await write(Write("PUT", step.url, content), world.graph)
    if isinstance(result, Accepted):
        world.pictures.drop(owner)
    return result


async def write(step: Write, graph: Graph) -> WriteResult:
    """One change in Graph; being told that it was made before is as good as making it."""
    result = await graph.write(step)
    return Accepted(result.status) if isinstance(result, Refused) and step.already(result) else result


async def read_back(
    action: Action, remedy: Remedy, results: Sequence[WriteResult], before: Report, world: World
) -> tuple[Outcome, Report]:
    """The outcome, never better than what is seen now."""
    last = results[-1]
    if isinstance(last, Refused):
        return so_far(results), before
    if any(isinstance(step, Ask | ByHand) for step in remedy.steps()):
        return Outcome.ACCEPTED, before
    try:
        report, seen = await look(action, world)
    except (GraphDown, TokenProblem):  # written, but nobody can say what became of it
        report, seen = before, False
    if seen:
        return Outcome.DONE, report
    return (Outcome.UNKNOWN if isinstance(last, Lost) else Outcome.ACCEPTED), report


async def look(action: Action, world: World) -> tuple[Report, bool]:
    """Look until it shows."""
    report = await diagnose(action.question, world.graph)
    for seconds in world.patience:
        if shows(action, report):
            return report, True
        await asyncio.sleep(seconds)
        report = await diagnose(action.question, world.graph)
    return report, shows(action, report)


def shows(action: Action, report: Report) -> bool:
    """Whether it worked: an undo when the diagnosis speaks again, a remedy when it was made, and is silent."""
    if action.undo_of:
        return as_before(report, action)
    finding = report.findings.get(action.diagnosis)
    offered = finding.remedies if finding else ()
    return report.silent(action.diagnosis) or any(action.remedy.shows_in(remedy) for remedy in offered)
