"""A labelled message beside what was understood, and the figures the issue asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.model import Symptom
from bot.understand.features import Seen
from tests.bench.understanding.sentences import Sentence

OFFERED = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """`chances` are those of a model, `name` what a tagger finds, neither of which ever saw the persona."""

    sentence: Sentence
    seen: Seen
    chances: Mapping[str, float]
    name: str | None = None

    @property
    def likeliest(self) -> list[str]:
        """The symptoms offered, the likeliest first."""
        return sorted(self.chances, key=lambda each: -self.chances[each])[:OFFERED]

    @property
    def right(self) -> bool:
        """Right first time."""
        return self.likeliest[0] == self.sentence.symptom

    @property
    def offered(self) -> bool:
        """Right among the three."""
        return self.sentence.symptom in self.likeliest

    @property
    def named(self) -> bool:
        """Whether exactly the name was found, or rightly none."""
        return self.name == self.sentence.entity

    @property
    def outside(self) -> bool:
        """Whether others have to answer it."""
        return self.sentence.symptom == Symptom.OUT_OF_SCOPE

    @property
    def turned_away(self) -> bool:
        """Whether it was taken for one that others have to answer."""
        return self.likeliest[0] == Symptom.OUT_OF_SCOPE


def figures(lines: Sequence[Judged], *, names: bool) -> list[str]:
    """Lines, right, among three, out of scope answered, in scope turned away and, if `names`, names exact; per cent."""
    outside = [line for line in lines if line.outside]
    inside = [line for line in lines if not line.outside]
    return [
        str(len(lines)),
        share(lines, lambda line: line.right),
        share(lines, lambda line: line.offered),
        share(outside, lambda line: not line.turned_away),
        share(inside, lambda line: line.turned_away),
        share([line for line in lines if line.sentence.entity or line.name], lambda line: line.named) if names else "",
    ]


def share(lines: Sequence[Judged], holds: Callable[[Judged], bool]) -> str:
    """How many of them, in per cent."""
    return f"{100 * sum(map(holds, lines)) / len(lines):.1f} %" if lines else ""
