"""The concepts of one language, read from `concepts/<language>/*.txt`, and which of them a message holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.understand.pattern import Element, Heard, Pattern, element, ends_at, parse

FOLDER = Path(__file__).parent / "concepts"
SOURCES = {"en": "en/*.txt", "da": "da/*.txt", "sv": "other/sv.txt", "no": "other/no.txt", "de": "other/de.txt"}
WHOLE = 6
KEY = 3
"""Letters of a beginning by which patterns are looked up."""


class Entry(NamedTuple):
    """A pattern as it is written, and its concept; `native` ones count only in messages written in this language.

    There are thousands, and a message hears a few dozen of them: what one means is worked out when it is first heard.
    """

    concept: str
    written: str
    native: bool


class Candidate(NamedTuple):
    """An entry, worked out, whose first word was heard."""

    concept: str
    pattern: Pattern
    native: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The entries of a language, found by their first word."""

    language: str
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
    def beginning(self, word: Heard) -> tuple[Candidate, ...]:
        """The entries that begin with this word: the words of people are few and come again."""
        found = (Candidate(each.concept, self.pattern(each.written), each.native) for each in self.candidates(word))
        return tuple(each for each in found if each.pattern[0].hears(word))

    @lru_cache(maxsize=8192)  # noqa: B019 - there are five lexicons, and they live as long as the process
    def pattern(self, written: str) -> Pattern:
        """What an entry means; words that are spelled differently share theirs."""
        return parse(written, self.language)

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
    by_word: dict[str, list[Entry]] = defaultdict(list)
    by_beginning: dict[str, list[Entry]] = defaultdict(list)
    others: list[Entry] = []
    vocabulary: set[str] = set()
    for entry in (entry for path in sorted(FOLDER.glob(SOURCES[language])) for entry in read(path)):
        pattern = parse(entry.written, language)
        vocabulary.update(*(whole_words(each) for each in pattern))
        first = pattern[0]
        for key in {*first.stems, *first.exact}:
            by_word[key].append(entry)
        for beginning in first.starts:
            by_beginning[beginning[:KEY]].append(entry)
        if first.ends or first.holds:
            others.append(entry)
    element.cache_clear()
    return Lexicon(language, frozen(by_word), frozen(by_beginning), tuple(others), frozenset(vocabulary))


def frozen(entries: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """A lexicon whose lists can't be changed."""
    return {key: tuple(value) for key, value in entries.items()}


def whole_words(element: Element) -> Iterator[str]:
    """The whole words of a pattern's element, and the beginnings long enough to be one."""
    yield from element.exact
    yield from (beginning for beginning in element.starts if len(beginning) >= WHOLE)


def read(path: Path) -> Iterator[Entry]:
    """The entries of one concept file."""
    concept, native = "", False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            concept = line.strip("[]! \t")
            native = "!" in line
        elif not line.startswith("#"):
            yield from (Entry(concept, p.strip(), native) for p in line.split(",") if p.strip())
