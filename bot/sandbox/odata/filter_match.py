"""Whether an object satisfies a `$filter`. Text is compared as Entra does: capitals don't matter."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from operator import ge, gt, le, lt
from typing import Any, cast

from bot.sandbox.odata.expression import And, AnyOf, Comparison, Expression, Literal, Not, OneOf, Or, Path, TextMatch

_ORDERINGS: Mapping[str, Callable[[Any, Any], bool]] = {"gt": gt, "ge": ge, "lt": lt, "le": le}


def matches(expression: Expression, scope: Mapping[str, Any]) -> bool:
    """True if the object `scope` satisfies `expression`; an absent property counts as null."""
    match expression:
        case And(operands):
            return all(matches(operand, scope) for operand in operands)
        case Or(operands):
            return any(matches(operand, scope) for operand in operands)
        case Not(operand):
            return not matches(operand, scope)
        case AnyOf(path, variable, condition):
            return _any(_items(path, scope), variable, condition, scope)
        case _:
            return _leaf(expression, scope)


def _any(items: list[Any], variable: str, condition: Expression | None, scope: Mapping[str, Any]) -> bool:
    if condition is None:
        return bool(items)
    return any(matches(condition, {**scope, variable: item}) for item in items)


def _leaf(leaf: Comparison | OneOf | TextMatch, scope: Mapping[str, Any]) -> bool:
    value = _value(leaf.path, scope)
    match leaf:
        case Comparison(operator, _, literal):
            return _compare(operator, _alike(value, literal), _alike(literal.value, literal))
        case OneOf(_, literals):
            return any(_alike(value, literal) == _alike(literal.value, literal) for literal in literals)
        case TextMatch(function, _, literal):
            text, wanted = str(value or "").casefold(), str(literal.value).casefold()
            return text.startswith(wanted) if function == "startsWith" else text.endswith(wanted)


def _compare(operator: str, left: Any, right: Any) -> bool:
    if operator in {"eq", "ne"}:
        return (left == right) is (operator == "eq")
    if left is None or right is None or not isinstance(left, type(right)):
        return False
    return _ORDERINGS[operator](left, right)


def _alike(value: Any, literal: Literal) -> Any:
    """`value` in the form in which `literal` is compared: text without capitals, times in UTC."""
    if literal.kind == "dateTime" and isinstance(value, str):
        return _moment(value)
    return value.casefold() if isinstance(value, str) else value


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=moment.tzinfo or UTC)
    except ValueError:
        return None


def _items(path: Path, scope: Mapping[str, Any]) -> list[Any]:
    value = _value(path, scope)
    return cast("list[Any]", value) if isinstance(value, list) else []


def _value(path: Path, scope: Mapping[str, Any]) -> Any:
    value: Any = scope
    for segment in path.segments:
        if segment == "$count":
            return len(cast("list[Any]", value)) if isinstance(value, list) else 0
        value = cast("Mapping[str, Any]", value).get(segment) if isinstance(value, Mapping) else None
    return value
