"""Questions about profiles written down: `tests/cases/profiles.json`, read strictly, so that a slip in it is told."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.person_details import Place, Property

PATH = Path(__file__).parents[1] / "cases" / "profiles.json"


class Case(BaseModel):
    """Somebody asks about a profile, in Contoso, and this comes of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    person: Annotated[str, Field(min_length=2)]
    """Who asks: the part of the address before the @."""
    say: Annotated[str, Field(min_length=5)]
    about: str
    """The name of the person the answer is about."""
    property: Property | None = None
    place: Place | None = None
    findings: tuple[str, ...]
    """Ids of the diagnoses that speak, the first first."""
    certain: bool = True
    """Whether the first of them is said without "probably"."""
    gaps: tuple[str, ...] = ()
    """The permissions that are named for what could not be seen."""
    language: Literal["en", "da"]
    without: tuple[str, ...] = ()
    """Permissions that nobody in the company has consented to."""
    later: Annotated[int, Field(ge=0)] = 0
    """Hours that pass before it is asked."""


def alone(case: Case) -> bool:
    """Whether it takes a company of its own."""
    return bool(case.without or case.later)


def cases() -> Sequence[Case]:
    """All of them; raises `pydantic.ValidationError` naming the path of what is wrong."""
    return TypeAdapter(tuple[Case, ...]).validate_python(json.loads(PATH.read_text("utf-8")))
