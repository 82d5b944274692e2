"""From text to what is meant, in English and Danish: the symptom, whom or what it concerns, and how sure that is.

Knowledge and training together: `concepts/` holds what things are called and what can be wrong with them, `glosses/`
what means the same in two languages, and the models learn from `sentences/` what follows. No network, no clock; data
files are read at the first message (or by `warm_up`).
"""

from dataclasses import dataclass

from bot.model import Symptom
from bot.understand.about import about_whom
from bot.understand.cleaning import clean
from bot.understand.commands import command, without_greeting
from bot.understand.concepts_seen import warm
from bot.understand.features import features
from bot.understand.language import detect_language as language_of
from bot.understand.linear_model import model
from bot.understand.names.asked_about import asked_about
from bot.understand.names.tagger import tagger
from bot.understand.seen import Seen, see

__all__ = ["Understanding", "detect_language", "understand", "warm_up"]
OFFERED = 3
"""Other readings that are offered at most."""
LIKELY = 0.005
"""Below this probability a reading is not worth offering."""
CERTAIN = 0.99


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message means.

    `language` is an ISO code, `confidence` the probability of `symptom`, 0 to 1; `alternatives` are the next likeliest.
    `entity` is the named group or person exactly as typed and `entity_kind` "group" or "user"; `about` is "self",
    "other", "this" (this group), "tenant" or None; `greeting` when the message is or begins with one.
    """

    symptom: Symptom
    language: str
    confidence: float
    alternatives: tuple[Symptom, ...] = ()
    entity: str | None = None
    entity_kind: str | None = None
    about: str | None = None
    greeting: bool = False


def understand(text: str, locale: str = "en-US") -> Understanding:
    """What a person means by `text`; `locale` is the client's, and only settles doubts. Never raises."""
    message = clean(text)
    if not any(sign.isalnum() for sign in message):
        known = command(message)
        return nothing_said(known.symptom if known else Symptom.HELP, detect_language(message, locale))
    known = command(message)
    if known is not None:
        shared = detect_language(message, locale)
        language = shared if known.language == "en" and shared == "da" else known.language
        return nothing_said(known.symptom, language)
    rest = without_greeting(message)
    return reading(see(rest or message, locale), greeted=rest != message)


def detect_language(text: str, locale: str = "en-US") -> str:
    """ISO code of the language of `text`: "en", "da", or a guess at another; `locale` settles a draw."""
    return language_of(clean(text), locale)


def warm_up() -> None:
    """Reads every data file now instead of at the first message."""
    warm()
    understand("Why can't I edit Marketing DK?")
    understand("Hvorfor kan jeg ikke redigere gruppen?")


def nothing_said(symptom: Symptom, language: str) -> Understanding:
    """A greeting, a command, or no words at all."""
    about = "self" if symptom is Symptom.ACCOUNT else None
    return Understanding(symptom, language, CERTAIN, about=about, greeting=symptom is Symptom.HELP)


def reading(seen: Seen, *, greeted: bool) -> Understanding:
    """The meaning of a message that says something."""
    meant = model().meaning(features(seen))
    likely = sorted(meant.symptoms.items(), key=lambda each: -each[1])
    symptom = Symptom(likely[0][0])
    topic = symptom.value.split(".")[0]
    named = asked_about(seen.text, tagger().names(seen.text, seen.names, topic), seen.names, topic)
    return Understanding(
        symptom=symptom,
        language=seen.language,
        confidence=round(likely[0][1], 3),
        alternatives=tuple(Symptom(other) for other, chance in likely[1 : OFFERED + 1] if chance >= LIKELY),
        entity=named.text if named else None,
        entity_kind=named.kind if named else None,
        about=about_whom(symptom, meant.about, seen.concepts, named.kind if named else None),
        greeting=greeted,
    )
