"""Answers to messages that follow on others."""

from bot.buttons import About as AboutButton
from bot.buttons import Offer
from bot.conversation.act import offered, undone
from bot.conversation.context import Context
from bot.conversation.follow_up_kinds import (
    About,
    AskOwner,
    DoIt,
    FollowUp,
    Forget,
    Noted,
    Other,
    Owners,
    Same,
    TakeBack,
    Why,
)
from bot.conversation.look_up import known_group, named_group
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnoses import explaining
from bot.model import Report, Subject, Symptom
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedy import Remedy
from cards.groups.picker import picker
from cards.report.answer import answer
from cards.talk.forgotten import forgotten
from cards.talk.not_yet import not_yet
from cards.talk.noted import noted

NEEDS_AN_OWNER = frozenset({Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE})
"""What somebody may want of an owner."""


async def in_context(follow: FollowUp, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """Answer what was meant. May raise `GraphDown` and `TokenProblem`, before anything was written."""
    match follow:
        case Forget() | Noted():
            return left(follow, speaker, tools)
        case Same(entity=entity):
            return await same(entity, context, speaker, tools)
        case About() | Owners() | AskOwner():
            return await about_the_group(follow, context, speaker, tools)
        case Other() as other:
            return await one_of_the_others(other, context, speaker, tools)
        case _:
            return await about_the_answer(follow, context, speaker, tools)


def left(follow: Forget | Noted, speaker: Speaker, tools: Tools) -> Reply:
    """Nothing more is wanted, of this or at all."""
    if isinstance(follow, Noted):
        return Reply("help", noted(speaker.voice))
    tools.contexts.forget(speaker)
    return Reply("help", forgotten(speaker.voice))


async def about_the_group(follow: About | Owners | AskOwner, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """Something of the group that was last shown."""
    match follow:
        case About(symptom=symptom, subject=subject):
            return await known_group(symptom, subject, speaker, tools)
        case Owners(subject=subject):
            return await known_group(Symptom.GROUP_EDIT, subject, speaker, tools, owners=True)
        case AskOwner(subject=subject):
            return await put_to_the_owners(subject, context, speaker, tools)


async def same(entity: str, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """The last question of something else; what nothing here answers isn't looked up either."""
    if not explaining(context.symptom):
        return Reply("not_yet", not_yet(context.symptom, speaker.voice), symptom=context.symptom)
    return await named_group(context.symptom, entity, speaker, tools, owners=context.owners)


async def put_to_the_owners(subject: Subject, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """The card on which a request is written, if owners can help; the answer as it is now otherwise."""
    symptom = context.symptom if context.symptom in NEEDS_AN_OWNER else Symptom.GROUP_EDIT
    reply = await known_group(symptom, subject, speaker, tools)
    ask = offer_of(reply.report, tools, AskAnOwner) if reply.report else None
    return await offered(ask, speaker, tools) if ask else reply


async def about_the_answer(follow: DoIt | TakeBack | Why, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """What the last answer offered, rested on, or led to."""
    if isinstance(follow, TakeBack) and context.undo:
        undo = context.undo.model_copy(update={"nonce": tools.nonce(), "sure": follow.sure})
        return await undone(undo, speaker, tools)
    report = context.report
    if report is None:
        return Reply("help", forgotten(speaker.voice))
    if isinstance(follow, DoIt) and (offer := offer_of(report, tools)):
        return await offered(offer, speaker, tools)
    card = answer(report, report.question.asked, speaker.voice, tools.nonce, reasons=True)
    return Reply("answered", card, report=report)


async def one_of_the_others(other: Other, context: Context, speaker: Speaker, tools: Tools) -> Reply:
    """The only other one, or a choice of the others."""
    first, *more = other.candidates
    if more:
        card = picker(context.symptom, first.subject.name, other.candidates, speaker.voice)
        found, symptom = other.candidates, context.symptom
        return Reply("clarify", card, candidates=found, symptom=symptom, owners=context.owners)
    return await known_group(context.symptom, first.subject, speaker, tools, owners=context.owners)


def offer_of(report: Report, tools: Tools, kind: type[Remedy] = Remedy) -> Offer | None:
    """The button a person means by "do it": the first remedy of the first finding that has one, or one of this kind."""
    subject = report.question.subject
    about = AboutButton(symptom=report.question.symptom, kind=subject.kind, id=subject.id)
    for id, finding in report.findings.items():
        for remedy in [each for each in finding.remedies if isinstance(each, kind)][:1]:
            arguments = remedy.model_dump(mode="json")
            nonce = tools.nonce()
            return Offer(about=about, diagnosis=id, remedy=remedy.id(), arguments=arguments, nonce=nonce)
    return None
