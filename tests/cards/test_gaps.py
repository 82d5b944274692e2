"""Whatever may not be seen has a name people understand."""

from importlib import import_module
from pkgutil import iter_modules

import bot.readings
from bot.reading import Reading
from bot.remedies import catalogue
from cards.report.gaps import WORDS as READINGS
from cards.sign_in.permissions import WORDS as PERMISSIONS


def readings() -> set[type[Reading]]:
    """Every reading there is."""
    modules = [import_module(f"bot.readings.{module.name}") for module in iter_modules(bot.readings.__path__)]
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    return {kind for kind in kinds if issubclass(kind, Reading) and "path" in vars(kind)}


def test_every_reading_has_words() -> None:
    assert readings() <= READINGS.keys()


def test_every_permission_has_words() -> None:
    wanted = {scope for kind in readings() for scope in (kind.scope, *kind.also)}
    wanted |= {remedy.scope for remedy in catalogue().values()}
    assert wanted <= PERMISSIONS.keys()
