"""Telling somebody something once, through the Bot Connector."""

from bot.conversation.owners.post import Posted
from bot.housekeeping.telling import Spoken
from bot.ports import Person
from bot.teams.connector.errors import ConnectorError, ConnectorUnreachable, Throttled
from bot.teams.connector.token import TokenUnavailable
from bot.teams.proactive.post import TeamsPost


class TeamsTelling:
    """A `bot.housekeeping.telling.Telling` in Teams, which takes a message as often as it is sent."""

    def __init__(self, post: TeamsPost) -> None:
        self._post = post

    async def tell(self, person: Person, card: Spoken) -> str | None:
        """Send it; what was refused for now may be sent later, what was refused for good never arrives.

        Raises `ConnectorUnreachable` when no answer came: it may have arrived.
        """
        try:
            posted = await self._post.deliver(person, card)
        except ConnectorUnreachable:
            raise
        except TokenUnavailable:
            return None
        except ConnectorError as refused:
            return None if isinstance(refused, Throttled) or refused.status >= 500 else ""
        return posted.activity if posted else ""

    async def replace(self, person: Person, conversation: str, activity: str, card: Spoken) -> None:
        """Show another card in the place of one they got."""
        await self._post.replace(person, Posted(conversation, activity), card)
