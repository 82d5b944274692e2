"""Answers to messages that follow on others."""

from dataclasses import replace

from bot.buttons import About, Offer, Undo
from bot.conversation.answers.acting import offered, to_confirm
from bot.conversation.answers.looking_up import offered as choice_of
from bot.conversation.answers.undoing import undone
from bot.conversation.answers.verdicts import answered
from bot.conversation.context import Context
from bot.conversation.meaning.sequel_kinds import (
    Ask,
    AskOwner,
    DoIt,
    Forget,
    Leave,
    Noted,
    Other,
    Sequel,
    TakeBack,
    Why,
)
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.conversation.unresolved_question import Choice, Wanted
from bot.diagnoses import explaining
from bot.model import Report, Subject, Symptom
from bot.remedies.ask_an_owner import AskAnOwner
from bot.remedy import Remedy
from cards.report.answer import answer
from cards.talk.forgotten import forgotten
from cards.talk.noted import noted
from cards.unclear.not_yet import not_yet
from cards.unclear.nothing_there import Missing, nothing_there

NEEDS_AN_OWNER = frozenset({Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.GROUP_DELETE})
"""What somebody may want of an owner."""


async def in_context(sequel: Sequel, context: Context | None, speaker: Speaker, tools: Tools) -> Reply:
    """Answer what was meant. May raise `GraphDown` and `TokenProblem`, before anything was written."""
    match sequel:
        case Forget() | Leave() | Noted():
            return left(sequel, speaker, tools)
        case DoIt() | TakeBack() | Why():
            return await about_the_last_card(sequel, context, speaker, tools)
        case Other(candidates=candidates):
            choice = context.choice if context and candidates else None
            return await chosen(choice, sequel, speaker, tools) if choice else missing("choice", speaker)
        case Ask(wanted=wanted):
            return await asked_again(wanted, speaker, tools)
        case AskOwner(subject=subject):
            return await put_to_the_owners(subject, context, speaker, tools)


def left(sequel: Forget | Leave | Noted, speaker: Speaker, tools: Tools) -> Reply:
    """Nothing more is wanted: of what was talked about, of what was offered, or at all."""
    match sequel:
        case Forget():
            tools.contexts.forget(speaker)
            return Reply("help", forgotten(speaker.voice), aside=True)
        case Leave():
            return Reply("help", forgotten(speaker.voice))
        case Noted():
            return Reply("help", noted(speaker.voice), aside=True)


def missing(what: Missing, speaker: Speaker) -> Reply:
    """There is nothing on the last card that this could be about."""
    return Reply("help", nothing_there(what, speaker.voice), aside=True)


async def asked_again(wanted: Wanted, speaker: Speaker, tools: Tools) -> Reply:
    """A question; what nothing here answers isn't looked up either."""
    if not explaining(wanted.symptom, wanted.operation):
        return Reply("not_yet", not_yet(wanted.symptom, speaker.voice), wanted=wanted)
    return await answered(wanted, speaker, tools)


async def put_to_the_owners(subject: Subject, context: Context | None, speaker: Speaker, tools: Tools) -> Reply:
    """The card on which a request is written, if owners can help; the answer as it is now otherwise."""
    last = context.wanted if context else None
    fits = last is not None and last.symptom in NEEDS_AN_OWNER and last.person is None
    reply = await answered(
        last.of(subject) if last and fits else Wanted(Symptom.GROUP_EDIT, subject=subject), speaker, tools
    )
    if reply.report and (found := offer_of(reply.report, tools, AskAnOwner.id())):
        return to_confirm(*found, reply.report, speaker, tools)
    return reply


async def about_the_last_card(
    sequel: DoIt | TakeBack | Why, context: Context | None, speaker: Speaker, tools: Tools
) -> Reply:
    """What the last card offers, says was done, or rests on."""
    match sequel:
        case TakeBack():
            undo = context.undo if context else None
            return await taken_back(undo, speaker, tools) if undo else missing("undo", speaker)
        case DoIt():
            return await agreed(context, speaker, tools)
        case Why():
            return why(context.report, speaker, tools) if context and context.report else missing("yes", speaker)


async def taken_back(undo: Undo, speaker: Speaker, tools: Tools) -> Reply:
    """Undone with a nonce of its own: the button on the card stays unused."""
    return await undone(undo.model_copy(update={"nonce": tools.nonce()}), speaker, tools, pressed=False)


async def agreed(context: Context | None, speaker: Speaker, tools: Tools) -> Reply:
    """Yes: what costs little is done, what is costly is shown, and only its button does it."""
    if context and context.confirming:
        return await offered(context.confirming, speaker, tools)
    if context and context.undo and context.undo.sure:
        return await taken_back(context.undo, speaker, tools)
    report = context.report if context else None
    if report is None or (found := offer_of(report, tools)) is None:
        return missing("role" if report and takes_a_role(report) else "yes", speaker)
    return await offered(found[0], speaker, tools)


def takes_a_role(report: Report) -> bool:
    """Whether something could be done by somebody else."""
    handed = [remedy for found in report.findings.values() for remedy in found.hand_off]
    return any(remedy.roles or remedy.doing for remedy in handed)


def why(report: Report, speaker: Speaker, tools: Tools) -> Reply:
    """The answer once more, with what it rests on unfolded."""
    card = answer(report, report.question.asked, speaker.voice, tools.nonce, reasons=True)
    return Reply("answered", card, report=report)


async def chosen(choice: Choice, other: Other, speaker: Speaker, tools: Tools) -> Reply:
    """The only one that was meant, or a choice of those that may be."""
    first, *more = other.candidates
    if more:
        return choice_of(replace(choice, candidates=other.candidates), first.subject.name, speaker)
    return await asked_again(choice.wanted.filled(choice.slot, first.subject), speaker, tools)


def offer_of(report: Report, tools: Tools, kind: str = "") -> tuple[Offer, Remedy] | None:
    """The button a person means by "do it", and its remedy: the first there is, or the first of this kind."""
    for id, finding in report.findings.items():
        for remedy in [each for each in finding.remedies if kind in {"", each.id()}][:1]:
            carried = Offer(
                about=About.of(report.question),
                diagnosis=id,
                remedy=remedy.id(),
                arguments=remedy.model_dump(mode="json"),
                nonce=tools.nonce(),
            )
            return carried, remedy
    return None
