"""Who is speaking, where, and how to answer them."""

from dataclasses import dataclass, replace
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from bot.model import Subject
from bot.ports import Person
from bot.texts import LANGUAGES, Voice, zone

REGIONS = {"en": "en_GB", "da": "da_DK"}
"""Where a language is assumed to be spoken: English dates in a form nobody can misread."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person at one moment of one conversation."""

    person: Person
    conversation: str
    """The Bot Framework's conversation id."""
    voice: Voice
    this_group: Subject | None = None
    """What "this group" means here: the Microsoft 365 group of the team whose channel it is."""
    foreign: bool = False
    """Whether they wrote in a language the bot only guesses at."""

    @property
    def locale(self) -> str:
        """The language of their client, as BCP 47 spells it ("da-DK")."""
        return self.voice.region.replace("_", "-")

    def in_language(self, language: str) -> "Speaker":
        """This speaker, answered in `language` when the bot speaks it, else in English."""
        return replace(self, voice=in_language(self.voice, language), foreign=language not in LANGUAGES)


def in_language(voice: Voice, language: str) -> Voice:
    """This way of speaking, in `language`, when the bot speaks it, else in English."""
    if language == voice.language:
        return voice
    spoken = language if language in LANGUAGES else "en"
    return replace(voice, language=spoken, region=REGIONS[spoken])


LONGEST_TAG = 35
"""What RFC 5646 §4.4.1 says every program has to take; a language and a region need eleven."""


def voice(client_locale: str, timezone: str) -> Voice:
    """How to speak to somebody whose Teams client says this ("da-DK", "Europe/Copenhagen").

    Anybody can say anything, and what is said is kept for a while: so only what could be a language tag is.
    """
    tag = client_locale if len(client_locale) <= LONGEST_TAG and client_locale.isascii() else "en"
    return known_voice(tag, timezone)


@lru_cache(maxsize=1000)  # whoever writes says what their client speaks: it must not grow for ever
def known_voice(client_locale: str, timezone: str) -> Voice:
    """How to speak to whoever's client says this; a region that Babel doesn't know is that of the language."""
    try:
        parsed = Locale.parse(client_locale, sep="-")
        language = parsed.language if parsed.language in LANGUAGES else "en"
        # Not as the client spelled it: script, variant and modifier can be endless.
        here = str(Locale(language, parsed.territory)) if parsed.territory and language == parsed.language else ""
    except (ValueError, UnknownLocaleError):
        language, here = "en", ""
    return Voice(language, here or REGIONS[language], known_zone(timezone))


def known_zone(name: str) -> str:
    """The time zone if it is one, else UTC: it comes from a client."""
    try:
        zone(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError; "../x" a ValueError
        return "UTC"
    return name


def asked_for(accept_language: str | None) -> Voice:
    """How to speak to a browser that says this in `Accept-Language`."""
    first = (accept_language or "en").partition(",")[0].partition(";")[0].strip()
    return voice(first or "en", "UTC")
