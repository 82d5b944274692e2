"""Cards to people the bot isn't talking with just now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.ports import Person
from bot.texts import Voice
from cards.kit import Card


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a card went: ids of the conversation and the activity."""

    conversation: str
    activity: str


class Post(Protocol):
    """The way to people's 1:1 chats."""

    async def to_person(self, person: Person, card: Callable[[Voice], Card]) -> Posted | None:
        """Send it in their own language; `None` when the bot isn't installed for them or can't reach them."""
        ...

    async def replace(self, person: Person, where: Posted, card: Callable[[Voice], Card]) -> None:
        """Show another card in the place of one sent to them earlier; failing that is no failure of anything."""
        ...
