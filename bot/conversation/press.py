"""A pressed button in, a card out. What it carries is hostile until it has been checked against a fresh look."""

from collections.abc import Mapping
from typing import Any

from cards.bad_button import bad_button

from bot.buttons import Again, BadButton, Button, Confirm, Decline, Grant, Meant, Offer, Pick, Undo, View, read
from bot.conversation.act import confirmed, offered, undone
from bot.conversation.hear import group, known_group, named_group
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.model import SubjectKind


async def press(verb: str, data: Mapping[str, Any], speaker: Speaker, tools: Tools) -> Reply:
    """Answer a button. May raise `GraphDown` and `TokenProblem`, before anything was written."""
    try:
        button, inputs = read(verb, data)
        speaker = speaker.in_language(button.language)
        if isinstance(button, Offer | Undo | Grant | Decline):
            return await deed(button, inputs, speaker, tools)
        return await question(button, inputs, speaker, tools)
    except BadButton:
        return Reply("refused", bad_button(speaker.voice))


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
    """Buttons that ask again, or ask what was meant."""
    match button:
        case Again(about=about) if about.kind is SubjectKind.GROUP:
            return await known_group(about.symptom, group(about.id), speaker, tools)
        case Pick(symptom=symptom, kind=SubjectKind.GROUP, id=id):
            return await known_group(symptom, group(id), speaker, tools)
        case View(symptom=symptom, id=str() as id):
            return await known_group(symptom, group(id), speaker, tools)
        case View(symptom=symptom, entity=entity) | Meant(symptom=symptom, entity=entity):
            return await named_group(symptom, name_in(inputs, entity), speaker, tools)
        case _:
            raise BadButton("nothing here answers it")


def name_in(inputs: Mapping[str, str], entity: str) -> str:
    """The name typed on the card, or the one the button brought."""
    name = (inputs.get("entity") or entity).strip()[:256]
    if not name:
        raise BadButton("no name")
    return name
