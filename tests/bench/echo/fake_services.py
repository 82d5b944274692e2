"""Signing keys, login and Bot Connector in one tiny HTTP server, cheap enough not to be what is measured."""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from time import time
from typing import Any

from bot.sandbox.issuer import Issuer
from tests.bench.echo.traffic import APP_ID

_CONVERSATION = re.compile(rb"/v3/conversations/chat-(\d+)/")
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


class FakeServices:
    """Answers as Microsoft's services would; tells `on_reply` the number of each conversation replied to."""

    def __init__(self, on_reply: Callable[[int], None]) -> None:
        self.connector_seconds = 0.0
        self.url = ""
        self.token_requests = 0
        self._on_reply = on_reply
        self._issuer = Issuer(endorsements=("msteams",))

    async def start(self) -> asyncio.Server:
        """Listen on a free port of 127.0.0.1."""
        server = await asyncio.get_running_loop().create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    @property
    def service_url(self) -> str:
        """Where replies go."""
        return f"{self.url}/"

    def token(self) -> str:
        """What Teams shows to the bot."""
        claims = {"iss": "https://api.botframework.com", "aud": APP_ID, "serviceurl": self.service_url}
        return self._issuer.sign(claims | {"exp": int(time()) + 3600})

    def document(self, path: bytes) -> Mapping[str, Any]:
        """The JSON document at `path`."""
        if path.endswith(b"/metadata"):
            return {"jwks_uri": f"{self.url}/keys"}
        if path.endswith(b"/keys"):
            return self._issuer.jwks()
        if path.endswith(b"/token"):
            self.token_requests += 1
            return {"token_type": "Bearer", "access_token": "token", "expires_in": 3599}
        login = "https://login.microsoftonline.com/tenant"
        return {
            "issuer": f"{login}/v2.0",
            "authorization_endpoint": f"{login}/oauth2/v2.0/authorize",
            "token_endpoint": f"{login}/oauth2/v2.0/token",
        }

    def replied(self, number: int) -> None:
        """A reply was answered."""
        self._on_reply(number)


class _Connection(asyncio.Protocol):
    """One keep-alive connection: requests one after another, bodies with a length."""

    def __init__(self, services: FakeServices) -> None:
        self._services = services
        self._received = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.WriteTransport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, rest = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        needed = int(length[1]) if length else 0
        if not found or len(rest) < needed:
            return
        self._received = rest[needed:]
        path = head.split(b" ", 2)[1].partition(b"?")[0]
        conversation = _CONVERSATION.match(path)
        if conversation is None:
            self._answer(self._services.document(path))
        elif self._services.connector_seconds:
            loop = asyncio.get_running_loop()
            loop.call_later(self._services.connector_seconds, self._reply_taken, int(conversation[1]))
        else:
            self._reply_taken(int(conversation[1]))

    def _reply_taken(self, number: int) -> None:
        self._answer({"id": "1"})
        self._services.replied(number)

    def _answer(self, document: Mapping[str, Any]) -> None:
        body = json.dumps(document).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(head + body)
