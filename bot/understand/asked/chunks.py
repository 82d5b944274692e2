"""A message cut at its blanks, each piece judged by whether a name may be made of it."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from bot.understand.lexicon import lexicon
from bot.understand.names.ordinary import is_ordinary, not_names
from bot.understand.pattern import Heard
from bot.understand.typos import corrected
from bot.understand.words import fold, stem

SMALL = Path(__file__).with_name("small_words.txt")
PLACES = Path(__file__).with_name("name_places.txt")
CHUNKS_READ = 80
CHUNK = re.compile(r"[^\s,;:!?\"()\[\]{}<>|]+")
NO_NAME = re.compile(r"^\W*$|^[-/]\w|\$|@|[a-zæøå]/[a-zæøå]|://|[=\\]|_?(?:Error|Exception|Denied|BadRequest)\b")
CLAUSE_ENDS = frozenset(("", ".", ",", ";", ":", "?", "!", "\n"))
SENTENCE_ENDS = frozenset("\n.!?")
SHORT = 3
"""Letters an abbreviation has at most, and a small word that begins a name at least."""


class Kind(Enum):
    """What a chunk may be."""

    NAME = "name"
    """A name, or part of one: written like it, or a word nobody knows."""
    ORDINARY = "ordinary"
    """A thing's word, which may be a name where one is due: "sales"."""
    PRODUCT = "product"
    """Part of a name only beside other words: "Licens Visio"."""
    NUMBER = "number"
    """Part of a name only after other words: "Messe 2027"."""
    STOP = "stop"
    """What names are not made of, or only inside."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """`text` stands at `start`:`end` of the clean message, its signs left out; `due` where a name would stand."""

    text: str
    start: int
    end: int
    kind: Kind
    due: bool
    ends: bool = False
    """Whether a sentence, a clause or "group" follows, so that a name that is due may end here."""

    @property
    def plain(self) -> str:
        """Folded."""
        return fold(self.text)


def chunks(text: str, language: str) -> list[Chunk]:
    """The first chunks of a clean message."""
    found: list[Chunk] = []
    before = "\n"
    for match in list(CHUNK.finditer(text))[:CHUNKS_READ]:
        written = match.group().strip("'*").rstrip(".…'")
        if not written:
            continue
        start = match.start() + match.group().index(written)
        end = start + len(written)
        if match.group().endswith(".") and abbreviates(written, text[end + 1 : end + 3]):
            end += 1
        first = before in SENTENCE_ENDS
        due = fold(before) in listed("due_after") or (bool(found) and found[-1].due and leads(found[-1]))
        kind = judged(text[start:end], language, first=first, due=due)
        if kind is Kind.STOP and found and goes_with(written, found[-1], text[found[-1].end : start]):
            kind = Kind.NAME
        found.append(Chunk(text[start:end], start, end, kind, due, ends=text[end : end + 1] in CLAUSE_ENDS))
        if len(found) > 1 and kind is Kind.STOP and found[-1].plain in listed("kinds"):
            found[-2] = replace(found[-2], due=True, ends=True)
        elif len(found) > 1 and found[-1].ends and found[-1].plain in listed("afterwards"):
            found[-2] = replace(found[-2], ends=True)
        ended = text[match.end() - 1] in SENTENCE_ENDS and end < match.end()
        before = "." if ended or text[match.end() : match.end() + 1] in ("?", "!") else written
    return found


def goes_with(written: str, before: Chunk, between: str) -> bool:
    """Whether a short word in capitals belongs to the name before it, though it is a small word too: "Marketing DE"."""
    short = written.isupper() and 1 < len(written) <= SHORT
    return short and between == " " and before.kind is not Kind.STOP and not before.text.isupper()


def leads(chunk: Chunk) -> bool:
    """Whether it only leads up to a name: "the", "gruppen"."""
    return chunk.plain in listed("determiners") or (chunk.plain in listed("kinds") and chunk.kind is Kind.STOP)


def abbreviates(word: str, following: str) -> bool:
    """Whether a full stop after this word ends no sentence: "Gl. Havnekontor", "St. Anne", "8. klasse"."""
    short = len(word) <= SHORT and (word[0].isupper() or word.isdigit())
    return short and following[:1] == " " and following[1:].isalnum()


def judged(written: str, language: str, *, first: bool, due: bool) -> Kind:
    """What a chunk may be; `first` when a sentence begins with it, so that its capital says nothing."""
    if written.rstrip(".").isdigit():
        return Kind.NUMBER
    plain = fold(written.rstrip("."))
    capital = written[0].isupper() and not first
    if plain in listed("kinds") and plain not in small():
        return Kind.ORDINARY if capital else Kind.STOP
    if plain in not_names() and plain not in small():
        return Kind.PRODUCT if written[0].isupper() else Kind.STOP
    if NO_NAME.search(written) or plain in small():
        whole = capital and not written.isupper() and plain in listed("wholes")
        return Kind.NAME if whole else Kind.STOP
    signs = any(sign.isdigit() or sign in "%&#+_/" for sign in written)
    if capital or (signs and any(sign.isalpha() or sign == "%" for sign in written)):
        return Kind.NAME
    return in_small_letters(written, plain, language, due=due)


def in_small_letters(written: str, plain: str, language: str, *, due: bool) -> Kind:
    """What a word may be whose letters don't tell; where a name is due, only a slip in a word we need is one."""
    if says_what(plain, language):
        return Kind.PRODUCT if written[0].isupper() and is_thing(plain, language) else Kind.STOP
    if all(is_ordinary(part) for part in written.split("-") if part):
        return Kind.ORDINARY
    meant = corrected(plain, language)
    slip = meant != plain and (not due or meant in listed("kinds") or says_what(meant, language))
    return Kind.NAME if written[0].isupper() or not slip else Kind.STOP


def says_what(plain: str, language: str) -> bool:
    """Whether a word says what is wanted or what is wrong."""
    return not listed("says_what").isdisjoint(meanings(plain, language))


def is_thing(plain: str, language: str) -> bool:
    """Whether it says only what is concerned, as "licens" does: with a capital it may open a name."""
    return listed("things").issuperset(listed("says_what") & meanings(plain, language))


@lru_cache(maxsize=4096)
def meanings(plain: str, language: str) -> frozenset[str]:
    """The concepts of a word by itself, in English, Danish and the message's language."""
    listening = dict.fromkeys(("en", "da", language if language in {"sv", "de"} else "en"))
    return frozenset[str]().union(
        *(lexicon(each).concepts([Heard(plain, stem(plain, each))], native=True) for each in listening)
    )


@cache
def small() -> frozenset[str]:
    """The folded small words of all languages: people mix them."""
    return frozenset[str]().union(*lists(SMALL).values())


@cache
def listed(name: str) -> frozenset[str]:
    """The folded words of a list of `name_places.txt`."""
    return lists(PLACES)[name]


@cache
def lists(path: Path) -> dict[str, frozenset[str]]:
    """The lists of a file by their names."""
    lines = [line.partition(": ") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {name: frozenset(fold(word) for word in words.split()) for name, _, words in lines}
