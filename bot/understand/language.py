"""Which language a message is in, told by its commonest words and its letters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from bot.understand.known_words import known_words
from bot.understand.words import WORD, fold

PATH = Path(__file__).parent / "language_words.txt"
LETTERS = {"da": "æ", "no": "", "sv": "ä", "de": "äüß", "fi": "ä", "pl": "łęąśżźć", "fr": "èêç", "es": "ñ¿¡"}
"""Letters that belong to a language; ø and å speak for Danish and Norwegian, ö for Swedish and German."""
SHARED = {"ø": ("da", "no"), "å": ("da", "no", "sv"), "ö": ("sv", "de", "fi")}
LETTER_WEIGHT = 0.7
LOCALE_WEIGHT = 0.3
"""The client's language settles a draw and no more: answers follow the message."""
MARKED = 1.5
"""How much more a word says that is in one of the languages only."""
OWN_WORD = 0.4
"""What an ordinary or technical word says that only Danish has."""
WORDS_READ = 80


def detect_language(text: str, locale: str) -> str:
    """ISO code of the language of a clean message: "en", "da", or a guess at another; `locale` is like "da-DK"."""
    points = defaultdict[str, float](float, told(text))
    native = locale.lower().split("-")[0]
    points["no" if native in {"nb", "nn"} else native] += LOCALE_WEIGHT
    best = max(sorted(points), key=lambda language: points[language])
    return best if best in known() else "en"


@lru_cache(maxsize=8)
def told(text: str) -> Mapping[str, float]:
    """Language → what the words and letters say for it; empty when they say nothing, as those of a bare name or number.

    Kept for a moment: reading a message and answering it both ask.
    """
    points = defaultdict[str, float](float)
    lowered = text.lower()
    for word in WORD.findall(lowered)[:WORDS_READ]:
        speakers = speaks_for().get(word.replace("'", ""), ())
        add(points, speakers, MARKED / len(speakers) if speakers else 0)
        if word.isalpha() and fold(word) in danish_only():
            points["da"] += OWN_WORD
    for letter, speakers in letters().items():
        if letter in lowered:
            add(points, speakers, LETTER_WEIGHT / len(speakers))
    return points


@cache
def danish_only() -> frozenset[str]:
    """Folded words of our Danish word lists that are in no English one."""
    danish, english = map(known_words, ("da", "en"))
    return danish - english


def add(points: defaultdict[str, float], languages: Sequence[str], weight: float) -> None:
    """Gives each of the languages this weight."""
    for language in languages:
        points[language] += weight


@cache
def speaks_for() -> Mapping[str, tuple[str, ...]]:
    """Word → the languages it is common in."""
    found = defaultdict[str, list[str]](list)
    for language, words in lists().items():
        for word in dict.fromkeys(words):
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def letters() -> Mapping[str, tuple[str, ...]]:
    """Letter → the languages it is peculiar to."""
    own = {letter: (language,) for language, each in LETTERS.items() for letter in each if letter != "ä"}
    return own | SHARED | {"ä": ("sv", "de", "fi")}


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """Language → its commonest words, as in the file."""
    lines = [line.split(":", 1) for line in PATH.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {language: tuple(words.split()) for language, words in lines}


def known() -> Sequence[str]:
    """The languages told apart."""
    return tuple(lists())
