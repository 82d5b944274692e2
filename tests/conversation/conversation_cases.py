"""Conversations written down: `tests/cases/conversations.json`, read strictly, so that a slip in it is told."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

PATH = Path(__file__).parents[1] / "cases" / "conversations.json"


class Strict(BaseModel):
    """Refuses a key it doesn't know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Words: TypeAlias = Annotated[str, Field(min_length=3)]
"""Shorter ones are found in anything."""


class Expected(Strict):
    """What must be on the screen of whoever took the turn, in what the turn added to it or changed."""

    about: Words | None = None
    """The name of a group that an answer is about: the first line of a card."""
    contains: tuple[Words, ...] = ()
    """Each is said, in one card or another; folded parts count."""
    lacks: tuple[Words, ...] = ()
    """None of these is said."""
    buttons: tuple[Words, ...] = ()
    """Each is there: a title, or how it begins."""
    language: Literal["en", "da"] | None = None
    """Of every card."""
    writes: int | None = None
    """How many changes have been asked of Graph since the conversation began."""


class Turn(Strict):
    """One thing that happens: exactly one of `say`, `press`, `look` and `clock`."""

    say: str | None = None
    press: str | None = None
    """A button's title or how it begins, on the newest card that has it."""
    fill: dict[str, str] = Field(default_factory=dict[str, str])
    """What is typed into the card before pressing: input → text."""
    look: Literal[True] | None = None
    """Look at what has come in since one's own last turn."""
    clock: Annotated[str, Field(pattern=r"^\+[1-9][0-9]*m$")] | None = None
    """Minutes pass, for example "+31m"."""
    by: str | None = None
    """Somebody else than the case's person: the part of the address before the @."""
    where: Annotated[Literal["personal", "groupChat", "channel"], Field(alias="in")] = "personal"
    expect: Expected = Expected()

    @property
    def passing(self) -> timedelta:
        """How much time goes by."""
        return timedelta(minutes=int(self.clock[1:-1])) if self.clock else timedelta()

    @model_validator(mode="after")
    def one_thing(self) -> Self:
        """Raises `ValueError` when it isn't clear what happens, or what is said then: silence and sorry would pass."""
        if sum(each is not None for each in (self.say, self.press, self.look, self.clock)) != 1:
            raise ValueError("exactly one of say, press, look and clock")
        if self.clock is None and not (self.expect.contains or self.expect.buttons):
            raise ValueError("nothing is said that has to be said: contains or buttons")
        return self


class Case(Strict):
    """One conversation in a Contoso of its own. `name` is its id and stays; it begins with the language it is in."""

    name: Annotated[str, Field(pattern=r"^(en|da)-[a-z0-9-]+$")]
    person: str
    locale: str | None = None
    """Of the person's Teams; their preferred language when left out."""
    known_gap: str | None = None
    """Why the bot can't do this yet; the test fails as soon as it can."""
    turns: Annotated[tuple[Turn, ...], Field(min_length=2, max_length=6)]


def differing(found: tuple[Case, ...]) -> tuple[Case, ...]:
    """The cases themselves; raises `ValueError` when two have the same name."""
    names = [case.name for case in found]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"twice: {', '.join(sorted(twice))}")
    return found


CASES = TypeAdapter(Annotated[tuple[Case, ...], AfterValidator(differing)])


def cases() -> tuple[Case, ...]:
    """All of them; raises `pydantic.ValidationError` naming the path of what is wrong."""
    return CASES.validate_python(json.loads(PATH.read_text("utf-8")))
