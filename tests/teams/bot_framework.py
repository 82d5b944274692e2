"""A Bot Framework of our own on loopback: it signs tokens and takes messages, and the bot in front of it."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from time import time
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from botbuilder.core import InvokeResponse, TurnContext  # pyright: ignore[reportMissingTypeStubs]
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bot.sandbox.issuer import Issuer
from bot.teams.connector.for_botbuilder import ConnectorClients
from bot.teams.door.adapter import TeamsAdapter, inbound_of
from bot.teams.door.auth import InboundAuth
from bot.teams.door.inbound import Inbound
from bot.teams.door.signing_keys import SigningKeys

APP_ID = "0f5a3c4e-1111-2222-3333-444455556666"
TENANT = "9a2b0c1d-0000-4444-8888-aaaabbbbcccc"
OUTBOUND_TOKEN = "outbound-token"

Turn = Callable[[TurnContext], Awaitable[InvokeResponse | None]]


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Pauses:
    """Waits no time at all, and remembers for how long it should have."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


class TokenService:
    """login.botframework.com: publishes keys. `plain_key` ("plain") lets tests sign what an issuer never would."""

    def __init__(self, issuer: Issuer, plain_key: rsa.RSAPrivateKey) -> None:
        self.issuer = issuer
        self.plain_key = plain_key
        self.published: list[dict[str, Any]] = [*issuer.jwks()["keys"], jwk(plain_key, "plain", ["msteams"])]
        self.fetches = 0
        self.answer: Callable[[], web.Response] | None = None
        self.url = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._keys)
        return app

    async def _metadata(self, request: web.Request) -> web.Response:
        self.fetches += 1
        await asyncio.sleep(0)
        if self.answer:
            return self.answer()
        return web.json_response({"jwks_uri": f"http://{request.host}/keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        # Microsoft serves it as octets, not as JSON.
        return web.Response(body=json.dumps({"keys": self.published}), content_type="application/octet-stream")

    def token(self, service_url: str, **claims: object) -> str:
        """A good token, signed by the issuer; `claims` win."""
        return self.issuer.sign(good_claims(service_url) | claims)


@dataclass
class Sent:
    """One request the connector got."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any


class FakeConnector:
    """The Bot Connector: records requests, answers from `script` first, and only while the `gate` is open.

    `gathered` is set when `crowd` requests wait at the gate.
    """

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.script: list[web.Response | None] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.at_once = 0
        self.crowd = 0
        self.gathered = asyncio.Event()
        self.url = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._any)
        return app

    async def _any(self, request: web.Request) -> web.Response:
        text = await request.text()
        body = json.loads(text) if text else None
        self.sent.append(Sent(request.method, request.raw_path, dict(request.headers), body))
        self.at_once += 1
        if self.at_once == self.crowd:
            self.gathered.set()
        await self.gate.wait()
        self.at_once -= 1
        if not self.script:
            return web.json_response({"id": f"sent-{len(self.sent)}"}, status=201)
        scripted = self.script.pop(0)
        if scripted is None:  # the connection breaks before an answer
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        return scripted


async def echo(context: TurnContext) -> InvokeResponse | None:
    """A message is answered with its own words, an invoke with its own value."""
    told = inbound_of(context)
    if told.kind == "invoke":
        return InvokeResponse(status=200, body={"echo": told.value})
    if told.kind == "message":
        await context.send_activity(told.text)
    return None


async def apologise(context: TurnContext, error: Exception) -> InvokeResponse | None:
    """The error handler of the tests: it names the error's type."""
    return InvokeResponse(status=200, body={"sorry": type(error).__name__})


@dataclass
class Rig:
    """The bot on loopback, with everything around it."""

    tokens: TokenService
    connector: FakeConnector
    clock: Clock
    session: aiohttp.ClientSession
    adapter: TeamsAdapter
    auth: InboundAuth
    keys: SigningKeys
    connectors: ConnectorClients
    on_turn: Turn = echo
    url: str = ""
    told: list[Inbound] = field(default_factory=list[Inbound])
    acquired: int = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        return await self.adapter.process(request, self._turn)

    async def _turn(self, context: TurnContext) -> InvokeResponse | None:
        self.told.append(inbound_of(context))
        return await self.on_turn(context)

    def auth_for(self, service_hosts: set[str]) -> InboundAuth:
        return InboundAuth(
            app_id=APP_ID, tenants={TENANT}, keys=self.keys, connectors=self.connectors, service_hosts=service_hosts
        )

    def serve_with(self, auth: InboundAuth, *, max_turns: int = 1000) -> None:
        """Put another adapter behind the same address."""
        self.adapter = TeamsAdapter(auth, apologise, max_turns=max_turns, clock=self.clock)

    def activity(self, **changes: object) -> dict[str, Any]:
        return teams_activity(self.connector.url) | changes

    def invoke(self) -> dict[str, Any]:
        return self.activity(type="invoke", name="adaptiveCard/action", text=None, value={"a": [1, None, "æ"]})

    def good_header(self) -> str:
        return f"Bearer {self.tokens.token(self.connector.url)}"

    async def post(self, activity: object, header: str | None = None) -> tuple[int, Any]:
        """Status and body of the bot's answer to `activity`, sent with a good token unless `header` is given."""
        headers = {"Authorization": self.good_header() if header is None else header}
        async with self.session.post(self.url, json=activity, headers=headers) as response:
            text = await response.text()
            return response.status, json.loads(text) if text else None

    async def settled(self) -> None:
        """Wait for the turns under way without ending the bot's service."""
        turns = [task for task in asyncio.all_tasks() if task.get_name() == "turn"]
        await asyncio.gather(*turns, return_exceptions=True)


def good_claims(service_url: str) -> dict[str, Any]:
    now = int(time())
    return {
        "iss": "https://api.botframework.com",
        "aud": APP_ID,
        "serviceurl": service_url,
        "nbf": now,
        "exp": now + 3600,
    }


def jwk(key: rsa.RSAPrivateKey, kid: str, endorsements: list[str] | None) -> dict[str, Any]:
    published = json.loads(RSAAlgorithm.to_jwk(key.public_key())) | {"kid": kid, "use": "sig"}
    return published if endorsements is None else published | {"endorsements": endorsements}


def signed(key: rsa.RSAPrivateKey, claims: Mapping[str, Any], kid: str = "plain", **header: Any) -> str:
    return jwt.encode(dict(claims), key, algorithm="RS256", headers={"kid": kid, **header})


def teams_activity(service_url: str) -> dict[str, Any]:
    """A message in a personal chat, as Teams sends it."""
    return {
        "type": "message",
        "id": "1700000000000",
        "timestamp": "2026-01-20T10:00:00.1234567Z",
        "localTimestamp": "2026-01-20T11:00:00.123+01:00",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "from": {"id": "29:ada", "name": "Ada Holm", "aadObjectId": "11111111-1111-1111-1111-111111111111"},
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": "a:chat"},
        "recipient": {"id": f"28:{APP_ID}", "name": "Sync Doctor"},
        "text": "why can't I edit this group?",
        "textFormat": "plain",
        "locale": "da-DK",
        "entities": [{"type": "clientInfo", "locale": "da-DK", "country": "DK", "platform": "Web"}],
        "channelData": {"tenant": {"id": TENANT}},
    }
