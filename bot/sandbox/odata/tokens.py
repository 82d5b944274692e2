"""The words of a `$filter`.

https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_SystemQueryOptionfilter
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.odata.errors import GraphError

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<string>'(?:[^']|'')*')
  | (?P<guid>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-]))
  | (?P<dateTime>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w-]))
  | (?P<number>-?\d{1,18}(?:\.\d{1,18})?(?![\w.]))
  | (?P<name>[$a-z_]\w*)
  | (?P<symbol>[(),:/])
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True)
class Token:
    """A word: its kind (string, guid, dateTime, number, name, symbol or end), its text, where it starts."""

    kind: str
    text: str
    position: int


def invalid_filter(reason: str) -> GraphError:
    """400 for a `$filter` that can't be understood."""
    return GraphError(400, "BadRequest", f"Invalid filter clause: {reason}")


def tokens_of(text: str) -> list[Token]:
    """The words of `text`, closed by an `end`; GraphError 400 where no word can be read."""
    return [*_read(text), Token("end", "", len(text))]


def _read(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise invalid_filter(f"Syntax error at position {position} in '{text}'.")
        kind = str(found.lastgroup)
        if kind != "space":
            yield Token(kind, found.group(), position)
        position = found.end()
