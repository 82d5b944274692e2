"""Pictures inside messages: kept by the Bot Connector, for the bot to fetch with its token.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from uuid import uuid4

from aiohttp import web

from bot.sandbox.world import Wire


class Attachments:
    """What people have put into messages, by its id."""

    def __init__(self, service_url: str) -> None:
        self._service_url = service_url.rstrip("/")
        self._kept: dict[str, bytes] = {}

    def keep(self, content: bytes, content_type: str = "image/*") -> Wire:
        """The attachment of a message with this picture in it; Teams names no certain type."""
        id = f"0-weu-{uuid4().hex}"
        self._kept[id] = content
        return {"contentType": content_type, "contentUrl": f"{self._service_url}/v3/attachments/{id}/views/original"}

    def routes(self) -> list[web.RouteDef]:
        """Where it is served, below the service URL."""
        return [web.get("/v3/attachments/{attachment}/views/original", self._original)]

    async def _original(self, request: web.Request) -> web.Response:
        content = self._kept.get(request.match_info["attachment"])
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type="application/octet-stream")
