"""Carrying a remedy out from its button: shown first when it is costly, checked against a fresh look always."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.buttons import About, BadButton, Confirm, Offer, Undo
from bot.conversation.answers.under_way import begun, said
from bot.conversation.answers.watching import watch
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnose import diagnose
from bot.diagnoses import explaining
from bot.model import Link, Question, Report
from bot.ports import PressedBefore
from bot.remediate import Action, NothingToDo, Performed, World, remediate, still_offered
from bot.remedies import revive
from bot.remedy import Danger, Outcome, Remedy
from bot.steps import ByHand
from bot.symptoms import SYMPTOMS
from bot.texts import Text, _
from cards.outcome.confirm import Beneath, confirm
from cards.outcome.outcome import outcome
from cards.outcome.pressed_before import pressed_before
from cards.report.answer import answer

STALE = _("Nothing was changed: this has been put right already.")
UNDONE = _("Nothing was changed: it is as it was before already.")
DIFFERENT = _("Nothing was changed: it looks different now from when you got this button.")
NOT_THE_NAME = _("That is not its name. Type it exactly as it stands above.")
FILL_IN = _("Write what should be changed, in at most 500 characters.")


async def offered(button: Offer, speaker: Speaker, tools: Tools) -> Reply:
    """A reversible remedy is carried out at once; a costlier one is shown first."""
    act = action(button, {}, speaker, tools)
    if act.remedy.danger is Danger.REVERSIBLE:
        return await perform(act, speaker, tools)
    report, still = await fresh(act, tools)
    if still is None:
        return stale(report, act, speaker, tools)
    return to_confirm(button, still, report, speaker, tools)


def to_confirm(
    button: Offer, remedy: Remedy, report: Report, speaker: Speaker, tools: Tools, *, picture: str = ""
) -> Reply:
    """The card that asks whether to go on: only its own button does."""
    ways = by_hand(report, button.diagnosis) if any(isinstance(step, ByHand) for step in remedy.steps()) else ()
    found = report.findings.get(button.diagnosis)
    allowed = found is not None and remedy.id() in found.allowed
    card = confirm(
        button.about,
        button.diagnosis,
        remedy,
        tools.nonce(),
        speaker.voice,
        allowed=allowed,
        beneath=Beneath(picture, ways),
    )
    return Reply("acted", card, report=report, confirming=button)


def by_hand(report: Report, diagnosis: str) -> tuple[Link, ...]:
    """Where a finding says that it is done by hand."""
    finding = report.findings.get(diagnosis)
    return tuple(way for way in finding.by_hand if isinstance(way, Link)) if finding else ()


async def confirmed(button: Confirm, inputs: Mapping[str, str], speaker: Speaker, tools: Tools) -> Reply:
    """Carry it out, once the form is filled in; a final one only when the object's name was typed."""
    act = action(button, inputs, speaker, tools)
    problem = fault_in(act.remedy, inputs)
    if problem is None and act.remedy.danger is Danger.FINAL:
        report, still = await fresh(act, tools)
        if still is None:
            return stale(report, act, speaker, tools)
        problem = None if inputs.get("typed", "").strip() == report.question.subject.name else NOT_THE_NAME
    if problem:
        again = confirm(button.about, button.diagnosis, act.remedy, tools.nonce(), speaker.voice, problem)
        return Reply("acted", again, confirming=button)
    return await perform(act, speaker, tools)


async def perform(act: Action, speaker: Speaker, tools: Tools) -> Reply:
    """Carry out an action and say how it went."""
    graph = tools.graph(speaker.person, (act.remedy.scope,))
    if going := await begun(act.question, speaker, tools):
        return said(*going, await diagnose(act.question, graph), speaker)
    world = World(graph, tools.ledger, tools.messenger(speaker, graph), tools.clock, tools.patience, tools.pictures)
    try:
        done = await remediate(act, world)
    except PressedBefore as before:
        return Reply("acted", pressed_before(before.outcome, About.of(act.question), speaker.voice))
    if isinstance(done, NothingToDo):
        return stale(done.report, act, speaker, tools)
    watched = done.outcome is Outcome.ACCEPTED and await watch(done, tools)
    card = outcome(done, tools.nonce(), speaker.voice, watched=watched)
    return Reply("acted", card, report=done.report, undo=way_back_from(done, tools))


def way_back_from(done: Performed, tools: Tools) -> Undo | None:
    """The undo button on the card of an action, for whoever writes "undo that" instead of pressing it."""
    if done.outcome is not Outcome.DONE or done.action.undo_of or done.action.remedy.undo() is None:
        return None
    return Undo(
        action=done.id,
        about=About.done(done.action.question),
        names=dict(done.action.remedy.names),
        nonce=tools.nonce(),
    )


async def fresh(act: Action, tools: Tools) -> tuple[Report, Remedy | None]:
    """How things stand now, and the remedy if it is still called for; asks for the remedy's own permission already."""
    report = await diagnose(act.question, tools.graph(act.person, (act.remedy.scope,)))
    return report, still_offered(report, act)


def stale(report: Report, act: Action, speaker: Speaker, tools: Tools) -> Reply:
    """The answer as it is now, and that nothing was done."""
    card = answer(report, report.question.asked, speaker.voice, tools.nonce, why_not(report, act))
    return Reply("acted", card, report=report)


def why_not(report: Report, act: Action) -> Text:
    """Why nothing was done; that it is put right is only said when the diagnosis has looked and is silent."""
    if act.undo_of:
        return UNDONE
    return STALE if report.silent(act.diagnosis) else DIFFERENT


def action(button: Offer, inputs: Mapping[str, str], speaker: Speaker, tools: Tools) -> Action:
    """What pressing this button means; raises `BadButton` when it names nothing there is."""
    question = button.about.question(speaker.person.id, tools.clock.now())
    explained_by(button.diagnosis, question)
    return Action(
        question=question,
        diagnosis=button.diagnosis,
        remedy=revived(button.remedy, button.arguments),
        person=speaker.person,
        conversation=speaker.conversation,
        nonce=button.nonce,
        inputs=inputs,
    )


def explained_by(diagnosis: str, question: Question) -> None:
    """Raises `BadButton` unless this diagnosis has a say in the question: else it would seem cured."""
    if question.subject.kind is not SYMPTOMS[question.symptom].kind:
        raise BadButton("not of this kind of thing")
    if diagnosis not in {each.id for each in explaining(question.symptom, question.operation)}:
        raise BadButton("no such diagnosis")


def revived(id: str, arguments: Mapping[str, Any]) -> Remedy:
    """A remedy by id; raises `BadButton` for an unknown one or arguments it did not declare."""
    try:
        return revive(id, arguments)
    except (KeyError, ValidationError) as bad:
        raise BadButton("no such remedy") from bad


def fault_in(remedy: Remedy, inputs: Mapping[str, str]) -> Text | None:
    """What is wrong with the form, if anything is."""
    try:
        remedy.filled(inputs)
    except ValueError:
        return FILL_IN
    return None
