"""From text to what is meant, in English and Danish: the symptom, whom or what it concerns, and how sure that is.

Knowledge and training together: `concepts/` holds what things are called and what can be wrong with them, `glosses/`
what means the same in two languages, and the models learn from `sentences/` what follows. No network, no clock; data
files are read at the first message (or by `warm_up`).
"""

from bot.understand.asked.one import one
from bot.understand.asked.questions import all_of
from bot.understand.cleaning import clean
from bot.understand.concepts_seen import warm
from bot.understand.language import detect_language as language_of
from bot.understand.name_marks import masked
from bot.understand.names import find_names
from bot.understand.understanding import Understanding

__all__ = ["Understanding", "detect_language", "understand", "understand_all", "warm_up"]


def understand(text: str, locale: str = "en-US") -> Understanding:
    """What a person means by `text`, taken as one question; `locale` is the client's, and only settles doubts.

    Never raises.
    """
    return one(clean(text), locale)


def understand_all(text: str, locale: str = "en-US") -> tuple[Understanding, ...]:
    """The questions a message holds, in order, at least one: one for each group that is asked about.

    What is told before or after a question stays with it. A later one that points back ("who owns it?") has the subject
    of the one before. Never raises.
    """
    return all_of(clean(text), locale)


def detect_language(text: str, locale: str = "en-US") -> str:
    """ISO code of the language of `text`: "en", "da", or a guess at another; `locale` settles a draw."""
    message = clean(text)
    return language_of(masked(message, find_names(message)), locale)


def warm_up() -> None:
    """Reads every data file now instead of at the first message."""
    warm()
    understand("Why can't I edit Marketing DK?")
    understand("Hvorfor kan jeg ikke redigere gruppen?")
