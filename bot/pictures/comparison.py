"""What comes of comparing two photos: a verdict with its measures, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum, auto

from bot.pictures.refusal import Refusal


class Verdict(StrEnum):
    """Whether two files show one photo; where the pixels don't tell, a person is shown both and asked."""

    SAME = auto()
    DIFFERENT = auto()
    UNSURE = auto()


@dataclass(frozen=True)
class Comparison:
    """`phash` and `dhash` are how many of 64 bits differ, `colours` how far the colours are apart (0 to 255).

    `flat` is whether one of them is no photo but initials, a silhouette or a blank.
    """

    verdict: Verdict
    phash: int
    dhash: int
    colours: float
    flat: bool


@dataclass(frozen=True)
class NotCompared:
    """Why each of the two couldn't be looked at; `None` for the one that could."""

    one: Refusal | None
    other: Refusal | None
