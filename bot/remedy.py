"""What may be changed, as data: a remedy says what to write; it never writes."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from bot.roles import Doing
from bot.steps import Step
from bot.texts import Text, Value, _

LONGEST_NAME = 256
"""Characters of a name: https://learn.microsoft.com/graph/api/resources/group, displayName"""


def name_of(module: str) -> str:
    """`bot.diagnoses.group_is_deleted` is called `group_is_deleted` everywhere."""
    return module.rpartition(".")[2]


class Danger(StrEnum):
    """How hard a remedy is to take back, and so how it is confirmed."""

    REVERSIBLE = "reversible"
    """One press."""
    COSTLY = "costly"
    """A confirm card with before and after."""
    FINAL = "final"
    """Type the object's name."""


class Outcome(StrEnum):
    """How an action ended; never better than what was read back."""

    DONE = "done"
    """Looked again, and the cause is gone."""
    ACCEPTED = "accepted"
    """Graph took it, but it doesn't show yet."""
    PARTLY = "partly"
    """The first step was taken, a later one refused."""
    REFUSED = "refused"
    """Graph said no, and nothing changed."""
    UNKNOWN = "unknown"
    """The answer was lost: look before doing anything again."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a remedy turns from what into what, shown before it is confirmed."""

    label: Text
    before: Text | Value
    after: Text | Value


@dataclass(frozen=True, slots=True)
class Input:
    """A field of a confirm card: a choice when it has `choices` (value → label), else text."""

    id: str
    label: Text
    choices: tuple[tuple[str, Text], ...] = ()
    required: bool = False
    max_length: int = 500


class Remedy(BaseModel, ABC):
    """A change a person may choose. It says what to write; it never writes.

    Its fields are what its button carries: ids, names and switches, never a URL, a scope or a body.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    scope: ClassVar[str]
    """The delegated permission the write needs; asked for when the button is pressed."""
    role: ClassVar[Text]
    """Who may, in Microsoft's words; shown, never enforced: Graph enforces."""
    owners_may: ClassVar[bool] = False
    """Whether the owners of the group in question may as well."""
    danger: ClassVar[Danger]
    in_units: ClassVar[bool] = True
    """Whether it goes by administrative units: roles limited to one count, and a restricted one keeps others out."""

    @field_validator("*", mode="before")
    @classmethod
    def shortened(cls, value: object, field: ValidationInfo) -> object:
        """Names are only shown, and travel on buttons: of one that no directory takes, the beginning will do."""
        named = isinstance(value, str) and (field.field_name or "").endswith("_name")
        return value[:LONGEST_NAME] if named and isinstance(value, str) else value

    @classmethod
    def id(cls) -> str:
        """The remedy's name everywhere: its file's name."""
        return name_of(cls.__module__)

    @property
    def roles(self) -> frozenset[str]:
        """Template ids of the roles that may; empty when it takes none, or when `doing` tells them."""
        return frozenset()

    @property
    def doing(self) -> frozenset[Doing]:
        """What it does to the group in question, where the roles that may depend on that and on the group's kind."""
        return frozenset()

    @property
    @abstractmethod
    def button(self) -> Text:
        """Two or three words."""

    @property
    def confirmation(self) -> Text:
        """What is on the confirm card's button."""
        return self.button

    @property
    def handed_on(self) -> tuple[Text, Text]:
        """What stands above the words for somebody else who can do it, and what is asked of them."""
        return _("Send this to somebody who is a {role}", role=self.role), self.button

    @property
    @abstractmethod
    def warning(self) -> Text:
        """What the person should know before pressing."""

    @property
    @abstractmethod
    def changes(self) -> tuple[Change, ...]:
        """Before and after, as the confirm card shows it."""

    @property
    def form(self) -> tuple[Input, ...]:
        """What the person fills in on the confirm card."""
        return ()

    def filled(self, inputs: Mapping[str, str]) -> "Remedy":
        """This remedy with the form's answers; raises `ValueError` when one is missing or too long."""
        return self

    @abstractmethod
    def steps(self) -> tuple[Step, ...]:
        """What to do, in order; a later step is only tried when the earlier one was accepted."""

    def same_as(self, other: "Remedy") -> bool:
        """Whether it is the same change of the same objects; names may have changed since, so they don't count."""
        names = set(self.names)
        return type(self) is type(other) and self.model_dump(exclude=names) == other.model_dump(exclude=names)

    def chosen(self, pressed: "Remedy") -> "Remedy":
        """This remedy with what was chosen on the button and no diagnosis can know."""
        return self

    def shows_in(self, now: "Remedy") -> bool:
        """Whether what is offered now tells that this was done, where a diagnosis doesn't fall silent by it."""
        return False

    def audited(self) -> dict[str, str | bool]:
        """Its fields for the audit: ids and switches, no names and no words of anybody's."""
        return self.model_dump(exclude=set(self.names))

    def undo(self) -> "Remedy | None":
        """The way back, if there is one."""
        return None

    @property
    def shows_after(self) -> Text:
        """When an accepted change can be expected to show."""
        return _("It can take some minutes to show.")

    @property
    def once_done(self) -> Text:
        """What to know when it was done, and shows where Microsoft was asked."""
        return _("Teams and Outlook may show the old state for a while.")

    @property
    def settles_within(self) -> timedelta:
        """How long to go on looking for an accepted change before saying that it didn't show."""
        return timedelta(hours=1)

    @property
    def names(self) -> Mapping[str, str]:
        """Its fields that are names: for showing only, since the audit keeps none."""
        return {name: str(value) for name, value in self if name.endswith("_name")}
