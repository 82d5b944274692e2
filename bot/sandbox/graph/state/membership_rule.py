"""What a dynamic membership rule says about a person.

Operators are read with or without their hyphen and in any capitals. What is read: comparisons of a property of the
user with text, true, false or null, joined by `and`, `or`, `not` and parentheses.
https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
"""

import re
from collections.abc import Callable

from bot.sandbox.world import Wire

Rule = Callable[[Wire], bool]
"""Whether a user, as Graph would serialise it, is a member."""

_WORD = re.compile(r"""\s*("(?:[^"`]|`.)*"|'[^']*'|[()\[\],]|-?[\w.]+)""")
_COMPARISONS: dict[str, Callable[[str, str], bool]] = {
    "eq": lambda value, wanted: value == wanted,
    "ne": lambda value, wanted: value != wanted,
    "startswith": lambda value, wanted: value.startswith(wanted),
    "notstartswith": lambda value, wanted: not value.startswith(wanted),
    "contains": lambda value, wanted: wanted in value,
    "notcontains": lambda value, wanted: wanted not in value,
}
_DEEPEST = 30


def matcher(rule: str) -> Rule | None:
    """The rule as a function; `None` for one that this company can't read."""
    try:
        words = _words(rule)
        return _Reader(words).rule()
    except _UnreadableError:
        return None


class _UnreadableError(Exception):
    """The rule says something this company doesn't know."""


def _words(rule: str) -> list[str]:
    words, at = list[str](), 0
    while rule[at:].strip():
        found = _WORD.match(rule, at)
        if found is None:
            raise _UnreadableError
        words.append(found[1])
        at = found.end()
    return words


class _Reader:
    """One pass over the words of a rule; `or` binds least, then `and`, then `not`."""

    def __init__(self, words: list[str]) -> None:
        self._words, self._depth = words, 0

    def rule(self) -> Rule:
        read = self._any()
        if self._words:
            raise _UnreadableError
        return read

    def _any(self) -> Rule:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnreadableError
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        self._depth -= 1
        return lambda user: any(part(user) for part in parts)

    def _all(self) -> Rule:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return lambda user: all(part(user) for part in parts)

    def _one(self) -> Rule:
        if self._takes("not"):
            denied = self._one()
            return lambda user: not denied(user)
        if self._takes("("):
            inner = self._any()
            if not self._takes(")"):
                raise _UnreadableError
            return inner
        return self._comparison()

    def _comparison(self) -> Rule:
        kind, _, name = self._next().partition(".")
        holds = _COMPARISONS.get(self._next().removeprefix("-"))
        wanted = _literal(self._next())
        if kind != "user" or not name or holds is None or wanted is None:
            raise _UnreadableError
        return lambda user: holds(_value(user, name), wanted)

    def _takes(self, word: str) -> bool:
        if self._words and self._words[0].casefold().removeprefix("-") == word:
            del self._words[0]
            return True
        return False

    def _next(self) -> str:
        if not self._words:
            raise _UnreadableError
        return self._words.pop(0).casefold()


def _literal(word: str) -> str | None:
    """A value as it is compared: null like an empty text, as with a user who lacks the property."""
    if word[0] in "\"'":
        return word[1:-1].replace("`", "")
    return {"true": "true", "false": "false", "null": ""}.get(word)


def _value(user: Wire, name: str) -> str:
    value = {key.casefold(): value for key, value in user.items()}.get(name)
    return "" if value is None else str(value).casefold()
