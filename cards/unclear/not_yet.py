"""Understood, but nothing here can answer it yet."""

from bot.model import Symptom
from bot.symptoms import SYMPTOMS
from bot.texts import Voice, _
from cards import kit


def not_yet(symptom: Symptom, voice: Voice) -> kit.Card:
    """An honest sentence, and Microsoft's own page."""
    said = _("I understand what you're asking, but I can't look into that yet.")
    page = SYMPTOMS[symptom].page
    return kit.card([kit.paragraph(said, voice), kit.link(_("What Microsoft says about it"), page, voice)], said, voice)
