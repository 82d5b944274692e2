"""Telling somebody something once, through the Bot Connector."""

from bot.conversation.owners.proactive_cards import Posted
from bot.housekeeping.telling import Spoken
from bot.ports import Person
from bot.teams.connector.errors import ConnectorError
from bot.teams.connector.token import TokenUnavailable
from bot.teams.proactive.post import TeamsPost

LATER = frozenset({412, 429, 503})
"""Statuses with which Teams took nothing and may later. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit"""


class TeamsTelling:
    """A `bot.housekeeping.telling.Telling` in Teams, which takes a message as often as it is sent."""

    def __init__(self, post: TeamsPost) -> None:
        self._post = post

    async def tell(self, person: Person, card: Spoken) -> str | None:
        """Send it; what was refused for now may be sent later, what was refused for good never arrives.

        Raises `ConnectorError` when no answer came, or one that doesn't say what became of it: it may have arrived.
        """
        try:
            posted = await self._post.deliver(person, card)
        except TokenUnavailable:
            return None
        except ConnectorError as refused:
            if refused.status in LATER:
                return None
            if 400 <= refused.status < 500:
                return ""
            raise
        return posted.activity if posted else ""

    async def replace(self, person: Person, conversation: str, activity: str, card: Spoken) -> None:
        """Show another card in the place of one they got."""
        await self._post.replace(person, Posted(conversation, activity), card)
