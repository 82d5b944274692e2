"""What the bot can recognise: every module here declares one `diagnose`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from bot.model import Symptom
from bot.rule import Diagnosis


@cache
def catalogue() -> Mapping[str, Diagnosis]:
    """Diagnosis id → diagnosis, for every file in this folder."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = (cast(Diagnosis, module.diagnose) for module in modules)
    return {diagnosis.id: diagnosis for diagnosis in found}


@cache
def explaining(symptom: Symptom) -> tuple[Diagnosis, ...]:
    """The diagnoses that can explain `symptom`, each after those that outrank it."""
    left = [d for d in catalogue().values() if symptom in d.symptoms]
    ordered: list[Diagnosis] = []
    while left:
        first = next(d for d in left if not any(d.id in other.before for other in left))
        left.remove(first)
        ordered.append(first)
    return tuple(ordered)
