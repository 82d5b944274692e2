"""What one person sees: messages in order, as they look to this person and nobody else."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from bot.sandbox.world import Wire


@dataclass(frozen=True)
class SignInButton:
    """A button that opens a sign-in page: its title and the page's address."""

    title: str
    url: str


@dataclass(frozen=True)
class Notice:
    """A line Teams shows below a card; an error, or news such as an action's answer in text."""

    text: str
    error: bool = False


@dataclass(frozen=True)
class Item:
    """One message. `author` is a display name; `card` an Adaptive Card as JSON; `time` ISO 8601, UTC."""

    id: str
    conversation: str  # of the place; a channel's threads are told apart by `thread`
    author: str
    role: Literal["me", "bot", "person"]
    time: str
    thread: str | None = None  # the id of the message that began a channel thread
    text: str | None = None
    card: Wire | None = None
    sign_in: SignInButton | None = None
    notice: Notice | None = None
    suggestions: tuple[str, ...] = ()  # what tapping a suggested action would say
    targeted: bool = False  # "Only you can see this message"
    edited: bool = False

    @property
    def visible(self) -> bool:
        """Whether there is anything to show; a sign-in card whose silent exchange is under way has nothing."""
        return any((self.text, self.card, self.sign_in, self.notice))


@dataclass(frozen=True)
class Change:
    """News for whoever draws the view: an item as it now looks, one that is gone, or somebody typing."""

    kind: Literal["shown", "gone", "typing"]
    conversation: str
    item: Item | None = None
    id: str | None = None


class View:
    """All conversations of one person, and who wants to hear of changes."""

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self._queues: list[asyncio.Queue[Change]] = []

    def items(self, conversation: str) -> list[Item]:
        """What is to be seen in a conversation, oldest first."""
        return [item for item in self._items.values() if item.conversation == conversation and item.visible]

    def item(self, activity_id: str) -> Item:
        """One message, visible or not; raises `KeyError`."""
        return self._items[activity_id]

    def show(self, item: Item) -> None:
        """Put up or replace a message."""
        self._items[item.id] = item
        if item.visible:
            self._tell(Change("shown", item.conversation, item=item))
        else:
            self._tell(Change("gone", item.conversation, id=item.id))

    def change(self, activity_id: str, alter: Callable[[Item], Item]) -> None:
        """Replace a message by what `alter` makes of it, if it is still there."""
        if activity_id in self._items:
            self.show(alter(self._items[activity_id]))

    def notice(self, activity_id: str, notice: Notice | None) -> None:
        """Show a line below a message, or take it away."""
        self.change(activity_id, lambda item: replace(item, notice=notice))

    def remove(self, activity_id: str) -> None:
        """Take a message away."""
        if item := self._items.pop(activity_id, None):
            self._tell(Change("gone", item.conversation, id=activity_id))

    def typing(self, conversation: str) -> None:
        """The bot is typing."""
        self._tell(Change("typing", conversation))

    def subscribe(self) -> asyncio.Queue[Change]:
        """A queue that receives every change from now on."""
        queue: asyncio.Queue[Change] = asyncio.Queue()
        self._queues.append(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[Change]) -> None:
        """Stop filling `queue`."""
        self._queues.remove(queue)

    def _tell(self, change: Change) -> None:
        for queue in self._queues:
            queue.put_nowait(change)
