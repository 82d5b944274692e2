"""A message in, a card out."""

from dataclasses import replace

from bot.buttons import View
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnose import diagnose
from bot.diagnoses import explaining
from bot.model import Question, Subject, SubjectKind, Symptom
from bot.ports import Graph
from bot.readings.group import Group
from bot.resolve import GUID, resolve
from bot.understand import Understanding, understand
from cards.answer import answer
from cards.help import help_card
from cards.message_too_long import message_too_long
from cards.not_found import not_found
from cards.not_mine import not_mine
from cards.not_yet import not_yet
from cards.picker import picker
from cards.shared import shared
from cards.signed_out import signed_out
from cards.unsure import unsure
from cards.which_group import which_group

LONGEST = 4_000
"""Characters of a message that are still a question; the rest is a document."""
READING = (Group.scope,)
"""Without it a group can't be found at all, so that "not found" would be the wrong answer; the rest leaves gaps."""
SURE = 0.5
"""Below this confidence the bot asks what was meant."""


async def hear(text: str, speaker: Speaker, tools: Tools) -> Reply:
    """Answer a message. May raise `GraphDown`, and `TokenProblem` when the person has to sign in or consent first."""
    if len(text) > LONGEST:
        return Reply("refused", message_too_long(speaker.voice))
    meant = understand(text, speaker.locale)
    speaker = speaker.in_language(meant.language)
    reply = without_graph(meant, speaker, tools) or await about_group(meant, speaker, tools)
    return replace(reply, understood=meant)


def overheard(text: str, speaker: Speaker, asker_mri: str, tools: Tools) -> Reply:
    """Answer a message in a group chat or channel, where others read along.

    Nothing is looked up: the card is neutral, and Teams replaces it for the asker (`29:…`) with what they may see.
    """
    if len(text) > LONGEST:
        return Reply("refused", message_too_long(speaker.voice))
    meant = understand(text, speaker.locale)
    speaker = speaker.in_language(meant.language)
    reply = without_graph(meant, speaker, tools) or neutral(meant, speaker, asker_mri)
    return replace(reply, understood=meant)


def neutral(meant: Understanding, speaker: Speaker, asker_mri: str) -> Reply:
    """That something was asked, and a way for everybody to see their own answer."""
    named = meant.entity if meant.entity_kind != "user" and meant.about != "this" else None
    if not named and not speaker.this_group:
        return Reply("clarify", which_group(meant.symptom, speaker.voice))
    this = speaker.this_group.id if speaker.this_group and not named else None
    view = View(symptom=meant.symptom, id=this, entity=(named or "")[:256])
    return Reply("answered", shared(speaker.person.name, named, view, speaker.voice, (asker_mri,)))


def without_graph(meant: Understanding, speaker: Speaker, tools: Tools) -> Reply | None:
    """What can be said without reading anything; `None` when the directory has to be asked."""
    voice = speaker.voice
    match meant.symptom:
        case Symptom.HELP:
            return Reply("help", help_card(voice))
        case Symptom.ACCOUNT:
            tools.sign_out(speaker.person)
            return Reply("account", signed_out(voice))
        case Symptom.OUT_OF_SCOPE:
            return Reply("out_of_scope", not_mine(voice))
        case symptom if meant.confidence < SURE and meant.alternatives:
            choices = (symptom, *meant.alternatives)[:3]
            return Reply("clarify", unsure(choices, meant.entity or "", voice))
        case symptom:
            return None if explaining(symptom) else Reply("not_yet", not_yet(symptom, voice))


async def about_group(meant: Understanding, speaker: Speaker, tools: Tools) -> Reply:
    """Find the group that is meant, then answer."""
    named = meant.entity if meant.entity_kind != "user" else None
    if named and meant.about != "this":
        return await named_group(meant.symptom, named, speaker, tools)
    if speaker.this_group:
        return await known_group(meant.symptom, speaker.this_group, speaker, tools)
    return Reply("clarify", which_group(meant.symptom, speaker.voice))


async def named_group(symptom: Symptom, entity: str, speaker: Speaker, tools: Tools) -> Reply:
    """Look the name up with the person's own rights: one hit goes on, several are shown, none says so."""
    if GUID.fullmatch(entity):
        return await known_group(symptom, group(entity), speaker, tools)
    graph = tools.graph(speaker.person, READING)
    found = await resolve(entity, graph)
    if not found:
        return Reply("not_found", not_found(entity, speaker.voice))
    first, *others = found
    if others:
        return Reply("clarify", picker(symptom, entity, found, speaker.voice))
    return await verdict(symptom, first.subject, speaker, tools, graph)


async def known_group(symptom: Symptom, subject: Subject, speaker: Speaker, tools: Tools) -> Reply:
    """The group is known by its id: one round trip."""
    return await verdict(symptom, subject, speaker, tools, tools.graph(speaker.person, READING))


async def verdict(symptom: Symptom, subject: Subject, speaker: Speaker, tools: Tools, graph: Graph) -> Reply:
    """Diagnose and answer."""
    now = tools.clock.now()
    report = await diagnose(Question(symptom, subject, speaker.person.id, now), graph)
    outcome = "not_found" if report.vanished else "answered"
    return Reply(outcome, answer(report, now, speaker.voice, tools.nonce), report=report)


def group(id: str, name: str = "") -> Subject:
    """A group known by its id; Graph tells its name."""
    return Subject(SubjectKind.GROUP, id.lower(), name)
