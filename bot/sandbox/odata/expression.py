"""A `$filter` as a tree: what was asked, not yet whether it may be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal as OneOfThese

LiteralKind = OneOfThese["string", "boolean", "number", "guid", "dateTime", "null"]
Value = str | bool | int | float | datetime | None


@dataclass(frozen=True)
class Path:
    """A property by its segments; the first may be the variable of a surrounding `any`, the last `$count`."""

    segments: tuple[str, ...]


@dataclass(frozen=True)
class Literal:
    """A value as written: quoted strings unquoted, a dateTime always in UTC."""

    kind: LiteralKind
    value: Value


@dataclass(frozen=True)
class Comparison:
    """`path operator literal`; the operator is one of eq, ne, gt, ge, lt, le."""

    operator: str
    path: Path
    literal: Literal


@dataclass(frozen=True)
class OneOf:
    """`path in (literal, …)`."""

    path: Path
    literals: tuple[Literal, ...]


@dataclass(frozen=True)
class TextMatch:
    """`startsWith(path, text)`; the function is startsWith, endsWith or contains."""

    function: str
    path: Path
    literal: Literal


@dataclass(frozen=True)
class AnyOf:
    """`path/any(variable:condition)`; without a condition it asks whether the list has anything at all."""

    path: Path
    variable: str
    condition: "Expression | None"


@dataclass(frozen=True)
class Not:
    """The opposite of `operand`."""

    operand: "Expression"


@dataclass(frozen=True)
class And:
    """All of two or more `operands`."""

    operands: tuple["Expression", ...]


@dataclass(frozen=True)
class Or:
    """At least one of two or more `operands`."""

    operands: tuple["Expression", ...]


Expression = Comparison | OneOf | TextMatch | AnyOf | Not | And | Or


def properties(expression: Expression) -> Iterator[str]:
    """The properties that a filter looks at, by name; the members of complex values count as the whole."""
    match expression:
        case And(operands) | Or(operands):
            for operand in operands:
                yield from properties(operand)
        case Not(operand):
            yield from properties(operand)
        case _:
            # What stands inside an `any` is about the items of the property in front of it.
            yield expression.path.segments[0]
