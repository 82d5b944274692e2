"""Questions about photos written down: `tests/cases/photos.json`, read strictly, so that a slip in it is told."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

FILE = Path(__file__).parents[1] / "cases" / "photos.json"


class Case(BaseModel):
    """Who types what in which company, and what comes of it: ids of findings in their order, names of readings."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    company: str
    """A file in `bot/sandbox/companies`; Contoso's administrator has consented for all of them."""
    asker: str = Field(alias="as")
    say: str
    about: str
    locale: str = "en-US"
    without: tuple[str, ...] = ()
    """Permissions the administrator has not consented to."""
    findings: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    probable: bool | None = None
    """Whether the first finding is only probable; `None` where that isn't the point."""
    pictures: int = 0
    """How many pictures the first finding shows."""


def cases() -> Sequence[Case]:
    """All of them."""
    return TypeAdapter(tuple[Case, ...]).validate_json(FILE.read_bytes())
