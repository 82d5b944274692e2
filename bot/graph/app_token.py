"""The bot's own token, for talking to the Bot Connector. It never opens Microsoft Graph."""

import asyncio
from collections.abc import Callable

from bot.graph.entra_client import EntraClient
from bot.graph.entra_errors import EntraRefused, EntraUnavailable, TokenProblem, problem_in

BOT_CONNECTOR = "https://api.botframework.com/.default"
"""https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"""

REFRESH_EARLY = 300.0


class AppToken:
    """One client-credentials token, kept until five minutes before it expires. `now` gives epoch seconds."""

    def __init__(self, client: EntraClient, *, now: Callable[[], float], scope: str = BOT_CONNECTOR) -> None:
        self._client = client
        self._now = now
        self._scope = scope
        self._held = ("", 0)
        self._asking = asyncio.Lock()

    async def acquire(self) -> tuple[str, int]:
        """The token, and when it expires in epoch seconds.

        Raises `EntraUnavailable` when there is no token to fall back on, and `EntraRefused` for a wrong secret or
        registration.
        """
        if not self._is_due():
            return self._held
        async with self._asking:
            if self._is_due():
                await self._renew()
        return self._held

    def _is_due(self) -> bool:
        return self._now() >= self._held[1] - REFRESH_EARLY

    async def _renew(self) -> None:
        try:
            self._held = await self._ask()
        except EntraUnavailable:
            # The token held is good for its last minutes; a bot that answers late beats one that doesn't.
            if self._now() >= self._held[1]:
                raise

    async def _ask(self) -> tuple[str, int]:
        answer = await self._client.call(lambda msal: msal.acquire_token_for_client([self._scope]))
        if "access_token" in answer:
            return str(answer["access_token"]), int(self._now() + float(answer["expires_in"]))
        raise _as_app_problem(problem_in(answer, frozenset(), frozenset()))


def _as_app_problem(problem: TokenProblem) -> TokenProblem:
    """No person is there to sign in or consent, so all but an outage is the operator's to put right."""
    if isinstance(problem, EntraUnavailable | EntraRefused):
        return problem
    return EntraRefused(type(problem).__name__)
