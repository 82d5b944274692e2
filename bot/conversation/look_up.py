"""Finding the group that is meant, and the verdict on it."""

from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnose import diagnose
from bot.model import Question, Subject, SubjectKind, Symptom
from bot.ports import Graph
from bot.readings.group import Group
from bot.resolve import GUID, resolve
from bot.texts import _
from cards.answer import answer
from cards.not_found import not_found
from cards.picker import picker

IN_ENGLISH = _("I answer in English and Danish, so I guessed at what you asked.")
READING = (Group.scope,)
"""Without it a group can't be found at all, so that "not found" would be the wrong answer; the rest leaves gaps."""


async def named_group(symptom: Symptom, entity: str, speaker: Speaker, tools: Tools) -> Reply:
    """Look the name up with the person's own rights: one hit goes on, several are shown, none says so."""
    if GUID.fullmatch(entity):
        return await known_group(symptom, group(entity), speaker, tools)
    graph = tools.graph(speaker.person, READING)
    found = await resolve(entity, graph)
    if not found:
        return Reply("not_found", not_found(entity, speaker.voice), symptom=symptom)
    first, *others = found
    if others:
        return Reply("clarify", picker(symptom, entity, found, speaker.voice), candidates=found, symptom=symptom)
    return await verdict(symptom, first.subject, speaker, tools, graph)


async def known_group(symptom: Symptom, subject: Subject, speaker: Speaker, tools: Tools) -> Reply:
    """The group is known by its id: one round trip."""
    return await verdict(symptom, subject, speaker, tools, tools.graph(speaker.person, READING))


async def verdict(symptom: Symptom, subject: Subject, speaker: Speaker, tools: Tools, graph: Graph) -> Reply:
    """Diagnose and answer."""
    now = tools.clock.now()
    report = await diagnose(Question(symptom, subject, speaker.person.id, now), graph)
    outcome = "not_found" if report.vanished else "answered"
    card = answer(report, now, speaker.voice, tools.nonce, IN_ENGLISH if speaker.foreign else None)
    return Reply(outcome, card, report=report)


def group(id: str, name: str = "") -> Subject:
    """A group known by its id; Graph tells its name."""
    return Subject(SubjectKind.GROUP, id.lower(), name)
