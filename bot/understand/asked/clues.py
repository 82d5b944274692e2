"""What a pasted error or code says, by the expressions of `clues.txt`."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

PATH = Path(__file__).with_name("clues.txt")


def clues(text: str) -> tuple[str, ...]:
    """The names of the clues in a clean message, in the order of the list."""
    return tuple(clue for clue, said in expressions().items() if said.search(text)) if clue_spans(text) else ()


@lru_cache(maxsize=4)
def clue_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where they stand in a clean message. Kept for a moment: the clues and the names both ask."""
    return tuple(match.span() for match in anything().finditer(text))


@cache
def expressions() -> Mapping[str, re.Pattern[str]]:
    """Clue → what it looks like."""
    return {clue: re.compile(expression, re.I) for clue, expression in lines()}


@cache
def anything() -> re.Pattern[str]:
    """Any of them: most messages have none."""
    return re.compile("|".join(f"(?:{expression})" for _, expression in lines()), re.I)


def lines() -> list[tuple[str, str]]:
    """The lines of the list, divided."""
    told = [line for line in PATH.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(clue, expression) for clue, _, expression in (line.partition(" = ") for line in told)]
