"""`$filter` text to a tree, by recursive descent: or, and, not, then one condition.

https://learn.microsoft.com/graph/filter-query-parameter
"""

from datetime import UTC, datetime

from bot.sandbox.odata.errors import GraphError
from bot.sandbox.odata.expression import And, AnyOf, Comparison, Expression, Literal, Not, OneOf, Or, Path, TextMatch
from bot.sandbox.odata.tokens import Token, invalid_filter, tokens_of

_COMPARISONS = frozenset({"eq", "ne", "gt", "ge", "lt", "le"})
_FUNCTIONS = {"startswith": "startsWith", "endswith": "endsWith", "contains": "contains"}
_DEEPEST = 30


def parse_filter(text: str) -> Expression:
    """The tree of a `$filter`; GraphError 400 "Invalid filter clause…" for anything else."""
    return _FilterParser(text).parse()


class _FilterParser:
    """One pass over the words of one filter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens_of(text)
        self._next = 0
        self._depth = 0

    def parse(self) -> Expression:
        expression = self._disjunction()
        if self._peek().kind != "end":
            raise self._error()
        return expression

    def _disjunction(self) -> Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise invalid_filter("The expression is nested too deeply.")
        operands = [self._conjunction()]
        while self._take_word("or"):
            operands.append(self._conjunction())
        self._depth -= 1
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def _conjunction(self) -> Expression:
        operands = [self._negation()]
        while self._take_word("and"):
            operands.append(self._negation())
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def _negation(self) -> Expression:
        if not self._take_word("not"):
            return self._condition()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise invalid_filter("The expression is nested too deeply.")
        position = self._peek()
        bracketed = position.text == "("
        operand = self._negation()
        self._depth -= 1
        # In OData `not` binds tighter than `eq`: without brackets it would negate the property, not the comparison.
        if not bracketed and isinstance(operand, Comparison | OneOf):
            raise invalid_filter(f"A unary operator with an incompatible type was detected at {position.position}.")
        return Not(operand)

    def _condition(self) -> Expression:
        if self._take("("):
            inner = self._disjunction()
            self._expect(")")
            return inner
        name = self._name()
        if self._take("("):
            return self._function(name)
        path = self._path(name)
        return path if isinstance(path, AnyOf) else self._comparison(path)

    def _function(self, name: Token) -> TextMatch:
        function = _FUNCTIONS.get(name.text.casefold())
        if function is None:
            raise invalid_filter(f"An unknown function with name '{name.text}' was found.")
        path = self._path(self._name())
        self._expect(",")
        literal = self._literal()
        self._expect(")")
        if isinstance(path, AnyOf):
            raise self._error()
        return TextMatch(function, path, literal)

    def _path(self, first: Token) -> Path | AnyOf:
        segments = [first.text]
        while self._take("/"):
            segment = self._name()
            if segment.text == "any" and self._take("("):
                return self._any(Path(tuple(segments)))
            segments.append(segment.text)
        return Path(tuple(segments))

    def _any(self, path: Path) -> AnyOf:
        if self._take(")"):
            return AnyOf(path, "", None)
        variable = self._name().text
        self._expect(":")
        condition = self._disjunction()
        self._expect(")")
        return AnyOf(path, variable, condition)

    def _comparison(self, path: Path) -> Expression:
        operator = self._name()
        if operator.text in _COMPARISONS:
            return Comparison(operator.text, path, self._literal())
        if operator.text != "in":
            raise self._error(operator)
        self._expect("(")
        literals = [self._literal()]
        while self._take(","):
            literals.append(self._literal())
        self._expect(")")
        return OneOf(path, tuple(literals))

    def _literal(self) -> Literal:
        token = self._advance()
        if token.kind == "string":
            return Literal("string", token.text[1:-1].replace("''", "'"))
        if token.kind == "guid":
            return Literal("guid", token.text.lower())
        if token.kind == "number":
            return Literal("number", float(token.text) if "." in token.text else int(token.text))
        if token.kind == "dateTime":
            return self._date_time(token)
        if token.text in {"true", "false"}:
            return Literal("boolean", token.text == "true")
        if token.text == "null":
            return Literal("null", None)
        raise self._error(token)

    def _date_time(self, token: Token) -> Literal:
        try:
            # A year at either end of the calendar overflows when it is moved to UTC.
            moment = datetime.fromisoformat(token.text)
            return Literal("dateTime", moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC))
        except (ValueError, OverflowError):
            raise self._error(token) from None

    def _peek(self) -> Token:
        return self._tokens[self._next]

    def _advance(self) -> Token:
        token = self._peek()
        if token.kind == "end":
            raise self._error()
        self._next += 1
        return token

    def _name(self) -> Token:
        token = self._advance()
        if token.kind != "name":
            raise self._error(token)
        return token

    def _take(self, symbol: str) -> bool:
        token = self._peek()
        found = token.kind == "symbol" and token.text == symbol
        self._next += found
        return found

    def _expect(self, symbol: str) -> None:
        if not self._take(symbol):
            raise self._error()

    def _take_word(self, word: str) -> bool:
        token = self._peek()
        found = token.kind == "name" and token.text.casefold() == word
        self._next += found
        return found

    def _error(self, token: Token | None = None) -> GraphError:
        return invalid_filter(f"Syntax error at position {(token or self._peek()).position} in '{self._text}'.")
