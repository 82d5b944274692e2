"""What the verbs ask of the world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.model import Subject
from bot.reading import Plan, Readings, Search
from bot.remedy import Outcome, Remedy
from bot.steps import Ask, Write, WriteResult

Hits = list[dict[str, Any]]
"""Objects as Graph sent them; whoever asked reads them with a model."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Teams: `tenant` and `id` are Entra's, `id` being their object id."""

    tenant: str
    id: str
    name: str = ""
    """What Teams calls them; for addressing people, never for deciding anything."""


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """The present: an aware datetime."""
        ...


class Graph(Protocol):
    """Microsoft Graph as one person: nothing is read or written that this person couldn't.

    Every method may raise `bot.reading.GraphDown`.
    """

    async def read(self, plans: Sequence[Plan]) -> Sequence[Readings]:
        """Every wanted reading of every plan, in one wave, each address asked once.

        What Graph refuses comes back `Unreadable`; a listing is followed page by page.
        """
        ...

    async def search(self, searches: Sequence[Search]) -> Sequence[Hits | int]:
        """What each search found, in one wave; an HTTP status where Graph refused."""
        ...

    async def write(self, change: Write) -> WriteResult:
        """Make one change; never repeated when the answer is lost."""
        ...


@dataclass(frozen=True, slots=True)
class Intent:
    """An action somebody is about to take; this much is in the audit before anything is written."""

    at: datetime
    person: Person
    conversation: str
    diagnosis: str
    remedy: Remedy
    subject: Subject
    nonce: str
    """Consumed with the record: an action happens once however often its button is pressed."""
    undo_of: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An action as the audit holds it: Microsoft's ids, ours, and switches; no names, so its subject has none.

    `at` is when it was begun and `ended_at` when it was settled, both aware. `outcome` is `None` while it is under way,
    or after a crash. `status` is Graph's HTTP status and `code` its error code when it refused. `undo_of` is the action
    it takes back, `undone_by` the latest one that took this back.
    """

    id: str
    at: datetime
    tenant: str
    actor: str
    conversation: str
    diagnosis: str
    remedy: str
    arguments: Mapping[str, str | bool]
    subject: Subject
    undo_of: str | None = None
    outcome: Outcome | None = None
    ended_at: datetime | None = None
    status: int | None = None
    code: str | None = None
    undone_by: str | None = None


class PressedBefore(Exception):
    """The nonce was used: somebody pressed this very button before; `outcome` is `None` while it is under way."""

    def __init__(self, outcome: Outcome | None) -> None:
        super().__init__("this button has been pressed before")
        self.outcome = outcome


class Ledger(Protocol):
    """The audit: what people did through the bot."""

    async def begin(self, intent: Intent) -> str:
        """Record the intent and consume its nonce, atomically; the action's id. Raises `PressedBefore`."""
        ...

    async def recorded(self, action: str) -> Recorded | None:
        """An action by id."""
        ...

    async def latest(self, tenant: str, subject: Subject) -> Recorded | None:
        """The action that was begun last on an object, whoever began it; `None` when there was none."""
        ...

    async def settle(self, action: str, outcome: Outcome, at: datetime, status: int | None, code: str | None) -> None:
        """Record how it ended, with Graph's HTTP status and error code when it refused; the first outcome stands."""
        ...


class AskedLately(Exception):
    """Somebody asked a group's owners for what they had asked them for less than a day ago."""


class Messenger(Protocol):
    """Writes to people in Teams on the bot's own initiative."""

    async def ask(self, request: Ask, asker: Person, subject: Subject) -> int:
        """Put the request to the group's owners; how many of them were reached. Raises `AskedLately`."""
        ...


class LooksAgain(Protocol):
    """Looks at things again later, and tells the person once."""

    async def add(
        self,
        person: Person,
        kind: str,
        state: Mapping[str, str | bool | int],
        *,
        due_at: datetime,
        deadline: datetime,
        key: str | None = None,
    ) -> str:
        """Look at it when it is due, until the deadline; its id.

        `state` holds ids, switches and words of ours. Raises `bot.store.follow_ups.TooManyFollowUps`.
        """
        ...
