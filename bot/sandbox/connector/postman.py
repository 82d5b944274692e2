"""Carries activities from Teams to the bot's messaging endpoint, as patient as Teams is and no more."""

from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.connector.channel import ChannelTokens
from bot.sandbox.world import Wire

MESSAGE_PATIENCE = 15.0
"""Seconds a message may take before Teams' gateway gives up."""

INVOKE_PATIENCE = 10.0
"""Seconds an invoke may take before the client says "Unable to reach app". Unverified: Microsoft names no figure."""


@dataclass(frozen=True)
class Delivery:
    """The bot's HTTP answer; 502 when it couldn't be reached, 504 when it took too long."""

    status: int
    body: Any = None


class Postman:
    """Delivers to one endpoint, which may be connected later than the sandbox starts."""

    def __init__(self, session: ClientSession, tokens: ChannelTokens) -> None:
        self._session, self._tokens = session, tokens
        self.endpoint: str | None = None

    async def deliver(self, activity: Wire) -> Delivery:
        """POST `activity` with a fresh channel token."""
        if self.endpoint is None:
            return Delivery(502)
        patience = INVOKE_PATIENCE if activity["type"] == "invoke" else MESSAGE_PATIENCE
        headers = {"Authorization": f"Bearer {self._tokens.mint()}"}
        try:
            async with self._session.post(
                self.endpoint, json=activity, headers=headers, timeout=ClientTimeout(total=patience)
            ) as answer:
                body = await answer.json(content_type=None) if await answer.read() else None
                return Delivery(answer.status, body)
        except TimeoutError:
            return Delivery(504)
        except (ClientError, ValueError):
            return Delivery(502)
