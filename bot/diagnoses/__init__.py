"""What the bot can recognise: every module in these folders declares one `diagnose`."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import cast

from bot.model import Operation, Symptom
from bot.rule import Diagnosis, ordered


@cache
def catalogue() -> Mapping[str, Diagnosis]:
    """Diagnosis id → diagnosis, for every file in these folders. Raises `ValueError` when two have one id."""
    found: dict[str, Diagnosis] = {}
    for name in modules():
        diagnosis = cast(Diagnosis, import_module(name).diagnose)
        if diagnosis.id in found:
            raise ValueError(f"two diagnoses are called {diagnosis.id}")
        found[diagnosis.id] = diagnosis
    return found


def modules() -> Iterator[str]:
    """The full names of the modules that hold a diagnosis each."""
    return (module.name for module in walk_packages(__path__, f"{__name__}.") if not module.ispkg)


@cache
def explaining(symptom: Symptom, operation: Operation | None = None) -> tuple[Diagnosis, ...]:
    """The diagnoses that have a say in this symptom and what is wanted, each after those that outrank it.

    Raises `CircularOrder`.
    """
    return ordered(d for d in catalogue().values() if symptom in d.symptoms and operation in d.operations)
