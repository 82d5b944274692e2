"""What is being put right just now: neither the old cause nor its button is shown again meanwhile."""

from dataclasses import replace
from datetime import datetime

from bot.buttons import About
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.model import Question, Report
from bot.ports import Recorded
from bot.remedies import catalogue
from bot.remedy import Outcome, Remedy
from bot.steps import Ask
from cards.outcome.under_way import under_way


async def going_on(report: Report, speaker: Speaker, tools: Tools) -> Reply | None:
    """That it is under way, when what was done about this hasn't ended or doesn't show yet; `None` otherwise."""
    if not any(found.remedies for found in report.findings.values()):
        return None
    last = await tools.ledger.latest(speaker.person.tenant, report.question.subject)
    if last is None or (remedy := in_general(last)) is None or not unfinished(last, remedy, report):
        return None
    return said(last.at, remedy, report, speaker)


async def begun(question: Question, speaker: Speaker, tools: Tools) -> tuple[datetime, Remedy] | None:
    """When something that hasn't ended was begun on this object, and what."""
    last = await tools.ledger.latest(speaker.person.tenant, question.subject)
    remedy = in_general(last) if last and last.outcome is None else None
    return (last.at, remedy) if last and remedy else None


def said(since: datetime, remedy: Remedy, report: Report, speaker: Speaker) -> Reply:
    """The card, and the report without what it would offer again."""
    card = under_way(About.of(report.question), report.question.subject.name, since, remedy, speaker.voice)
    findings = {id: replace(found, remedies=()) for id, found in report.findings.items()}
    return Reply("answered", card, report=replace(report, findings=findings))


def in_general(last: Recorded) -> Remedy | None:
    """What was done, without the names, which nobody kept; `None` when this version doesn't know it."""
    kind = catalogue().get(last.remedy)
    if kind is None:
        return None
    names = {name: "" for name in kind.model_fields if name.endswith("_name")}
    return kind.model_validate({**last.arguments, **names})


def unfinished(last: Recorded, remedy: Remedy, report: Report) -> bool:
    """Whether it has no outcome yet, or was accepted lately and its cause still stands; who was asked may take long."""
    if any(isinstance(step, Ask) for step in remedy.steps()):
        return False
    if last.outcome is None:
        return True
    lately = report.question.asked - last.at <= remedy.settles_within
    return last.outcome is Outcome.ACCEPTED and not last.undo_of and last.diagnosis in report.findings and lately
