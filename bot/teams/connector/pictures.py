"""Fetching a picture somebody has sent, from the two places where Teams keeps one and from nowhere else.

A picture in the text lies at the Bot Connector and takes the bot's token, which goes to the address the message came
from only. A file lies in OneDrive, behind an address that opens it without a token.
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

from bot.graph.sharepoint.hosts import host_of
from bot.teams.connector.token import ConnectorToken, TokenUnavailable
from bot.teams.door.attached import Attached

TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5)

log = logging.getLogger(__name__)


class SentPictures:
    """The way to what people send. `reach` says where a Microsoft address is really reached."""

    def __init__(self, http: aiohttp.ClientSession, token: ConnectorToken, reach: Callable[[str], str]) -> None:
        self._http = http
        self._token = token
        self._reach = reach

    async def fetch(self, attached: Attached, service_url: str) -> bytes | None:
        """The bytes, whatever they are; `None` when they can't be had, or lie where Teams keeps nothing."""
        try:
            if attached.place == "inline":
                if not below(attached.url, service_url):
                    return None
                return await self._get(attached.url, {"Authorization": f"Bearer {await self._token.get()}"})
            return await self._get(self._reach(attached.url), {}) if host_of(attached.url) else None
        except (aiohttp.ClientError, TimeoutError, ValueError, TokenUnavailable) as failed:
            log.info("a picture could not be fetched: %s", type(failed).__name__)
            return None

    async def _get(self, url: str, headers: dict[str, str]) -> bytes | None:
        # The address is signed, so it is asked for as it stands.
        async with self._http.get(URL(url, encoded=True), headers=headers, timeout=TIMEOUT) as answer:
            return await answer.read() if answer.status == 200 else None


def below(url: str, service_url: str) -> bool:
    """Whether an address is within the Bot Connector that the message came from."""
    home = service_url.rstrip("/") + "/"
    plain = not {".", ".."} & set(urlsplit(url).path.replace("%2e", ".").replace("%2E", ".").split("/"))
    return url.startswith(home) and plain
