"""The way back from an action: at once when it was done just now or costs little, else shown first."""

from datetime import timedelta

from bot.buttons import About, BadButton, Undo
from bot.conversation.answers.acting import explained_by, perform, revived, stale
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnose import diagnose
from bot.ports import Recorded
from bot.remediate import Action, still_to_undo
from bot.remedy import Danger
from cards.outcome.confirm import confirm_undo

FRESH = timedelta(minutes=10)
"""How long people are taken to remember what they did; what is older and costly is shown before it is taken back."""


async def undone(button: Undo, speaker: Speaker, tools: Tools, *, pressed: bool = True) -> Reply:
    """The way back from a recorded action; the audit says what it was, the button only names it.

    Not `pressed` but written, what is costly is always shown first.
    """
    recorded = await tools.ledger.recorded(button.action)
    if recorded is None or recorded.tenant != speaker.person.tenant:
        raise BadButton("no such action")
    act, costly = taking_back(button, recorded, speaker, tools)
    if not costly or (pressed and (button.sure or act.question.asked - recorded.at <= FRESH)):
        return await perform(act, speaker, tools)
    return await shown_first(button, act, speaker, tools)


def taking_back(button: Undo, recorded: Recorded, speaker: Speaker, tools: Tools) -> tuple[Action, bool]:
    """The action that takes it back, and whether that is costly. Raises `BadButton` for a button that isn't its own."""
    question = button.about.question(speaker.person.id, tools.clock.now())
    if (question.subject.kind, question.subject.id) != (recorded.subject.kind, recorded.subject.id):
        raise BadButton("of another object")
    explained_by(recorded.diagnosis, question)
    if not all(field.endswith("_name") for field in button.names):
        raise BadButton("more than names")  # what the audit recorded is what is taken back
    taken = revived(recorded.remedy, {**recorded.arguments, **button.names})
    if (way_back := taken.undo()) is None:
        raise BadButton("no way back")
    act = Action(
        question=question,
        diagnosis=recorded.diagnosis,
        remedy=way_back,
        person=speaker.person,
        conversation=speaker.conversation,
        nonce=button.nonce,
        inputs={},
        undo_of=recorded.id,
    )
    return act, taken.danger is not Danger.REVERSIBLE


async def shown_first(button: Undo, act: Action, speaker: Speaker, tools: Tools) -> Reply:
    """What taking it back would do; the card's button does it, and both count as the one that was pressed."""
    report = await diagnose(act.question, tools.graph(act.person, (act.remedy.scope,)))
    if still_to_undo(report, act) is None:
        return stale(report, act, speaker, tools)
    sure = button.model_copy(update={"sure": True})
    card = confirm_undo(sure, About.of(act.question), act.remedy, speaker.voice)
    return Reply("acted", card, report=report, undo=sure)
