"""The concepts of one language, read from `concepts/<language>/*.txt`, and which of them a message holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bot.understand.pattern import Heard, Pattern, element, ends_at, parse

FOLDER = Path(__file__).parent / "concepts"
SOURCES = {"en": "en/*.txt", "da": "da/*.txt", "sv": "other/sv.txt", "no": "other/no.txt", "de": "other/de.txt"}
WHOLE = 6
KEY = 3
"""Letters of a beginning by which patterns are looked up."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern and its concept; `native` entries count only in messages written in this language."""

    concept: str
    pattern: Pattern
    native: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The entries of a language, found by their first word."""

    by_word: Mapping[str, tuple[Entry, ...]]
    by_beginning: Mapping[str, tuple[Entry, ...]]
    others: tuple[Entry, ...]
    vocabulary: frozenset[str]
    """Every whole word in it, folded."""

    def concepts(self, heard: Sequence[Heard], native: bool) -> dict[str, list[tuple[int, int]]]:
        """Concept → where it stands, as [start, end) indices of words."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, word in enumerate(heard):
            for entry in self.beginning(word):
                if entry.native and not native:
                    continue
                end = ends_at(entry.pattern, heard, start)
                if end > 0:
                    found[entry.concept].append((start, end))
        return found

    @lru_cache(maxsize=8192)  # noqa: B019 - there are five lexicons, and they live as long as the process
    def beginning(self, word: Heard) -> tuple[Entry, ...]:
        """The entries that begin with this word: the words of people are few and come again."""
        return tuple(entry for entry in self.candidates(word) if entry.pattern[0].hears(word))

    def candidates(self, word: Heard) -> Iterator[Entry]:
        """The entries that may begin with this word."""
        yield from self.by_word.get(word.stem, ())
        if word.plain != word.stem:
            yield from self.by_word.get(word.plain, ())
        yield from self.by_beginning.get(word.plain[:KEY], ())
        yield from self.others


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language in SOURCES, read once."""
    entries = [entry for path in sorted(FOLDER.glob(SOURCES[language])) for entry in read(path, language)]
    element.cache_clear()
    by_word: dict[str, list[Entry]] = defaultdict(list)
    by_beginning: dict[str, list[Entry]] = defaultdict(list)
    others: list[Entry] = []
    for entry in entries:
        first = entry.pattern[0]
        for key in {*first.stems, *first.exact}:
            by_word[key].append(entry)
        for beginning in first.starts:
            by_beginning[beginning[:KEY]].append(entry)
        if first.ends or first.holds:
            others.append(entry)
    return Lexicon(frozen(by_word), frozen(by_beginning), tuple(others), vocabulary(entries))


def frozen(entries: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """A lexicon whose lists can't be changed."""
    return {key: tuple(value) for key, value in entries.items()}


def vocabulary(entries: Sequence[Entry]) -> frozenset[str]:
    """The whole words of all patterns, and the beginnings long enough to be one."""
    elements = [element for entry in entries for element in entry.pattern]
    beginnings = {beginning for element in elements for beginning in element.starts if len(beginning) >= WHOLE}
    return frozenset(word for element in elements for word in element.exact) | beginnings


def read(path: Path, language: str) -> Iterator[Entry]:
    """The entries of one concept file."""
    concept, native = "", False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            concept = line.strip("[]! \t")
            native = "!" in line
        elif not line.startswith("#"):
            yield from (Entry(concept, parse(p, language), native) for p in line.split(",") if p.strip())
