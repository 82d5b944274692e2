"""One line of the report, for whoever runs the bot; English, like the rest of the command line."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The operator's next move."""

    OK = "ok"
    """None."""
    WARNING = "warning"
    """The bot works without it, though less well, or it couldn't be checked."""
    FAULT = "fault"
    """The bot can't do its work before this is put right."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: what was found and what it means, and what to do unless all is well."""

    level: Level
    about: str
    means: str
    next_step: str = ""


def ok(about: str, means: str) -> Line:
    """Nothing to do."""
    return Line(Level.OK, about, means)


def warning(about: str, means: str, next_step: str) -> Line:
    """Something to look into."""
    return Line(Level.WARNING, about, means, next_step)


def fault(about: str, means: str, next_step: str) -> Line:
    """Something to put right."""
    return Line(Level.FAULT, about, means, next_step)


def worst(lines: Iterable[Line]) -> Level:
    """The gravest level among them; `OK` when there are none."""
    order = list(Level)
    return max((line.level for line in lines), key=order.index, default=Level.OK)
