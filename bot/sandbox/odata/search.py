"""`$search` on directory objects: clauses of `"property:text"` joined with AND, OR and brackets.

https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from bot.sandbox.odata.entity import Entity
from bot.sandbox.odata.errors import GraphError, bad_request

_WORD = re.compile(r'\s*(?:(?P<clause>"(?:[^"\\]|\\["\\])*")|(?P<joint>AND|OR)\b|(?P<bracket>[()]))')
_ESCAPE = re.compile(r'\\(["\\])')
_TOKENISED = frozenset({"displayName", "description"})
_PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_DEEPEST = 30


@dataclass(frozen=True)
class Clause:
    """`text` is looked for in `name`."""

    name: str
    text: str


@dataclass(frozen=True)
class Every:
    """All of `operands`."""

    operands: tuple["Search", ...]


@dataclass(frozen=True)
class Some:
    """At least one of `operands`."""

    operands: tuple["Search", ...]


Search = Clause | Every | Some


def parse_search(text: str) -> Search:
    """The tree of a `$search`; GraphError 400 if it can't be read."""
    return _SearchParser(text).parse()


def searched(search: Search) -> Iterator[str]:
    """The properties that a `$search` looks in, by name."""
    if isinstance(search, Clause):
        yield search.name
        return
    for operand in search.operands:
        yield from searched(operand)


def check_search(search: Search, entity: Entity) -> None:
    """GraphError 400 if `search` names a property that is not text, or that the objects don't have."""
    if not isinstance(search, Clause):
        for operand in search.operands:
            check_search(operand, entity)
        return
    found = entity.find(search.name)
    if found is None or found.kind != "string" or not (found.operators | found.advanced_operators):
        # Unverified: the sentence; Microsoft documents only that filterable text properties can be searched.
        raise bad_request(f"Property '{search.name}' is not supported in $search.")


def found_by(search: Search, obj: Mapping[str, Any]) -> bool:
    """True if `obj` is found: by words in displayName and description, by its beginning in any other property."""
    match search:
        case Every(operands):
            return all(found_by(operand, obj) for operand in operands)
        case Some(operands):
            return any(found_by(operand, obj) for operand in operands)
        case Clause(name, text):
            value = obj.get(name)
            values = cast("list[Any]", value) if isinstance(value, list) else [value]
            return any(_has(name, text, str(one)) for one in values if one is not None)


def _has(name: str, text: str, value: str) -> bool:
    if name not in _TOKENISED:
        return value.casefold().startswith(text.casefold())
    known = words(value)
    # Unverified: that a word is found by its beginning, as in the documentation's examples "Guthr" and "Li 李".
    return all(any(word.startswith(wanted) for word in known) for wanted in _wanted(text))


def words(text: str) -> set[str]:
    """The words of a property: split at spaces, at a change from small to capital letters, at digits and symbols.

    Parts that only symbols separate also count as one word: "hello.world" is found by "helloworld".
    """
    found: set[str] = set()
    for chunk in text.split():
        parts = _parts(chunk)
        found.update(parts)
        if not chunk.isalnum():
            found.add("".join(part for part in parts if part.isalnum()))
    return found - {""}


def _wanted(text: str) -> list[str]:
    return [part for chunk in text.split() for part in _parts(chunk)]


def _parts(chunk: str) -> list[str]:
    return [piece.casefold() for part in _PART.findall(chunk) for piece in _split_at_capitals(part)]


def _split_at_capitals(part: str) -> list[str]:
    cuts = [at for at in range(1, len(part)) if part[at - 1].islower() and part[at].isupper()]
    return [part[start:end] for start, end in zip([0, *cuts], [*cuts, len(part)], strict=True)]


class _SearchParser:
    """One pass over one `$search`: OR binds weaker than AND."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = self._read()
        self._next = 0

    def parse(self) -> Search:
        search = self._some(0)
        if self._peek():
            raise self._error()
        return search

    def _read(self) -> list[str]:
        found: list[str] = []
        position, text = 0, self._text.rstrip()
        while position < len(text):
            match = _WORD.match(text, position)
            if match is None:
                raise self._error()
            found.append(match.group(str(match.lastgroup)))
            position = match.end()
        return found

    def _some(self, depth: int) -> Search:
        operands = [self._every(depth)]
        while self._take("OR"):
            operands.append(self._every(depth))
        return operands[0] if len(operands) == 1 else Some(tuple(operands))

    def _every(self, depth: int) -> Search:
        operands = [self._one(depth)]
        while self._take("AND"):
            operands.append(self._one(depth))
        return operands[0] if len(operands) == 1 else Every(tuple(operands))

    def _one(self, depth: int) -> Search:
        if depth < _DEEPEST and self._take("("):
            inner = self._some(depth + 1)
            if not self._take(")"):
                raise self._error()
            return inner
        word = self._peek()
        name, colon, text = _ESCAPE.sub(r"\1", word[1:-1]).partition(":")
        if not word.startswith('"') or not colon or not name or not text.strip():
            raise self._error()
        self._next += 1
        return Clause(name, text.strip())

    def _peek(self) -> str:
        return self._words[self._next] if self._next < len(self._words) else ""

    def _take(self, word: str) -> bool:
        found = self._peek() == word
        self._next += found
        return found

    def _error(self) -> GraphError:
        # Unverified: the sentence.
        return bad_request(f"Invalid $search clause: '{self._text}' is not a series of \"property:text\" clauses.")
