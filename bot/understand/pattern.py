"""One way of saying a concept: a word, or words after each other. `concepts/README.md` describes the notation."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.understand.words import fold, stem

GAP = 3
"""Words that `..` skips at most: "kan jeg jo bare ikke" is still "kan ikke"."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A word of the message as a lexicon of one language hears it: folded, and its stem."""

    plain: str
    stem: str


@dataclass(frozen=True, slots=True)
class Element:
    """What one word of a pattern may be. `gap` is how many words may stand before it.

    Tuples, not sets: there are thousands of these, nearly all with one word, and a set of one takes four times as much.
    """

    stems: tuple[str, ...]
    exact: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]
    gap: int = 0

    def hears(self, word: Heard) -> bool:
        """Whether this word is meant."""
        if word.stem in self.stems or word.plain in self.exact:
            return True
        plain = word.plain
        return plain.startswith(self.starts) or plain.endswith(self.ends) or any(part in plain for part in self.holds)


Pattern = tuple[Element, ...]


def parse(written: str, language: str) -> Pattern:
    """The pattern written as in the concept files."""
    elements: list[Element] = []
    gap = 0
    for part in written.split():
        if part == "..":
            gap = GAP
            continue
        elements.append(element(part, language, gap))
        gap = 0
    return tuple(elements)


@cache
def element(written: str, language: str, gap: int) -> Element:
    """The element for alternatives divided by `|`."""
    options = written.split("|")
    wild = [option for option in options if "*" in option]
    plain = [option for option in options if "*" not in option]
    return Element(
        stems=tuple(stem(option, language) for option in plain if not option.startswith("=")),
        exact=tuple(fold(option.lstrip("=")) for option in plain),
        starts=tuple(fold(option[:-1]) for option in wild if not option.startswith("*")),
        ends=tuple(fold(option[1:]) for option in wild if not option.endswith("*")),
        holds=tuple(fold(option[1:-1]) for option in wild if option.startswith("*") and option.endswith("*")),
        gap=gap,
    )


def ends_at(pattern: Pattern, heard: Sequence[Heard], start: int) -> int:
    """Where the pattern ends, its first word being `heard[start]`: the index after its last word, or -1."""
    place = start + 1
    for wanted in pattern[1:]:
        reach = range(place, min(place + wanted.gap + 1, len(heard)))
        place = next((at + 1 for at in reach if wanted.hears(heard[at])), 0)
        if not place:
            return -1
    return place
