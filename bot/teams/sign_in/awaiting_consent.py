"""What people asked for before an administrator had consented; it waits behind the Try again of their consent card."""

from collections.abc import Callable

from bot.buttons import BadButton
from bot.conversation.speaker import Speaker
from bot.teams.door.inbound import Inbound
from bot.teams.door.pressed import tried_again
from bot.teams.sign_in.waiting import Waiting, WaitingRoom


class AwaitingConsent:
    """Kept for ten minutes, in memory, and apart from what waits for a sign-in, which would wake it.

    `now` gives seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._room = WaitingRoom(now)

    def keep(self, waiting: Waiting) -> str:
        """Keep what was asked; the name it is kept under. What a pressed Try again stood for keeps the name it had."""
        name = tried_again(waiting.told)
        before = self._room.look(name) if name else None
        return name if name and before and before.person.id == waiting.person.id else self._room.put(waiting)

    def keep_on(self, name: str, waiting: Waiting) -> None:
        """Keep what was taken for ten minutes more."""
        self._room.put(waiting, name)

    def take(self, name: str, told: Inbound, speaker: Speaker) -> Waiting | None:
        """What is kept under the name; `None` when it is too old, or was taken before.

        Raises `BadButton` for everybody but the person who asked, and anywhere but where they asked.
        """
        waiting = self._room.look(name)
        if waiting is None:
            return None
        asked = (waiting.person.tenant, waiting.person.id, waiting.told.conversation.id)
        if asked != (speaker.person.tenant, speaker.person.id, told.conversation.id):
            raise BadButton("not this person's question")
        return self._room.take(name)
