"""Which delegated permissions the bot needs, and what each is needed for: derived from readings and remedies.

https://learn.microsoft.com/graph/permissions-reference
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from bot import readings, remedies
from bot.reading import Reading
from bot.scopes import SCOPES, Scope


@dataclass(frozen=True, slots=True)
class Permission:
    """One delegated permission: the readings (class names) and remedies (ids) that can't do without it."""

    scope: Scope
    readings: tuple[str, ...]
    remedies: tuple[str, ...]

    @property
    def access(self) -> Literal["read", "write"]:
        """What its name says it allows; some readings have no permission that only reads."""
        return "write" if ".ReadWrite" in self.scope.name else "read"

    @property
    def admin_consent(self) -> bool:
        """Whether only an administrator can consent to it."""
        return SCOPES[self.scope].admin


@cache
def permissions() -> Mapping[Scope, Permission]:
    """Every permission any reading or remedy declares, Graph's first, in alphabetical order."""
    read = {reading.__name__: reading.permissions() for reading in known_readings()}
    written = {id: frozenset({Scope.of_graph(remedy.scope)}) for id, remedy in remedies.catalogue().items()}
    scopes = sorted(set[Scope]().union(*read.values(), *written.values()))
    return {scope: Permission(scope, _with(scope, read), _with(scope, written)) for scope in scopes}


@cache
def known_readings() -> tuple[type[Reading], ...]:
    """Every reading declared in `bot.readings`, by name."""
    for module in iter_modules(readings.__path__):
        import_module(f"{readings.__name__}.{module.name}")
    found = {kind.__name__: kind for kind in _below(Reading) if kind.__module__.startswith(f"{readings.__name__}.")}
    return tuple(found[name] for name in sorted(found))


def _below(kind: type[Reading]) -> Iterator[type[Reading]]:
    """Subclasses at any depth that stand for a request; pydantic's parametrised generics have no path."""
    for subclass in kind.__subclasses__():
        if "path" in vars(subclass):
            yield subclass
        yield from _below(subclass)


def _with(scope: Scope, scopes: Mapping[str, frozenset[Scope]]) -> tuple[str, ...]:
    return tuple(sorted(name for name, needed in scopes.items() if scope in needed))
