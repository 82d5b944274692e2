"""A pressed button in, a card out. What it carries is hostile until it has been checked against a fresh look."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.buttons import Again, BadButton, Button, Confirm, Decline, Grant, Meant, Offer, Pick, Undo, View, read
from bot.conversation.act import confirmed, offered, undone
from bot.conversation.look_up import group, known_group, named_group
from bot.conversation.on_its_own import about_group, without_graph
from bot.conversation.remembering import remember
from bot.conversation.reply import Reply
from bot.conversation.speaker import Speaker
from bot.conversation.tools import Tools
from bot.diagnoses import explaining
from bot.model import SubjectKind, Symptom
from bot.understand import Understanding
from cards.talk.bad_button import bad_button

LONGEST_NAME = 256
"""Characters of a group's name: https://learn.microsoft.com/graph/api/resources/group"""


async def press(verb: str, data: Mapping[str, Any], speaker: Speaker, tools: Tools) -> Reply:
    """Answer a button. May raise `GraphDown` and `TokenProblem`, before anything was written."""
    try:
        button, filled_in = read(verb, data)
        speaker = speaker.in_language(button.language)
        inputs = {name: writable(value) for name, value in filled_in.items()}
        if isinstance(button, Offer | Undo | Grant | Decline):
            return remember(await deed(button, inputs, speaker, tools), speaker, tools)
        return remember(await question(button, inputs, speaker, tools), speaker, tools)
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
    """Buttons that ask again, or ask what was meant."""
    match button:
        case Again(about=about) if about.kind is SubjectKind.GROUP:
            return await known_group(explained(about.symptom), group(about.id), speaker, tools)
        case Pick(symptom=symptom, kind=SubjectKind.GROUP, id=id):
            owners = after_whose(symptom, speaker, tools)
            return await known_group(explained(symptom), group(id), speaker, tools, owners=owners)
        case View():
            return replace(await viewed(button, speaker, tools), shared=button)
        case Meant():
            return await meant(button, inputs, speaker, tools)
        case _:
            raise BadButton("nothing here answers it")


async def viewed(button: View, speaker: Speaker, tools: Tools) -> Reply:
    """The presser's own answer to what was asked in a shared chat."""
    if button.id:
        return await known_group(explained(button.symptom), group(button.id), speaker, tools)
    if not button.entity.strip():
        raise BadButton("about nothing")
    return await named_group(explained(button.symptom), button.entity, speaker, tools)


def after_whose(symptom: Symptom, speaker: Speaker, tools: Tools) -> bool:
    """Whether the card this was pressed on asked for the group whose owners the person wants to know."""
    context = tools.contexts.of(speaker, tools.clock.now())
    return context is not None and context.owners and context.subject is None and context.symptom is symptom


async def meant(button: Meant, inputs: Mapping[str, str], speaker: Speaker, tools: Tools) -> Reply:
    """As if it had been written: the symptom is the button's, the name typed on the card or the button's too."""
    name = (inputs.get("entity") or button.entity).strip()[:LONGEST_NAME]
    said = Understanding(button.symptom, button.language, 1.0, entity=name or None, entity_kind="group")
    owners = after_whose(button.symptom, speaker, tools)
    return without_graph(said, speaker, tools) or await about_group(said, speaker, tools, owners=owners)


def explained(symptom: Symptom) -> Symptom:
    """The symptom, if anything here explains it; raises `BadButton`, since finding nothing would look like health."""
    if not explaining(symptom):
        raise BadButton("nothing explains it")
    return symptom
