"""A pressed button in, a card out. What it carries is hostile until it has been checked against a fresh look."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.buttons import Again, Asked, BadButton, Button, Confirm, Decline, Grant, Meant, Offer, Pick, Undo, View, read
from bot.conversation.answers.acting import confirmed, offered
from bot.conversation.answers.standalone_message import without_graph
from bot.conversation.answers.undoing import undone
from bot.conversation.answers.verdicts import answered
from bot.conversation.meaning.asked import asked
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.conversation.unresolved_question import Named, Wanted
from bot.conversation.unresolved_question import again as once_more
from bot.diagnoses import explaining
from bot.model import Operation, Subject, SubjectKind, Symptom
from bot.resolve import LONGEST
from bot.subjects.spelling import GUID
from bot.symptoms import SYMPTOMS
from bot.understand import Understanding
from cards.talk.bad_button import bad_button


async def press(verb: str, data: Mapping[str, Any], speaker: Speaker, tools: Tools) -> Reply:
    """Answer a button. May raise `GraphDown` and `TokenProblem`, before anything was written."""
    try:
        button, filled_in = read(verb, data)
        speaker = speaker.in_language(button.language)
        inputs = {name: writable(value) for name, value in filled_in.items()}
        if isinstance(button, Offer | Undo | Grant | Decline):
            return tools.remember(await deed(button, inputs, speaker, tools), speaker)
        return tools.remember(await question(button, inputs, speaker, tools), speaker)
    except BadButton:
        return Reply("refused", bad_button(speaker.voice))


def writable(text: str) -> str:
    """The text without what a database can't hold and nobody can see: control signs, half characters."""
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})


async def deed(
    button: Offer | Undo | Grant | Decline, inputs: Mapping[str, str], speaker: Speaker, tools: Tools
) -> Reply:
    """Buttons that change something, or lead there."""
    match button:
        case Confirm():  # before Offer: every Confirm is one
            return await confirmed(button, inputs, speaker, tools)
        case Offer():
            return await offered(button, speaker, tools)
        case Undo():
            return await undone(button, speaker, tools)
        case Grant() | Decline():
            return await tools.owners_answers().answered(button, speaker)


async def question(button: Button, inputs: Mapping[str, str], speaker: Speaker, tools: Tools) -> Reply:
    """Buttons that ask again, or say what was meant."""
    match button:
        case Again():
            return await again(button, speaker, tools)
        case Pick(slot=slot, id=id):
            kind = SYMPTOMS[button.symptom].kind if slot == "entity" else SubjectKind.USER
            if kind is None:
                raise BadButton("of nothing")
            return await wanted_by(carried(button).filled(slot, Subject(kind, id.lower(), "")), speaker, tools)
        case View():
            return replace(await viewed(button, speaker, tools), shared=button)
        case Meant():
            return await meant(button, inputs, speaker, tools)
        case _:
            raise BadButton("nothing here answers it")


async def again(button: Again, speaker: Speaker, tools: Tools) -> Reply:
    """The question once more, of the same objects."""
    asked = button.about.question(speaker.person.id, tools.clock.now())
    if asked.subject.kind is not SYMPTOMS[asked.symptom].kind:
        raise BadButton("not of this kind of thing")
    return await wanted_by(once_more(asked), speaker, tools)


async def wanted_by(wanted: Wanted, speaker: Speaker, tools: Tools) -> Reply:
    """The answer, if anything here explains it; raises `BadButton`, since finding nothing would look like health."""
    explained(wanted.symptom, wanted.operation)
    return await answered(wanted, speaker, tools)


def explained(symptom: Symptom, operation: Operation | None) -> None:
    """Raises `BadButton` when nothing here explains it."""
    if not explaining(symptom, operation):
        raise BadButton("nothing explains it")


async def viewed(button: View, speaker: Speaker, tools: Tools) -> Reply:
    """The presser's own answer to what was asked in a shared chat."""
    explained(button.symptom, button.operation)
    return await answered(of_whom(button, speaker), speaker, tools)


def of_whom(button: Asked, speaker: Speaker) -> Wanted:
    """What a button asks; where it names nothing it is of the presser, or of their organisation."""
    wanted = carried(button)
    if button.entity.strip():
        return wanted
    match wanted.kind:
        case SubjectKind.USER:
            return wanted.of(Subject(SubjectKind.USER, speaker.person.id, speaker.person.name))
        case SubjectKind.TENANT:
            return wanted.of(Subject(SubjectKind.TENANT, speaker.person.tenant, ""))
        case _:
            raise BadButton("about nothing")


def carried(button: Asked) -> Wanted:
    """The question on a button, its objects as words or ids."""
    kind = SYMPTOMS[button.symptom].kind
    name = button.entity.strip()
    wanted = Wanted(
        button.symptom,
        button.operation,
        detail=button.detail,
        person=somebody(button.person),
        compared=somebody(button.compared),
        other=somebody(button.other),
    )
    if GUID.fullmatch(name) and kind:
        return wanted.of(Subject(kind, name.lower(), ""))
    return wanted.called(name) if name else wanted


def somebody(typed: str) -> Named:
    """A person by name or id."""
    name = typed.strip()
    return Subject(SubjectKind.USER, name.lower(), "") if GUID.fullmatch(name) else name or None


async def meant(button: Meant, inputs: Mapping[str, str], speaker: Speaker, tools: Tools) -> Reply:
    """As if it had been written: the symptom is the button's, the name typed on the card or the button's too."""
    wanted, name = carried(button), inputs.get("entity", "").strip()[:LONGEST]
    if name:
        wanted = wanted.filled(button.slot, name)
    said = Understanding(button.symptom, button.language, 1.0, operation=button.operation, detail=button.detail)
    if reply := without_graph(said, SYMPTOMS[said.symptom].called.template, speaker, tools):
        return reply
    nothing = wanted.subject is None and not wanted.names
    return await answered(of_place(said, wanted, speaker) if nothing else wanted, speaker, tools)


def of_place(said: Understanding, wanted: Wanted, speaker: Speaker) -> Wanted:
    """It, of what the place or the person stands for, when no name was given."""
    place = asked(said, speaker)
    return replace(wanted, subject=place.subject, names=place.names)
