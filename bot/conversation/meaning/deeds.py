"""Messages that tell the bot to do something costly, "move Økonomi to the cloud": they open the card that asks."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.meaning.phrases import LEAD
from bot.conversation.unresolved_question import Wanted
from bot.model import Operation, Symptom

BEGIN = rf"\W*{LEAD}(?:(?:can|could|will|would) you |(?:kan|vil|kunne) du )?(?:please |lige |venligst )?"
POLITE = re.compile(r"\W*(?:can|could|will|would|kan|vil|kunne) (?:you|du)\b", re.I)
CLOUD = r"(?:the )?(?:cloud|entra(?: id)?|skyen|sky)"
PHOTO = r"(?:my|mit) (?:own |eget )?(?:profile |profil)?(?:photo|picture|billede|foto)"
PLEASE = r"(?: (?:please|now|tak|nu))?\W*"
DEEDS: Mapping[str, re.Pattern[str]] = {
    "move_group_to_cloud": re.compile(
        rf"{BEGIN}(?:move|migrate|convert|transfer|flyt(?:te)?|overføre?|migrere?|konvertere?)\b.{{1,300}}"
        rf"\b(?:to|into|til|op i|over i|i)\s+{CLOUD}\b.{{0,40}}",
        re.I | re.S,
    ),
    "remove_group_licenses": re.compile(
        rf"{BEGIN}(?:remove|take|fjern|tag)\b.{{0,60}}\b(?:licen[cs]es?|licens(?:en|er|erne)?)\b.{{0,300}}", re.I | re.S
    ),
    "remove_photo": re.compile(
        rf"{BEGIN}(?:remove|delete|get rid of|slet(?:te)?|fjerne?) {PHOTO}{PLEASE}"
        rf"|\W*(?:i want|i'd like|jeg vil (?:gerne )?have) {PHOTO} "
        rf"(?:gone|removed|deleted|væk|fjernet|slettet){PLEASE}",
        re.I,
    ),
    "add_owner": re.compile(rf"{BEGIN}(?:make|gør)\b.{{1,200}}\b(?:an? )?(?:owner|ejer)\b.{{0,200}}", re.I | re.S),
}
"""Remedy id → how it is asked for."""


def deed(text: str) -> str | None:
    """The id of the remedy a message asks for; `None` when it asks a question, or for nothing known."""
    if text.rstrip().endswith("?") and not re.match(
        r"\W*(?:can|could|will|would|kan|vil|kunne) (?:you|du)\b", text, re.I
    ):
        return None
    return next((id for id, words in DEEDS.items() if words.fullmatch(text)), None)


def of_oneself(text: str) -> bool:
    """Whether a message asks for something to be done to whoever writes it, which no card before it can be about."""
    return deed(text) == "remove_photo"


def looked_into(remedy: str, wanted: Wanted) -> Wanted:
    """The question whose answer offers what is to be done; made an owner is whoever was named."""
    match remedy:
        case "remove_group_licenses":
            return replace(wanted, symptom=Symptom.GROUP_DELETE, operation=None)
        case "remove_photo":
            return replace(wanted, symptom=Symptom.PHOTO_REFUSED, operation=Operation.REMOVE_PHOTO)
        case "add_owner" if wanted.other:
            return replace(wanted, symptom=Symptom.GROUP_OWNERS, operation=None, person=wanted.other, other=None)
        case _:
            return wanted
