"""Names in text: the group or person a message is about, as the exact span a careful reader would mark."""

from collections.abc import Sequence

from bot.understand.error_messages import error_spans
from bot.understand.names.capitalised import capitalised
from bot.understand.names.coded import coded
from bot.understand.names.exact import ADDRESS_OF_A_PAGE, GUID, exact
from bot.understand.names.framed import called, compound, framed
from bot.understand.names.name import Name, Shape
from bot.understand.names.persons import persons
from bot.understand.names.quoted import quoted

__all__ = ["Name", "Shape", "find_names", "machine_made"]
FINDERS = (exact, quoted, coded, called, persons, capitalised, compound, framed)
"""The surest first: what one has found, the later ones leave alone."""
MACHINE_MADE = (ADDRESS_OF_A_PAGE, GUID)


def find_names(text: str) -> tuple[Name, ...]:
    """The names in a clean message that do not overlap, the surest first."""
    kept: list[Name] = []
    codes = machine_made(text)
    for finder in FINDERS:
        for name in finder(text):
            if not any(name.overlaps(other) for other in kept) and not is_code(name, codes):
                kept.append(name)
    return tuple(kept)


def machine_made(text: str) -> list[tuple[int, int]]:
    """Where a clean message has error messages, codes and addresses of pages: no name stands in them, save an id."""
    return [*error_spans(text), *(match.span() for each in MACHINE_MADE for match in each.finditer(text))]


def is_code(name: Name, codes: Sequence[tuple[int, int]]) -> bool:
    """Whether a span is an error code or part of an error message."""
    return name.shape is not Shape.EXACT and any(start < name.end and name.start < end for start, end in codes)
