"""Which delegated Graph permissions the bot needs, and what each is needed for: derived from readings and remedies.

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
from bot.scopes import SCOPES


@dataclass(frozen=True, slots=True)
class Permission:
    """One delegated permission: the readings (class names) and remedies (ids) that can't do without it."""

    scope: str
    readings: tuple[str, ...]
    remedies: tuple[str, ...]

    @property
    def access(self) -> Literal["read", "write"]:
        """What its name says it allows; some readings have no permission that only reads."""
        return "write" if ".ReadWrite" in self.scope else "read"

    @property
    def admin_consent(self) -> bool:
        """Whether only an administrator can consent to it."""
        return SCOPES[self.scope].admin


@cache
def permissions() -> Mapping[str, Permission]:
    """Every permission any reading or remedy declares, by its short name, in alphabetical order."""
    read = {reading.__name__: taken_by(reading) for reading in known_readings()}
    written = {id: {remedy.scope} for id, remedy in remedies.catalogue().items()}
    scopes = sorted(set[str]().union(*read.values(), *written.values()))
    return {scope: Permission(scope, _with(scope, read), _with(scope, written)) for scope in scopes}


def taken_by(reading: type[Reading]) -> set[str]:
    """What a reading takes, whoever is asked about."""
    return {reading.scope, *reading.also, reading.scope_of_others or reading.scope}


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


def _with(scope: str, scopes: Mapping[str, set[str]]) -> tuple[str, ...]:
    return tuple(sorted(name for name, needed in scopes.items() if scope in needed))
