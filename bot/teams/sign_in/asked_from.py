"""The chat a sign-in page was opened from: who Teams says the person is, and what waits there to be answered."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.ports import Person
from bot.teams.connector.client import Connector
from bot.teams.connector.errors import ConnectorError
from bot.teams.connector.token import TokenUnavailable
from bot.teams.sign_in.waiting import Waiting

HINT_SECONDS = 2.0
"""How long somebody who pressed Sign in waits for their name to be filled in."""


class AskedFromTeams:
    """A `bot.teams.sign_in.pages.KnownToTeams`; `resume` answers what waits for a person."""

    def __init__(self, connector: Callable[[str], Connector], resume: Callable[[Person], Awaitable[None]]) -> None:
        self._connector = connector
        self._resume = resume

    async def login_name(self, waiting: Waiting) -> str | None:
        """Their user principal name, as the conversation's roster has it; `None` when Teams doesn't tell in time.

        https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
        """
        told = waiting.told
        try:
            async with asyncio.timeout(HINT_SECONDS):
                member = await self._connector(told.service_url).member(told.conversation.id, told.sender.mri)
        except (ConnectorError, TokenUnavailable, TimeoutError, ValueError):
            return None
        name = member.get("userPrincipalName")
        return name if isinstance(name, str) else None

    async def signed_in(self, person: Person) -> None:
        """Answer what waits for this person, in the background."""
        await self._resume(person)
