"""The sandbox: one server on loopback that is every Microsoft service the bot talks to.

async with Sandbox(company) as sandbox:
    sandbox.connect_bot("http://127.0.0.1:3978/api/messages")
    client = sandbox.client("anna@contoso.com")
    await client.send("Why can't I edit Sales Nordic?")
"""

import asyncio
import socket
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, cast
from urllib.parse import urlsplit

import orjson
from aiohttp import ClientSession, web

from bot.sandbox.company import Company
from bot.sandbox.connector import Connector
from bot.sandbox.entra import Entra
from bot.sandbox.entra.registration import register
from bot.sandbox.entra.reply import origin_of
from bot.sandbox.faults import Faults
from bot.sandbox.graph.app import SERVER, graph_app
from bot.sandbox.graph.traffic_log import traffic_log
from bot.sandbox.issuer import Issuer
from bot.sandbox.loopback import LOCAL_NAMES, meet_faults, refuse_strangers
from bot.sandbox.page import ChatPage
from bot.sandbox.sharepoint.app import sharepoint_apps
from bot.sandbox.teams_client import TeamsClient
from bot.sandbox.world import World, awaken

CALLBACK = "/auth/callback"
"""Where on the bot's own address the sign-in page sends people back to."""


@dataclass(frozen=True)
class Issuers:
    """Who signs: Entra, and the Bot Framework channel. Making keys takes time, so tests share them."""

    entra: Issuer = field(default_factory=Issuer)
    channel: Issuer = field(default_factory=lambda: Issuer(endorsements=("msteams",)))


class Sandbox:
    """One company, running: use it as an asynchronous context manager.

    `port` 0 takes any free one; `bot_endpoint` may come later (`connect_bot`). What is said to Graph is kept in
    `self.traffic`, one JSON object per line, and at the end written to the file `traffic` if there is one.
    App id and secret are new each time.
    """

    def __init__(
        self,
        company: Company,
        port: int = 0,
        bot_endpoint: str | None = None,
        traffic: Path | None = None,
        issuers: Issuers | None = None,
    ) -> None:
        self.world: World = awaken(company)
        self.registration = register()
        self._issuers = issuers or Issuers()
        self.entra = Entra(self.world, self._issuers.entra, self.registration)
        self.faults = Faults(self.world.clock.now)
        self.traffic: list[str] = []
        self._traffic_file, self._port, self._bot_endpoint = traffic, port, bot_endpoint
        self._exit = AsyncExitStack()

    @property
    def app_id(self) -> str:
        """The bot's application (client) id."""
        return self.registration.client_id

    @property
    def app_secret(self) -> str:
        """The bot's client secret."""
        return self.registration.secret

    @property
    def service_url(self) -> str:
        """What activities carry as `serviceUrl`: a real, reachable address."""
        return f"{self.url}/smba.trafficmanager.net/emea/"

    def address(self, microsoft: str) -> str:
        """Where the sandbox serves an address of Microsoft's: "https://graph.microsoft.com/v1.0/me" on loopback."""
        return f"{self.url}/{microsoft.removeprefix('https://')}"

    def connect_bot(self, endpoint: str) -> None:
        """Tell Teams where the bot listens ("http://127.0.0.1:…/api/messages"), and register its address with Entra."""
        self.connector.postman.endpoint = endpoint
        self.registration.domain = urlsplit(endpoint).netloc
        self.registration.redirect_uris.add(origin_of(endpoint) + CALLBACK)

    def client(self, person: str, locale: str | None = None, *, clients: int = 1) -> TeamsClient:
        """The Teams client of `person` (user principal name or id); closed with the sandbox.

        The locale is the persona's, or en-US. Raises `LookupError` for somebody the company doesn't know.
        """
        found = self.world.user(person)
        if found is None:
            raise LookupError("no such person in the company")
        user = str(found["id"])
        usual = next((p.locale for p in self.world.company.personas if p.user == user), "en-US")
        client = TeamsClient(user, locale or usual, self.connector, self.entra, self.url, clients=clients)
        self._exit.push_async_callback(client.close)
        return client

    async def __aenter__(self) -> Self:
        try:
            await self._start(self._exit.enter_context(socket.create_server(("127.0.0.1", self._port))))
        except BaseException:
            await self._exit.aclose()
            raise
        return self

    async def _start(self, listening: socket.socket) -> None:
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        session = await self._exit.enter_async_context(ClientSession())
        self.connector = Connector(self.entra, self._issuers.channel, self.service_url, session)
        if self._bot_endpoint:
            self.connect_bot(self._bot_endpoint)
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1.0)
        self._exit.push_async_callback(runner.cleanup)
        await runner.setup()
        await web.SockSite(runner, listening).start()

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._exit.aclose()
        if self._traffic_file is not None:
            await asyncio.to_thread(self._traffic_file.write_text, "".join(self.traffic), encoding="utf-8")

    def _app(self) -> web.Application:
        """Every host is a folder."""
        middlewares = [refuse_strangers, meet_faults(self.faults)]
        app = web.Application(middlewares=middlewares, client_max_size=8 * 1024 * 1024)
        app.add_subapp("/login.microsoftonline.com", self.entra.app())
        app.add_subapp("/login.botframework.com", self.connector.tokens.app())
        app.add_subapp("/smba.trafficmanager.net/emea", self.connector.app())
        app.router.add_post("/sandbox/channel-token", self._channel_token)
        ChatPage(self.world, self.client).add_to(app)
        log = traffic_log(self.traffic.append)
        graph = graph_app(self.world, self.entra.issuer, self.registration, self.faults, [log])
        self.challenged = graph[SERVER].challenged
        app.add_subapp("/graph.microsoft.com", graph)
        for host, sharepoint in sharepoint_apps(self.world, self.entra.issuer).items():
            app.add_subapp(f"/{host}", sharepoint)
        return app

    async def _channel_token(self, request: web.Request) -> web.Response:
        """A channel token for any other Bot Framework client that wants to talk to the bot.

        The client may name its own `serviceUrl`, where it takes the bot's answers, on this machine.
        """
        try:
            service_url = service_url_in(await request.read())
        except ValueError:
            return web.json_response({"error": "serviceUrl is no http address on this machine"}, status=400)
        token = self.connector.channel_token(service_url=service_url)
        return web.json_response({"access_token": token, "token_type": "Bearer"})


def service_url_in(body: bytes) -> str | None:
    """The `serviceUrl` of a JSON object, if it has one; raises `ValueError` for one that isn't on this machine."""
    asked: object = orjson.loads(body) if body else {}
    url: object = cast("dict[str, object]", asked).get("serviceUrl") if isinstance(asked, dict) else asked
    if url is None:
        return None
    if not isinstance(url, str) or urlsplit(url).scheme != "http" or urlsplit(url).hostname not in LOCAL_NAMES:
        raise ValueError("not on this machine")
    return url
