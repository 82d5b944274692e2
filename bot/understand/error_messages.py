"""Error messages and codes people paste, by the expressions of `concepts/errors.txt`."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from bot.understand.lexicon import FOLDER


def error_concepts(text: str) -> set[str]:
    """The `error_…` concepts of a clean message."""
    return {concept for concept, _ in found(text)}


def error_spans(text: str) -> list[tuple[int, int]]:
    """Where the error messages and codes stand in a clean message."""
    return [span for _, span in found(text)]


@lru_cache(maxsize=1)
def found(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Each with its concept. Kept until the next message: the names and the concepts both ask."""
    return [
        (concept, match.span()) for concept, expression in expressions().items() for match in expression.finditer(text)
    ]


@cache
def expressions() -> Mapping[str, re.Pattern[str]]:
    """Concept → what it looks like."""
    listed = defaultdict[str, list[str]](list)
    for line in (FOLDER / "errors.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            concept, expression = line.split(" = ", 1)
            listed[concept].append(expression)
    return {concept: re.compile("|".join(each), re.I) for concept, each in listed.items()}
