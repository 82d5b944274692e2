"""Graph, sign-in and Bot Connector on one address, with canned answers that take as long as Microsoft's do."""

import asyncio
from collections.abc import Callable
from time import time
from typing import Any

from aiohttp import web

from bot.sandbox.issuer import Issuer
from tests.bench.diagnosis.canned_graph import answer
from tests.bench.diagnosis.identities import APP_ID, TENANT
from tests.scopes import graph_permissions

GRAPH_SECONDS = 0.08
CONNECTOR_SECONDS = 0.2
LOGIN = f"https://login.microsoftonline.com/{TENANT}"
Activity = dict[str, Any]


class Services:
    """Tells `on_activity` the conversation and the activity once the connector has answered the bot."""

    def __init__(self, on_activity: Callable[[str, Activity], None]) -> None:
        self.url = ""
        self.slow = True
        """Whether answers take their time."""
        self.connector_tokens = 0
        """How often the bot has fetched a token for the connector."""
        self._on_activity = on_activity
        self._channel = Issuer(endorsements=("msteams",))
        self._entra = Issuer()

    async def start(self) -> web.AppRunner:
        """Listen on a free port of 127.0.0.1; the runner is the caller's to clean up."""
        app = web.Application(client_max_size=8 * 1024 * 1024)
        for version in ("v1.0", "beta"):
            app.router.add_post(f"/graph.microsoft.com/{version}/$batch", self._graph)
        app.router.add_get("/login.botframework.com/v1/.well-known/openidconfiguration", self._bot_metadata)
        app.router.add_get("/login.botframework.com/keys", self._bot_keys)
        login = f"/login.microsoftonline.com/{TENANT}"
        app.router.add_get(f"{login}/v2.0/.well-known/openid-configuration", self._metadata)
        app.router.add_get(f"{login}/discovery/v2.0/keys", self._keys)
        app.router.add_post(f"{login}/oauth2/v2.0/token", self._token)
        app.router.add_route("*", "/smba/v3/conversations/{conversation}/activities{rest:.*}", self._connector)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    @property
    def service_url(self) -> str:
        """Where replies go."""
        return f"{self.url}/smba/"

    def channel_token(self) -> str:
        """What Teams shows to the bot."""
        claims = {"iss": "https://api.botframework.com", "aud": APP_ID, "serviceurl": self.service_url}
        return self._channel.sign(claims)

    def sso_token(self, person: str) -> str:
        """What Teams brings when the bot asks it to sign somebody in."""
        claims = {"aud": APP_ID, "iss": f"{LOGIN}/v2.0", "tid": TENANT, "oid": person, "scp": "access_as_user"}
        return self._entra.sign(claims | {"ver": "2.0"})

    async def _wait(self, seconds: float) -> None:
        if self.slow:
            await asyncio.sleep(seconds)

    async def _graph(self, request: web.Request) -> web.Response:
        body = await request.read()
        await self._wait(GRAPH_SECONDS)
        return web.Response(body=answer(body), content_type="application/json")

    async def _connector(self, request: web.Request) -> web.Response:
        activity: Activity = await request.json()
        await self._wait(CONNECTOR_SECONDS)
        conversation = request.match_info["conversation"]
        asyncio.get_running_loop().call_soon(self._on_activity, conversation, activity)
        return web.json_response({"id": "1"})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if "api.botframework.com" in str(form.get("scope")):
            self.connector_tokens += 1
        answered = {"token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599, "access_token": "x" * 1500}
        scope = " ".join(f"https://graph.microsoft.com/{name}" for name in graph_permissions())
        return web.json_response(answered | {"scope": scope, "expires_on": int(time()) + 3599})

    async def _bot_metadata(self, _: web.Request) -> web.Response:
        return web.json_response({"jwks_uri": "https://login.botframework.com/keys"})

    async def _bot_keys(self, _: web.Request) -> web.Response:
        return web.json_response(self._channel.jwks())

    async def _keys(self, _: web.Request) -> web.Response:
        return web.json_response(self._entra.jwks())

    async def _metadata(self, _: web.Request) -> web.Response:
        ends = {"authorization_endpoint": f"{LOGIN}/oauth2/v2.0/authorize", "issuer": f"{LOGIN}/v2.0"}
        return web.json_response(ends | {"token_endpoint": f"{LOGIN}/oauth2/v2.0/token"})
