"""Whether Graph serves a `$filter`: does the property exist, is the literal of its type, is the operator supported.

https://learn.microsoft.com/graph/aad-advanced-queries#support-for-filter-by-properties-of-microsoft-entra-id-directory-objects
"""

from collections.abc import Iterable, Mapping

from bot.sandbox.odata.entity import Entity, Property
from bot.sandbox.odata.errors import GraphError, unsupported_query
from bot.sandbox.odata.expression import And, AnyOf, Comparison, Expression, Literal, Not, OneOf, Or, Path, TextMatch
from bot.sandbox.odata.tokens import invalid_filter

_LITERAL_OF = {
    "string": "string",
    "boolean": "boolean",
    "integer": "number",
    "guid": "guid",
    "dateTime": "dateTime",
}
_EDM = {
    "string": "Edm.String",
    "boolean": "Edm.Boolean",
    "integer": "Edm.Int32",
    "number": "Edm.Int32",
    "guid": "Edm.Guid",
    "dateTime": "Edm.DateTimeOffset",
}
_MOST_ALTERNATIVES = 15
_NOT_NULL = frozenset({"ne", "null"})
_NO_VARIABLES: Mapping[str, str] = {}


def needs_advanced(expression: Expression, entity: Entity) -> bool:
    """True if the filter works only with `ConsistencyLevel: eventual` and `$count=true`; GraphError 400 if never."""
    return _FilterSupport(entity).visit(expression, _NO_VARIABLES, negated=False)


def _unsupported(entity: Entity, path: str) -> GraphError:
    resource = entity.name.rpartition(".")[2]
    return unsupported_query(
        f"Unsupported or invalid query filter clause specified for property '{path.partition('/')[0]}' "
        f"of resource '{resource[0].upper()}{resource[1:]}'."
    )


class _FilterSupport:
    """Walks one filter on one kind of object; `variables` maps the variables of `any` to their lists."""

    def __init__(self, entity: Entity) -> None:
        self._entity = entity

    def visit(self, expression: Expression, variables: Mapping[str, str], *, negated: bool) -> bool:
        """True if this part of the filter needs an advanced query."""
        match expression:
            case And(operands) | Or(operands):
                self._check_size(expression)
                parts = [self.visit(operand, variables, negated=negated) for operand in operands]
                return any(parts)
            case Not(operand):
                self.visit(operand, variables, negated=True)
                return True
            case AnyOf():
                return self._any(expression, variables, negated=negated)
            case _:
                return self._leaf(expression, variables, negated=negated)

    def _check_size(self, expression: And | Or) -> None:
        if isinstance(expression, Or) and len(expression.operands) > _MOST_ALTERNATIVES:
            raise unsupported_query(
                "Too many child clauses specified in search filter expression containing 'OR' operators: "
                f"{len(expression.operands)}. Max allowed: {_MOST_ALTERNATIVES}."
            )

    def _any(self, expression: AnyOf, variables: Mapping[str, str], *, negated: bool) -> bool:
        path, found = self._find(expression.path, variables)
        if not found.is_list or expression.path.segments[0] in variables:
            raise invalid_filter("Any/All may only be used following a collection.")
        if expression.condition is None:
            raise _unsupported(self._entity, path)
        return self.visit(expression.condition, {**variables, expression.variable: path}, negated=negated)

    def _leaf(self, leaf: Comparison | OneOf | TextMatch, variables: Mapping[str, str], *, negated: bool) -> bool:
        operators, literals = _asked(leaf)
        if negated:
            operators |= {"not"}
        if leaf.path.segments[1:] and leaf.path.segments[-1] == "$count":
            return self._size(leaf, operators, variables)
        path, found = self._find(leaf.path, variables)
        is_item = leaf.path.segments[0] in variables
        if found.is_list and (not is_item or found.kind == "object"):
            raise invalid_filter("A binary operator with incompatible types was detected: a collection and a value.")
        self._check_types(found, literals)
        return self._check_operators(path, found, operators)

    def _size(
        self, leaf: Comparison | OneOf | TextMatch, operators: frozenset[str], variables: Mapping[str, str]
    ) -> bool:
        path, found = self._find(Path(leaf.path.segments[:-1]), variables)
        plain = isinstance(leaf, Comparison) and leaf.operator in {"eq", "ne"} and leaf.literal.kind == "number"
        if not found.is_list or not plain or "not" in operators or leaf.path.segments[0] in variables:
            raise _unsupported(self._entity, path)
        return self._check_operators(path, found, frozenset({"$count"}))

    def _find(self, path: Path, variables: Mapping[str, str]) -> tuple[str, Property]:
        first, *rest = path.segments
        full = "/".join([variables.get(first, first), *rest])
        found = self._entity.find(full)
        if found is None:
            name = self._entity.name.rpartition(".")[2]
            raise invalid_filter(f"Could not find a property named '{rest[-1] if rest else first}' on type "
                                 f"'microsoft.graph.{name}'.")  # fmt: skip
        return full, found

    def _check_types(self, found: Property, literals: Iterable[Literal]) -> None:
        wanted = _LITERAL_OF.get(found.kind)
        for literal in literals:
            if wanted and literal.kind not in {wanted, "null"}:
                raise invalid_filter(
                    "A binary operator with incompatible types was detected. Found operand types "
                    f"'{_EDM[found.kind]}' and '{_EDM[literal.kind]}' for operator kind 'Equal'."
                )

    def _check_operators(self, path: str, found: Property, operators: frozenset[str]) -> bool:
        if operators == _NOT_NULL and "notNull" in found.operators:
            return False
        if operators - found.operators - found.advanced_operators:
            raise _unsupported(self._entity, path)
        return bool(operators - found.operators)


def _asked(leaf: Comparison | OneOf | TextMatch) -> tuple[frozenset[str], tuple[Literal, ...]]:
    """The operators a property must support for `leaf`, and the literals it is held against."""
    match leaf:
        case Comparison(operator, _, Literal("null", _)):
            return frozenset({"null"} if operator == "eq" else {operator, "null"}), ()
        case Comparison(operator, _, literal):
            return frozenset({operator}), (literal,)
        case OneOf(_, literals):
            with_null = {"null"} if any(literal.kind == "null" for literal in literals) else set[str]()
            return frozenset({"in"} | with_null), literals
        case TextMatch(function, _, literal):
            if literal.kind != "string":
                raise invalid_filter(f"No function signature for the function with name '{function.lower()}' matches.")
            return frozenset({function}), (literal,)
