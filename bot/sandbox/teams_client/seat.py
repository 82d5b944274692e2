"""Where one person sits: who they are to Teams, and how their client reaches the bot."""

from dataclasses import dataclass

from bot.sandbox.connector.activities import Sender
from bot.sandbox.connector.connector import Connector
from bot.sandbox.connector.conversations import Conversation
from bot.sandbox.connector.postman import Delivery
from bot.sandbox.teams_client.view import Item, View
from bot.sandbox.world import Wire


@dataclass
class Seat:
    """One person's client: a user id, the client's locale ("da-DK", may be switched), and what is on its screen."""

    user: str
    locale: str
    connector: Connector
    view: View

    @property
    def mri(self) -> str:
        """This person's id towards the bot (29:…)."""
        return self.connector.conversations.mri(self.user)

    @property
    def sender(self) -> Sender:
        """Who acts, as activities say it."""
        return Sender(self.user, self.locale)

    def place(self, conversation: str | None) -> Conversation:
        """A conversation of this person's, the personal one by default; raises `LookupError` for anybody else's."""
        conversations = self.connector.conversations
        if conversation is None:
            return conversations.personal(self.user)
        place = conversations.find(conversation)
        if place is None or self.user not in place.members:
            raise LookupError("not a conversation of this person's")
        return place

    def invoke(self, item: Item, name: str, value: Wire) -> Wire:
        """An invoke about the message `item`."""
        activity = self.connector.writer.invoke(self.sender, self.place(item.conversation), name, value, item.thread)
        return activity | {"replyToId": item.id}

    async def tell(self, item: Item, name: str, value: Wire) -> Delivery:
        """Send the bot an invoke about `item`."""
        return await self.connector.deliver(self.invoke(item, name, value))
