"""A clean message taken as one question: a greeting, a command, or something to be read."""

from dataclasses import replace

from bot.model import Symptom
from bot.understand.asked.reading import reading
from bot.understand.commands import command, without_greeting
from bot.understand.language import detect_language, told
from bot.understand.seen import see
from bot.understand.understanding import Understanding

CERTAIN = 0.99


def one(message: str, locale: str) -> Understanding:
    """What it means."""
    known = command(message)
    if not any(sign.isalnum() for sign in message):
        return nothing_said(message, known.symptom if known else Symptom.HELP, detect_language(message, locale))
    if known is not None:
        shared = detect_language(message, locale)
        language = shared if known.language == "en" and shared == "da" else known.language
        return nothing_said(message, known.symptom, language)
    rest = without_greeting(message) or message
    meant = reading(see(rest, locale), locale, greeted=rest != message)
    skipped = len(message) - len(rest)
    return replace(meant, span=(skipped, len(message))) if skipped else meant


def nothing_said(message: str, symptom: Symptom, language: str) -> Understanding:
    """A greeting, a command, or no words at all."""
    about = "self" if symptom in {Symptom.ACCOUNT, Symptom.ABOUT} else None
    return Understanding(
        symptom,
        language,
        CERTAIN,
        about=about,
        greeting=symptom is Symptom.HELP,
        language_told=bool(told(message)),
        text=message,
        span=(0, len(message)),
    )
