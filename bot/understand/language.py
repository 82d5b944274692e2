"""Which language a message is in, told by its commonest words and its letters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from bot.understand.known_words import known_words
from bot.understand.lexicon import lexicon
from bot.understand.pattern import Heard
from bot.understand.words import WORD, fold, stem

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
"""What an ordinary or technical word says that only Danish has. One that only English has says as much when nothing
else says anything: Danes mix such words in.
"""
WANTED = frozenset({"add", "remove", "delete", "restore", "edit", "want", "how", "why", "who", "where", "refused"})
"""Concepts of what is wanted."""
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
    english = False
    lowered = text.lower()
    for written in WORD.findall(text)[:WORDS_READ]:
        word = written.lower()
        speakers = speaks_for().get(word.replace("'", ""), ())
        add(points, speakers, MARKED / len(speakers) if speakers else 0)
        own = None if speakers else only_in(fold(word))
        if own and (written == word or says_what(fold(word), own)):
            points["da"] += OWN_WORD * (own == "da")
            english = english or own == "en"
    for letter, speakers in letters().items():
        if letter in lowered:
            add(points, speakers, LETTER_WEIGHT / len(speakers))
    told_by_these = {language: weight for language, weight in points.items() if weight}
    return told_by_these or ({"en": OWN_WORD} if english else {})


@lru_cache(maxsize=4096)
def only_in(word: str) -> str | None:
    """The language whose word lists alone have a folded word: "en", "da" or neither."""
    english, danish = (word in known_words(each) for each in ("en", "da"))
    return ("en" if english else "da") if english != danish and word.isalpha() else None


@lru_cache(maxsize=4096)
def says_what(word: str, language: str) -> bool:
    """Whether a folded word says what is wanted ("Gendan"): with a capital any other may be part of a name."""
    return not WANTED.isdisjoint(lexicon(language).concepts([Heard(word, stem(word, language))], native=True))


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
