"""What the bot may change: every module here declares one `Remedy`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from bot.remedy import Remedy


@cache
def catalogue() -> Mapping[str, type[Remedy]]:
    """Remedy id → remedy, for every file in this folder."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return {remedy.id(): remedy for remedy in Remedy.__subclasses__() if remedy.__module__.startswith(__name__)}


def revive(id: str, arguments: Mapping[str, Any]) -> Remedy:
    """The remedy a button stands for.

    Raises `KeyError` for an unknown id and `pydantic.ValidationError` for anything the remedy did not declare.
    """
    return catalogue()[id].model_validate(dict(arguments))
