"""Messages that tell the bot to do something costly, "move Økonomi to the cloud": they open the card that asks."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.meaning.phrases import LEAD
from bot.conversation.unresolved_question import Wanted
from bot.model import Symptom

BEGIN = rf"\W*{LEAD}(?:(?:can|could|will|would) you |(?:kan|vil|kunne) du )?(?:please |lige |venligst )?"
POLITE = re.compile(r"\W*(?:can|could|will|would|kan|vil|kunne) (?:you|du)\b", re.I)
CLOUD = r"(?:the )?(?:cloud|entra(?: id)?|skyen|sky)"
DEEDS: Mapping[str, re.Pattern[str]] = {
    "move_group_to_cloud": re.compile(
        rf"{BEGIN}(?:move|migrate|convert|transfer|flyt(?:te)?|overføre?|migrere?|konvertere?)\b.{{1,300}}"
        rf"\b(?:to|into|til|op i|over i|i)\s+{CLOUD}\b.{{0,40}}",
        re.I | re.S,
    ),
    "remove_group_licenses": re.compile(
        rf"{BEGIN}(?:remove|take|fjern|tag)\b.{{0,60}}\b(?:licen[cs]es?|licens(?:en|er|erne)?)\b.{{0,300}}", re.I | re.S
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


def looked_into(remedy: str, wanted: Wanted) -> Wanted:
    """The question whose answer offers what is to be done; made an owner is whoever was named."""
    match remedy:
        case "remove_group_licenses":
            return replace(wanted, symptom=Symptom.GROUP_DELETE, operation=None)
        case "add_owner" if wanted.other:
            return replace(wanted, symptom=Symptom.GROUP_OWNERS, operation=None, person=wanted.other, other=None)
        case _:
            return wanted
