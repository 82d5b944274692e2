"""Carrying a remedy out from its button: shown first when it is costly, checked against a fresh look always."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from pydantic import ValidationError

from bot.buttons import About, BadButton, Confirm, Offer, Undo
from bot.conversation.look_up import group
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnose import diagnose
from bot.diagnoses import explaining
from bot.model import Question, Report, SubjectKind, Symptom
from bot.ports import PressedBefore
from bot.remediate import Action, NothingToDo, Performed, World, remediate, still_offered, still_to_undo
from bot.remedies import revive
from bot.remedy import Danger, Outcome, Remedy
from bot.texts import Text, _
from cards.outcome.confirm import confirm, confirm_undo
from cards.outcome.outcome import outcome
from cards.outcome.pressed_before import pressed_before
from cards.report.answer import answer

STALE = _("Nothing was changed: this has been put right already.")
UNDONE = _("Nothing was changed: it is as it was before already.")
DIFFERENT = _("Nothing was changed: it looks different now from when you got this button.")
NOT_THE_NAME = _("That is not the group's name. Type it exactly as it stands above.")
FILL_IN = _("Write what should be changed, in at most 500 characters.")
FRESH = timedelta(minutes=10)
"""How long people are taken to remember what they did; what is older and costly is shown before it is taken back."""


async def offered(button: Offer, speaker: Speaker, tools: Tools) -> Reply:
    """A reversible remedy is carried out at once; a costlier one is shown first."""
    act = action(button, {}, speaker, tools)
    if act.remedy.danger is Danger.REVERSIBLE:
        return await perform(act, speaker, tools)
    report, still = await fresh(act, tools)
    if still is None:
        return stale(report, act, speaker, tools)
    return Reply("acted", confirm(button.about, button.diagnosis, still, tools.nonce(), speaker.voice), report=report)


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
        return Reply("acted", again)
    return await perform(act, speaker, tools)


async def undone(button: Undo, speaker: Speaker, tools: Tools) -> Reply:
    """The way back from a recorded action; the audit says what it was, the button only names it.

    One press takes back what was done just now, or what costs little; the rest is shown first.
    """
    recorded = await tools.ledger.recorded(button.action)
    if recorded is None or recorded.tenant != speaker.person.tenant:
        raise BadButton("no such action")
    if not all(field.endswith("_name") for field in button.names):
        raise BadButton("more than names")  # what the audit recorded is what is taken back
    taken = revived(recorded.remedy, {**recorded.arguments, **button.names})
    if (way_back := taken.undo()) is None:
        raise BadButton("no way back")
    symptom = explained_by(recorded.diagnosis, button.symptom)
    act = Action(
        question=Question(symptom, recorded.subject, speaker.person.id, tools.clock.now()),
        diagnosis=recorded.diagnosis,
        remedy=way_back,
        person=speaker.person,
        conversation=speaker.conversation,
        nonce=button.nonce,
        inputs={},
        undo_of=recorded.id,
    )
    if button.sure or taken.danger is Danger.REVERSIBLE or act.question.asked - recorded.at <= FRESH:
        return await perform(act, speaker, tools)
    return await shown_first(button, act, speaker, tools)


async def shown_first(button: Undo, act: Action, speaker: Speaker, tools: Tools) -> Reply:
    """What taking it back would do; the card's button does it, and both count as the one that was pressed."""
    report = await diagnose(act.question, tools.graph(act.person, (act.remedy.scope,)))
    if still_to_undo(report, act) is None:
        return stale(report, act, speaker, tools)
    sure = button.model_copy(update={"sure": True})
    return Reply("acted", confirm_undo(sure, about(act), act.remedy, speaker.voice), report=report, undo=sure)


async def perform(act: Action, speaker: Speaker, tools: Tools) -> Reply:
    """Carry out an action and say how it went."""
    graph = tools.graph(speaker.person, (act.remedy.scope,))
    world = World(graph, tools.ledger, tools.messenger(speaker, graph), tools.clock, tools.patience)
    try:
        done = await remediate(act, world)
    except PressedBefore as before:
        return Reply("acted", pressed_before(before.outcome, about(act), speaker.voice))
    if isinstance(done, NothingToDo):
        return stale(done.report, act, speaker, tools)
    card = outcome(done, tools.nonce(), speaker.voice)
    return Reply("acted", card, report=done.report, undo=way_back_from(done, tools))


def way_back_from(done: Performed, tools: Tools) -> Undo | None:
    """The undo button of an action, for whoever writes "undo that" instead of pressing it."""
    if done.outcome in {Outcome.REFUSED, Outcome.UNKNOWN} or done.action.remedy.undo() is None:
        return None
    names = {name: value for name, value in done.action.remedy.model_dump().items() if name.endswith("_name")}
    return Undo(action=done.id, symptom=done.action.question.symptom, names=names, nonce=tools.nonce())


def about(act: Action) -> About:
    """What an action's card is about."""
    return About(symptom=act.question.symptom, kind=SubjectKind.GROUP, id=act.question.subject.id)


async def fresh(act: Action, tools: Tools) -> tuple[Report, Remedy | None]:
    """How things stand now, and the remedy if it is still called for; asks for the remedy's own permission already."""
    report = await diagnose(act.question, tools.graph(act.person, (act.remedy.scope,)))
    return report, still_offered(report, act)


def stale(report: Report, act: Action, speaker: Speaker, tools: Tools) -> Reply:
    """The answer as it is now, and that nothing was done."""
    card = answer(report, report.question.asked, speaker.voice, tools.nonce, why_not(report, act))
    return Reply("acted", card, report=report)


def why_not(report: Report, act: Action) -> Text:
    """Why nothing was done; that it is put right is only said when everything could be seen."""
    if act.undo_of:
        return UNDONE
    seen = not (report.gaps or report.vanished)
    return STALE if seen and act.diagnosis not in report.findings else DIFFERENT


def action(button: Offer, inputs: Mapping[str, str], speaker: Speaker, tools: Tools) -> Action:
    """What pressing this button means; raises `BadButton` when it names nothing there is."""
    if button.about.kind is not SubjectKind.GROUP:
        raise BadButton("not about a group")
    symptom = explained_by(button.diagnosis, button.about.symptom)
    return Action(
        question=Question(symptom, group(button.about.id), speaker.person.id, tools.clock.now()),
        diagnosis=button.diagnosis,
        remedy=revived(button.remedy, button.arguments),
        person=speaker.person,
        conversation=speaker.conversation,
        nonce=button.nonce,
        inputs=inputs,
    )


def explained_by(diagnosis: str, symptom: Symptom) -> Symptom:
    """The symptom, if this diagnosis is one of those that can explain it: else it would seem cured. Or `BadButton`."""
    if diagnosis not in {each.id for each in explaining(symptom)}:
        raise BadButton("no such diagnosis")
    return symptom


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
