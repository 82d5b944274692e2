"""Finding the group that is meant, and the verdict on it."""

import asyncio

from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.spellings import spellings
from bot.conversation.tools import Tools
from bot.diagnose import diagnose, judge, plan
from bot.diagnoses import explaining
from bot.model import Question, Report, Subject, SubjectKind, Symptom
from bot.ports import Graph
from bot.reading import Unreadable
from bot.readings.group import Group, Owners
from bot.resolve import GUID, MAIL, Candidate, resolve
from bot.texts import _
from cards.groups.not_found import not_found
from cards.groups.owners import owners_card
from cards.groups.picker import picker
from cards.report.answer import answer

IN_ENGLISH = _("I answer in English and Danish, so I guessed at what you asked.")
READING = (Group.scope,)
"""Without it a group can't be found at all, so that "not found" would be the wrong answer; the rest leaves gaps."""


async def named_group(symptom: Symptom, entity: str, speaker: Speaker, tools: Tools, *, owners: bool = False) -> Reply:
    """Look the name up with the person's own rights: one hit goes on, several are shown, none says so.

    `owners` when it is asked who owns the group.
    """
    if GUID.fullmatch(entity):
        return await known_group(symptom, group(entity), speaker, tools, owners=owners)
    graph = tools.graph(speaker.person, READING)
    found = await resolve(entity, graph) or await spelt_otherwise(entity, graph)
    if not found:
        return Reply("not_found", not_found(entity, speaker.voice), symptom=symptom, owners=owners)
    first, *others = found
    if others:
        card = picker(symptom, entity, found, speaker.voice)
        return Reply("clarify", card, candidates=found, symptom=symptom, owners=owners)
    return await verdict(symptom, first.subject, speaker, tools, graph, owners=owners)


async def spelt_otherwise(entity: str, graph: Graph) -> tuple[Candidate, ...]:
    """The groups it stands for when it was typed without Nordic letters; those of the first spelling that finds any."""
    others = () if MAIL.fullmatch(entity) else spellings(entity)
    found = await asyncio.gather(*(resolve(each, graph) for each in others))
    return next((each for each in found if each), ())


async def known_group(
    symptom: Symptom, subject: Subject, speaker: Speaker, tools: Tools, *, owners: bool = False
) -> Reply:
    """The group is known by its id: one round trip."""
    return await verdict(symptom, subject, speaker, tools, tools.graph(speaker.person, READING), owners=owners)


async def verdict(
    symptom: Symptom, subject: Subject, speaker: Speaker, tools: Tools, graph: Graph, *, owners: bool
) -> Reply:
    """Diagnose and answer, or say who owns it."""
    now = tools.clock.now()
    if owners:
        return await ownership(Question(Symptom.GROUP_EDIT, subject, speaker.person.id, now), speaker, tools, graph)
    return told(await diagnose(Question(symptom, subject, speaker.person.id, now), graph), speaker, tools)


def told(report: Report, speaker: Speaker, tools: Tools) -> Reply:
    """The report as an answer."""
    outcome = "not_found" if report.vanished else "answered"
    lead = IN_ENGLISH if speaker.foreign else None
    return Reply(outcome, answer(report, report.question.asked, speaker.voice, tools.nonce, lead), report=report)


async def ownership(question: Question, speaker: Speaker, tools: Tools, graph: Graph) -> Reply:
    """Who owns the group, as far as this person may see; of one that is deleted or gone, what became of it."""
    diagnoses = explaining(question.symptom)
    readings = await graph.read(tuple(dict.fromkeys((*plan(diagnoses), Owners))), question.subject.id, question.asker)
    report = judge(question, diagnoses, readings)
    lead = IN_ENGLISH if speaker.foreign else None
    match readings[Group], readings[Owners]:
        case ((Group() as found), ((Owners() | Unreadable()) as owners)):
            card = owners_card(report, found, owners, speaker.voice, tools.nonce, lead)
            return Reply("answered", card, report=report, owners=True)
        case _:
            return told(report, speaker, tools)


def group(id: str, name: str = "") -> Subject:
    """A group known by its id; Graph tells its name."""
    return Subject(SubjectKind.GROUP, id.lower(), name)
