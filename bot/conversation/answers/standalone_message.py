"""A message that doesn't follow on another, answered from what it says."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.answers.about import about, forgotten, wants_forgetting, wants_out
from bot.conversation.answers.acting import to_confirm
from bot.conversation.answers.looking_up import asking
from bot.conversation.answers.sequels import offer_of
from bot.conversation.answers.verdicts import IN_ENGLISH, answered
from bot.conversation.meaning.asked import asked, of_a_person
from bot.conversation.meaning.bare_names import bare_name, looks_named
from bot.conversation.meaning.deeds import deed, looked_into
from bot.conversation.meaning.pointing import about_something_else
from bot.conversation.meaning.sequel import SURE
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.conversation.unresolved_question import Wanted
from bot.diagnoses import explaining
from bot.model import SubjectKind, Symptom
from bot.remedies.add_owner import AddOwner
from bot.remedy import Danger
from bot.subjects.spelling import GUID, MAIL
from bot.symptoms import SYMPTOMS
from bot.understand import Understanding
from bot.understand.asked.beyond_doubt import MOSTLY
from bot.understand.names.people import is_person
from cards.sign_in.signed_out import signed_out
from cards.talk.help import help_card
from cards.unclear.clues import clue
from cards.unclear.no_people import no_people
from cards.unclear.not_mine import not_mine
from cards.unclear.not_yet import not_yet
from cards.unclear.unsure import unsure

LONGEST = 4_000
"""Characters of a message that are still a question; the rest is a document."""


async def on_its_own(meant: Understanding, text: str, speaker: Speaker, tools: Tools) -> Reply:
    """Answer what it says. May raise `GraphDown` and `TokenProblem`."""
    if meant.clues and (said := clue(meant.clues)) and nameless(of_a_group := asked(hinted(meant), speaker)):
        return asking(of_a_group, "entity", speaker, said)
    if meant.symptom is Symptom.ACCOUNT and wants_forgetting(text):
        return await forgotten(speaker, tools)
    if name := named_alone(text, meant):
        return unclear(mostly_asked_of(name), replace(meant, entity=name), speaker)
    wanted = asked(meant, speaker)
    if (remedy := deed(text)) and wanted.kind is SubjectKind.GROUP and not (nameless(wanted) or of_a_person(meant)):
        return await told_to(remedy, wanted, meant, speaker, tools)
    return without_graph(meant, text, speaker, tools) or await answered(wanted, speaker, tools)


async def told_to(remedy: str, wanted: Wanted, meant: Understanding, speaker: Speaker, tools: Tools) -> Reply:
    """The card that asks first, when something costly was asked for that the answer offers; else the answer."""
    if remedy == AddOwner.id() and meant.other_before and not wanted.other:
        whoever = replace(wanted, symptom=Symptom.GROUP_OWNERS, operation=None, somebody=True)
        return asking(whoever, "person", speaker)
    reply = await answered(looked_into(remedy, wanted), speaker, tools)
    found = offer_of(reply.report, tools, remedy) if reply.report else None
    if found and reply.report and found[1].danger is not Danger.REVERSIBLE:
        return to_confirm(*found, reply.report, speaker, tools)
    unanswered = wanted.symptom is not looked_into(remedy, wanted).symptom and not explaining(wanted.symptom)
    return Reply("not_yet", not_yet(wanted.symptom, speaker.voice), wanted=wanted) if unanswered else reply


def without_graph(meant: Understanding, text: str, speaker: Speaker, tools: Tools) -> Reply | None:
    """What can be said without reading anything; `None` when the directory has to be asked."""
    if of_a_person(meant):
        return Reply("not_yet", no_people(speaker.voice))
    return by_symptom(meant, text, speaker, tools)


def by_symptom(meant: Understanding, text: str, speaker: Speaker, tools: Tools) -> Reply | None:
    """What the symptom alone lets one say."""
    voice = speaker.voice
    match meant.symptom:
        case Symptom.HELP:
            return Reply("help", help_card(voice))
        case Symptom.ACCOUNT if wants_out(text):
            tools.sign_out(speaker.person)
            tools.contexts.forget(speaker)
            return Reply("account", signed_out(voice))
        case Symptom.ABOUT | Symptom.ACCOUNT:
            return about(speaker, tools)
        case Symptom.OUT_OF_SCOPE if not doubtful(meant):
            return Reply("out_of_scope", not_mine(voice))
        case symptom if meant.confidence < SURE and meant.alternatives:
            return unclear((symptom, *meant.alternatives)[:3], meant, speaker)
        case symptom:
            wanted = asked(meant, speaker)
            answers = explaining(wanted.symptom, wanted.operation)
            return None if answers else Reply("not_yet", not_yet(symptom, voice), wanted=wanted)


def unclear(choices: Sequence[Symptom], meant: Understanding, speaker: Speaker) -> Reply:
    """What do you mean?"""
    lead = IN_ENGLISH if speaker.foreign else None
    name = meant.entity or next(iter(meant.leftovers), "")
    return Reply("clarify", unsure(choices, name, speaker.voice, lead))


def named_alone(text: str, meant: Understanding) -> str | None:
    """The name that a message is and nothing else, when it is written like one: "Sales", "lee gu", an address.

    It says nothing of what is wanted: what the models read then comes from the words in the name.
    """
    strange = meant.symptom is Symptom.OUT_OF_SCOPE and not about_something_else(text)
    name = bare_name(text, meant, awaited=strange)
    return name if name and (looks_named(name) or is_person(name) or is_exact(name)) else None


def is_exact(name: str) -> bool:
    """Whether it is a mail address or an id, which may be a person's or a group's."""
    return bool(MAIL.fullmatch(name) or GUID.fullmatch(name))


def mostly_asked_of(name: str) -> Sequence[Symptom]:
    """What people mostly want to know of what is called this."""
    if is_exact(name):
        return (Symptom.GROUP_EDIT, Symptom.GROUP_MEMBERS, Symptom.PHOTO_MISSING)
    return MOSTLY["user" if is_person(name) else "group"]


def doubtful(meant: Understanding) -> bool:
    """Whether it may be about something known here after all, though it reads most like something else."""
    return meant.confidence < SURE and any(SYMPTOMS[each].kind and explaining(each) for each in meant.alternatives)


def hinted(meant: Understanding) -> Understanding:
    """An error message alone is mostly about a group that can't be changed."""
    known = SYMPTOMS[meant.symptom].kind is SubjectKind.GROUP and explaining(meant.symptom, meant.operation)
    return meant if known else replace(meant, symptom=Symptom.GROUP_EDIT, operation=None)


def nameless(wanted: Wanted) -> bool:
    """Whether nothing says what it is of."""
    return wanted.subject is None and not wanted.names
