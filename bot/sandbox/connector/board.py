"""What has been posted where, and who is told: the part of Teams both the bot and the people write to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.connector.conversations import THREAD, Conversation
from bot.sandbox.world import Clock, Wire

Watcher = Callable[["Event"], None]


@dataclass(frozen=True)
class Event:
    """Something visible happened in `place`; `only_for` is a user id when a targeted message is meant."""

    kind: Literal["posted", "updated", "deleted", "typing"]
    place: Conversation
    activity: Wire
    only_for: str | None = None


class Board:
    """All messages in force, in order; tells every watcher of each change at once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._posted: dict[tuple[str, str], Event] = {}
        self._watchers: list[Watcher] = []
        self._last_id = 0

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` with every event from now on; returns what ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def post(self, place: Conversation, activity: Wire, only_for: str | None = None) -> str:
        """Put a message up; returns its id (milliseconds, as Teams counts)."""
        activity_id = self.new_id()
        now = self._clock.now()
        stamped: Wire = {**activity, "id": activity_id, "timestamp": f"{now:%Y-%m-%dT%H:%M:%S.%f}0Z"}
        if place.kind == "channel" and THREAD not in str(stamped["conversation"]["id"]):
            # A message to the channel itself begins a thread of its own.
            stamped["conversation"] = {**stamped["conversation"], "id": f"{place.id}{THREAD}{activity_id}"}
        event = Event("posted", place, stamped, only_for)
        self._posted[place.id, activity_id] = event
        self._tell(event)
        return activity_id

    def update(self, place: Conversation, activity_id: str, activity: Wire) -> None:
        """Replace a message everybody (or its one reader) sees."""
        before = self._posted[place.id, activity_id]
        kept = {key: before.activity[key] for key in ("id", "timestamp", "from", "conversation", "replyToId")}
        event = Event("updated", place, {**activity, **kept}, before.only_for)
        self._posted[place.id, activity_id] = event
        self._tell(event)

    def delete(self, place: Conversation, activity_id: str) -> None:
        """Take a message down."""
        before = self._posted.pop((place.id, activity_id))
        self._tell(Event("deleted", place, before.activity, before.only_for))

    def typing(self, place: Conversation, activity: Wire) -> str:
        """Show that somebody is typing; nothing is kept."""
        self._tell(Event("typing", place, activity))
        return self.new_id()

    def find(self, place: Conversation, activity_id: str) -> Event | None:
        """A message by its id."""
        return self._posted.get((place.id, activity_id))

    def history(self, place: Conversation) -> Iterator[Event]:
        """Every message of a conversation in force, oldest first."""
        return (event for (conversation, _), event in self._posted.items() if conversation == place.id)

    def new_id(self) -> str:
        """An id no activity has had."""
        self._last_id = max(self._last_id + 1, int(self._clock.now().timestamp() * 1000))
        return str(self._last_id)

    def _tell(self, event: Event) -> None:
        for watcher in list(self._watchers):
            watcher(event)
