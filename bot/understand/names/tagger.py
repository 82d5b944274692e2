"""The trained tagger: which pieces of a message begin (B) or continue (I) the name of a group (g) or a user (u)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from bot.understand.hashed_table import HashedTable, parsed
from bot.understand.names.name import Name
from bot.understand.names.tag_features import tag_features
from bot.understand.names.tokens import Token, tokens

PATH = Path(__file__).parent / "tagger.bin"
TAGS = ("O", "Bg", "Ig", "Bu", "Iu")
KINDS = {"g": "group", "u": "user"}
MAY_FOLLOW = {
    tag: tuple(index for index, before in enumerate(TAGS) if tag[0] != "I" or before in {f"B{tag[1]}", tag})
    for tag in TAGS
}
"""Tag → the indices of the tags it may follow: a name goes on only where one has begun."""
IMPOSSIBLE = -1e9
PIECES_READ = 300


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name as found: the span and its kind, "group" or "user"."""

    text: str
    start: int
    kind: str


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights per feature and tag, and how tags like to follow each other (`steps[before][after]`)."""

    table: HashedTable
    steps: Sequence[Sequence[float]]

    def names(self, text: str, rules: Sequence[Name], topic: str) -> list[Tagged]:
        """The names in a clean message; `rules` are those the rules found, `topic` the first part of the symptom."""
        pieces = tokens(text)[:PIECES_READ]
        scores = [self.scores(features) for features in tag_features(pieces, rules, topic)]
        return list(spans(text, pieces, best_path(scores, self.steps)))

    def scores(self, features: Sequence[str]) -> list[float]:
        """How well each tag fits a piece."""
        unit = self.table.unit
        return [total * unit for total in self.table.sums_of(features)]


def best_path(scores: Sequence[Sequence[float]], steps: Sequence[Sequence[float]]) -> list[str]:
    """The likeliest allowed sequence of tags (Viterbi)."""
    if not scores:
        return []
    totals = [score if TAGS[tag][0] != "I" else IMPOSSIBLE for tag, score in enumerate(scores[0])]
    trail: list[list[int]] = []
    into = [
        [steps[before][tag] if before in MAY_FOLLOW[name] else IMPOSSIBLE for before in range(len(TAGS))]
        for tag, name in enumerate(TAGS)
    ]
    for piece in scores[1:]:
        ways = [[*map(add, totals, step)] for step in into]
        best = [*map(max, ways)]
        trail.append([way.index(top) for way, top in zip(ways, best, strict=True)])
        totals = [*map(add, best, piece)]
    path = [max(range(len(TAGS)), key=totals.__getitem__)]
    for came in reversed(trail):
        path.append(came[path[-1]])
    return [TAGS[tag] for tag in reversed(path)]


def spans(text: str, pieces: Sequence[Token], tags: Sequence[str]) -> Iterator[Tagged]:
    """The names that a sequence of tags marks."""
    for index, tag in enumerate(tags):
        if tag[0] == "B":
            last = index
            while last + 1 < len(tags) and tags[last + 1] == f"I{tag[1]}":
                last += 1
            start = pieces[index].start
            yield Tagged(text[start : pieces[last].end], start, KINDS[tag[1]])


@cache
def tagger() -> Tagger:
    """The tagger in the repository, read once."""
    table = parsed(PATH.read_bytes())
    return Tagger(table, table.header["steps"])
