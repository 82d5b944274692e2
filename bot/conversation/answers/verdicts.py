"""The verdict on questions whose objects are known: all of a message's are read in one wave."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.answers.looking_up import Settled, gates, settled
from bot.conversation.answers.under_way import going_on
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.conversation.unresolved_question import Wanted
from bot.diagnose import diagnose_all
from bot.model import Question, Report, Subject
from bot.ports import Graph
from bot.texts import Text, _
from cards.report.answer import answer
from cards.subjects.difference import difference

IN_ENGLISH = _("I answer in English and Danish, so I guessed at what you asked.")


async def answered(wanted: Wanted, speaker: Speaker, tools: Tools, lead: Text | None = None) -> Reply:
    """The answer to one question; `lead` is said first. May raise `GraphDown` and `TokenProblem`."""
    (reply,) = await all_answered((wanted,), speaker, tools, lead)
    return reply


async def all_answered(
    wanted: Sequence[Wanted], speaker: Speaker, tools: Tools, lead: Text | None = None, row: str = ""
) -> tuple[Reply, ...]:
    """The answers to several: one round trip for the names, one for everything else.

    Only one when `row`, the names as they stand in the message, turns out to be the name of one group.
    """
    graph = tools.graph(speaker.person, gates(wanted))
    ready = await settled(wanted, speaker, graph, row)
    questions = [questions_of(each, speaker, tools) if isinstance(each, Settled) else () for each in ready]
    reports = iter(await read([question for each in questions for question in each], graph))
    replies: list[Reply] = []
    for each, asked in zip(ready, questions, strict=True):
        own = [next(reports) for _question in asked]
        replies.append(await said(each, own, speaker, tools, lead) if isinstance(each, Settled) else each)
    return tuple(replies)


async def said(settled: Settled, reports: Sequence[Report], speaker: Speaker, tools: Tools, lead: Text | None) -> Reply:
    """The answer, unless it is being put right just now."""
    going = await going_on(reports[0], speaker, tools) if len(reports) == 1 else None
    return going or told(settled, reports, speaker, tools, lead)


async def read(questions: Sequence[Question], graph: Graph) -> Sequence[Report]:
    """All reports; nothing is asked of Graph when there is no question."""
    return await diagnose_all(questions, graph) if questions else ()


def questions_of(settled: Settled, speaker: Speaker, tools: Tools) -> tuple[Question, ...]:
    """The question, and when two people are compared the same one for the other."""
    people = (settled.person, settled.compared) if compares(settled) else (settled.person,)
    return tuple(question(settled, person, speaker, tools) for person in people)


def compares(settled: Settled) -> bool:
    """Whether it asks what two people have and haven't; the one it works for may be the asker."""
    return settled.wanted.compared is not None and settled.person != settled.compared


def question(settled: Settled, person: Subject | None, speaker: Speaker, tools: Tools) -> Question:
    """It, for this person."""
    return Question(
        symptom=settled.wanted.symptom,
        subject=settled.subject,
        asker=speaker.person.id,
        asked=tools.clock.now(),
        person=person.id if person else "",
        operation=settled.wanted.operation,
        detail=settled.wanted.detail,
        other=settled.other,
    )


def told(settled: Settled, reports: Sequence[Report], speaker: Speaker, tools: Tools, lead: Text | None) -> Reply:
    """The report as an answer, or two as their difference."""
    report, *works_for = reports
    outcome = "not_found" if report.vanished else "answered"
    known = settled.wanted.of(report.question.subject)
    wanted = replace(known, person=settled.person, compared=settled.compared, other=settled.other)
    if works_for:
        card = difference(report, works_for[0], speaker.voice, tools.nonce)
        return Reply(outcome, card, report=report, compared=works_for[0], wanted=wanted)
    said = lead or settled.lead or (IN_ENGLISH if speaker.foreign else None)
    return Reply(
        outcome, answer(report, report.question.asked, speaker.voice, tools.nonce, said), report=report, wanted=wanted
    )
