"""What a button carries: names, ids and switches, strictly checked, because anybody can send anything.

Cards write these, the conversation reads them; there is no other way in.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.model import Operation, Question, Subject, SubjectKind, Symptom
from bot.person_details import Detail

ObjectId = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,60}$")]
Typed = Annotated[str, Field(max_length=256)]
"""A name as somebody typed it: https://learn.microsoft.com/graph/api/resources/group, displayName"""
Slot: TypeAlias = Literal["entity", "person", "compared", "other"]
"""A place in a question for one object."""
Nonce = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]


class BadButton(ValueError):
    """The data is not something this bot has ever put on a button."""


class Button(BaseModel):
    """One kind of button; `verb` is what Teams calls it by."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    verb: ClassVar[str]

    language: Literal["en", "da"] = "en"
    """What the card is written in, so that the next one is too, whatever the Teams client speaks."""


class About(BaseModel):
    """A question without its words: what of which object."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    symptom: Symptom
    kind: SubjectKind
    id: ObjectId
    person: ObjectId | None = None
    """For whom it is asked, when that isn't whoever presses."""
    operation: Operation | None = None
    other: ObjectId | None = None
    """Somebody who is to be added, removed or made an owner."""
    detail: Detail | None = None
    """Which of a person's details, seen where."""

    @classmethod
    def of(cls, question: Question) -> "About":
        """What a question is about; asked for oneself it stays so for whoever presses."""
        return cls(
            symptom=question.symptom,
            kind=question.subject.kind,
            id=question.subject.id,
            person=None if question.oneself else question.person,
            operation=question.operation,
            other=question.other.id if question.other else None,
            detail=question.detail,
        )

    @classmethod
    def done(cls, question: Question) -> "About":
        """What an action was about, whoever presses its way back: the person stays the one it was done for."""
        return cls.of(question).model_copy(update={"person": question.person or question.asker})

    def question(self, asker: str, asked: datetime) -> Question:
        """The question again, by whoever presses; names are Graph's to tell."""
        return Question(
            symptom=self.symptom,
            subject=Subject(self.kind, self.id.lower(), ""),
            asker=asker,
            asked=asked,
            person=(self.person or "").lower(),
            operation=self.operation,
            other=Subject(SubjectKind.USER, self.other.lower(), "") if self.other else None,
            detail=self.detail,
        )


class Again(Button):
    """Look once more; also what refreshes a card by itself."""

    verb = "again"

    about: About


class Asked(Button):
    """A question whose objects are still as they were typed, or ids where they have been chosen."""

    symptom: Symptom
    operation: Operation | None = None
    entity: Typed = ""
    """What it is of."""
    person: Typed = ""
    """For whom it is asked, when that isn't whoever presses."""
    compared: Typed = ""
    """For whom it works."""
    other: Typed = ""
    """Who is to be added, removed or made an owner."""
    detail: Detail | None = None
    """Which of a person's details, seen where."""


class View(Asked):
    """Show the presser their own answer to a question asked in a group chat or channel.

    Only the words are known there, since looking a name up is done with the rights of whoever looks; the group of the
    channel is known by its id.
    """

    verb = "view"


class Meant(Asked):
    """This is what I meant: one of the readings offered when the bot was unsure, or a name it asked for.

    The name is typed into the card's input `entity`, whatever it is the name of: `slot` says that.
    """

    verb = "meant"

    slot: Slot = "entity"


class Pick(Asked):
    """This is the one I meant. From a list the id comes in as an input."""

    verb = "pick"

    slot: Slot = "entity"
    id: ObjectId


class Offer(Button):
    """Carry out a remedy, or show what it would do first when it is costly."""

    verb = "offer"

    about: About
    diagnosis: Name
    remedy: Name
    arguments: dict[str, Any]
    nonce: Nonce


class Confirm(Offer):
    """Yes, do it. `inputs` the person filled in arrive beside these fields and are split off by `read`."""

    verb = "confirm"


class Undo(Button):
    """Take an action back; `action` is its id in the audit, which keeps no names: the card brings them along."""

    verb = "undo"

    action: ObjectId
    about: About
    """The question the action answered: what the card is about, not what is done."""
    names: dict[Name, Annotated[str, Field(max_length=256)]] = {}
    """What the remedy's `…_name` fields were, for showing only."""
    nonce: Nonce
    sure: bool = False
    """Whether this stands on the card that shows what it takes back."""


class Answer(Button):
    """An owner's answer to what was asked of them; the names are for showing only, since none are stored."""

    request: ObjectId
    asker_name: Annotated[str, Field(max_length=256)] = ""
    group_name: Annotated[str, Field(max_length=256)] = ""


class Grant(Answer):
    """An owner does it."""

    verb = "grant"

    nonce: Nonce


class Decline(Answer):
    """An owner says no."""

    verb = "decline"


class Retry(Button):
    """Answer what was asked before a permission was given; `kept` names where it waits, and gives no rights."""

    verb = "retry"

    kept: Nonce


ButtonT = TypeVar("ButtonT", bound=Button)

BUTTONS: Mapping[str, type[Button]] = {
    button.verb: button for button in (Again, View, Pick, Offer, Confirm, Undo, Grant, Decline, Meant, Retry)
}

INPUT = "input_"
"""Ids of a card's inputs start with this, so that they can't be mistaken for what the button carries."""


def only_looks(verb: str) -> bool:
    """Whether a button of this verb never leads to more than a look: a client may press those by itself."""
    return verb in {Again.verb, View.verb}


def read(verb: str, data: Mapping[str, Any]) -> tuple[Button, Mapping[str, str]]:
    """The button pressed and the inputs filled in; raises `BadButton` for anything else."""
    kind = BUTTONS.get(verb)
    if kind is None:
        raise BadButton("unknown verb")
    inputs = {name.removeprefix(INPUT): value for name, value in data.items() if name.startswith(INPUT)}
    if not all(isinstance(value, str) for value in inputs.values()):
        raise BadButton("an input that is no text")
    carried = {name: value for name, value in data.items() if not name.startswith(INPUT)}
    try:
        return kind.model_validate_json(orjson.dumps(carried)), inputs
    except (ValidationError, TypeError) as bad:
        raise BadButton("data that was never put on a button") from bad


def carry(button: Button) -> dict[str, Any]:
    """What goes into an action's `data`."""
    return button.model_dump(mode="json")
