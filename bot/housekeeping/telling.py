"""Telling somebody something once: what a follow-up needs of Teams."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from bot.ports import Person
from bot.texts import Voice
from cards.kit import Card

Spoken: TypeAlias = Callable[[Voice], Card]
"""A card, once it is known how to speak to whoever gets it."""


class Telling(Protocol):
    """The way to people's one-to-one chats."""

    async def tell(self, person: Person, card: Spoken) -> str | None:
        """Send it; the message's id, empty when they can't be reached at all, `None` when later may be better.

        Raises when it isn't known whether it arrived.
        """
        ...

    async def replace(self, person: Person, conversation: str, activity: str, card: Spoken) -> None:
        """Show another card in the place of one they got; failing that is no failure of anything."""
        ...
