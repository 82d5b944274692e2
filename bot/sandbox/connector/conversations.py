"""Who talks to whom: personal chats, group chats and channels the bot is part of.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha384
from typing import Literal

from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.world import Wire, World

THREAD = ";messageid="
"""Between a channel's id and the id of the message that began the thread."""


@dataclass(frozen=True)
class Conversation:
    """A place to talk; `members` are user ids, `team` the Microsoft 365 group of a channel."""

    id: str
    kind: Literal["personal", "groupChat", "channel"]
    members: tuple[str, ...]
    title: str = ""
    team: str | None = None


class Conversations:
    """Looks places and people up in the world as it is now."""

    def __init__(self, world: World, registration: AppRegistration) -> None:
        self._world, self._registration = world, registration

    @property
    def bot(self) -> Wire:
        """The bot's own channel account."""
        return {"id": f"28:{self._registration.client_id}", "name": self._registration.name}

    def account(self, user: str) -> Wire:
        """A person's channel account as activities carry it in `from`."""
        return {"id": self.mri(user), "name": self._world.users[user]["displayName"], "aadObjectId": user}

    def mri(self, user: str) -> str:
        """The id Teams gives this person towards this bot: stable, and opaque on purpose."""
        return f"29:1{self._opaque(user)}"

    def user_of(self, account_id: str) -> str | None:
        """The user behind an account id: an MRI (29:…) or the Entra object id."""
        if account_id in self._world.users:
            return account_id
        return next((user for user in self._world.users if self.mri(user) == account_id), None)

    def personal(self, user: str) -> Conversation:
        """The one-to-one chat of `user` and the bot."""
        return Conversation(f"a:1{self._opaque(user, 'chat')}", "personal", (user,))

    def of(self, user: str) -> list[Conversation]:
        """Every conversation `user` sees the bot in, the personal one first."""
        return [place for place in self._all() if user in place.members and self.bot_is_in(place)]

    def find(self, conversation_id: str) -> Conversation | None:
        """A conversation by its id; a channel also by the id of one of its threads."""
        wanted = conversation_id.partition(THREAD)[0]
        return next((place for place in self._all() if place.id == wanted), None)

    def bot_is_in(self, place: Conversation) -> bool:
        """Whether the bot is (still) installed there."""
        return place.kind != "personal" or place.members[0] in self._world.installed_for

    def team_thread(self, team: str) -> str:
        """The id Teams knows a team by: that of its General channel, not the group's."""
        if internal := self._world.teams.get(team, {}).get("internalId"):
            return str(internal)
        return next(c.id for c in self._world.company.teamwork.channels if c.team == team)

    def team_of_thread(self, thread: str) -> str | None:
        """The Microsoft 365 group of the team Teams knows as `thread`."""
        teams = {channel.team for channel in self._world.company.teamwork.channels}
        return next((team for team in teams if self.team_thread(team) == thread), None)

    def _all(self) -> Iterator[Conversation]:
        yield from (self.personal(user) for user in self._world.users)
        work = self._world.company.teamwork
        yield from (Conversation(chat.id, "groupChat", chat.members, chat.topic) for chat in work.chats)
        for channel in work.channels:
            people = dict.fromkeys(
                [*self._world.members.get(channel.team, []), *self._world.owners.get(channel.team, [])]
            )
            yield Conversation(channel.id, "channel", tuple(people), channel.display_name, channel.team)

    def _opaque(self, user: str, purpose: str = "account") -> str:
        secret = f"{self._world.tenant}/{self._registration.client_id}/{user}/{purpose}"
        return urlsafe_b64encode(sha384(secret.encode()).digest()).decode()
