"""Answers to messages that follow on others."""

from bot.buttons import About as AboutButton
from bot.buttons import Offer
from bot.conversation.act import offered, undone
from bot.conversation.context import Context
from bot.conversation.follow_ups import About, DoIt, FollowUp, Forget, Other, Same, TakeBack, Why
from bot.conversation.look_up import known_group, named_group
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.model import Report
from cards.answer import answer
from cards.forgotten import forgotten
from cards.picker import picker


async def in_context(follow: FollowUp, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """Answer what was meant. May raise `GraphDown` and `TokenProblem`, before anything was written."""
    match follow:
        case Forget():
            tools.contexts.forget(speaker)
            return Reply("help", forgotten(speaker.voice))
        case Same(entity=entity):
            return await named_group(context.symptom, entity, speaker, tools)
        case About(symptom=symptom, subject=subject):
            return await known_group(symptom, subject, speaker, tools)
        case Other() as other:
            return await one_of_the_others(other, context, speaker, tools)
        case _:
            return await about_the_answer(follow, context, speaker, tools)


async def about_the_answer(follow: DoIt | TakeBack | Why, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """What the last answer offered, rested on, or led to."""
    if isinstance(follow, TakeBack) and context.undo:
        return await undone(context.undo.model_copy(update={"nonce": tools.nonce()}), speaker, tools)
    report = context.report
    if report is None:
        return Reply("help", forgotten(speaker.voice))
    if isinstance(follow, DoIt) and (offer := first_offer(report, tools)):
        return await offered(offer, speaker, tools)
    card = answer(report, report.question.asked, speaker.voice, tools.nonce, reasons=True)
    return Reply("answered", card, report=report)


async def one_of_the_others(other: Other, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """The only other one, or a choice of the others."""
    first, *more = other.candidates
    if more:
        card = picker(context.symptom, first.subject.name, other.candidates, speaker.voice)
        return Reply("clarify", card, candidates=other.candidates, symptom=context.symptom)
    return await known_group(context.symptom, first.subject, speaker, tools)


def first_offer(report: Report, tools: Tools) -> Offer | None:
    """The button a person means by "do it": the first remedy of the first finding that has one."""
    subject = report.question.subject
    about = AboutButton(symptom=report.question.symptom, kind=subject.kind, id=subject.id)
    for id, finding in report.findings.items():
        for remedy in finding.remedies[:1]:
            arguments = remedy.model_dump(mode="json")
            nonce = tools.nonce()
            return Offer(about=about, diagnosis=id, remedy=remedy.id(), arguments=arguments, nonce=nonce)
    return None
