"""A bot that remembers what it hears and answers what the test tells it to."""

from collections.abc import Awaitable, Callable
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import ClientSession, web

from bot.sandbox.entra.permissions import CONNECTOR, GRAPH
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Wire

Answer = tuple[int, Any]
Script = Callable[[Wire], Answer] | Callable[[Wire], Awaitable[Answer]]


def card(title: str, *, verb: str = "fix", **more: Any) -> Wire:
    """An Adaptive Card with a heading and one button called "Fix"."""
    button = {"type": "Action.Execute", "title": "Fix", "verb": verb, "data": {"group": "g1"}}
    heading = {"type": "TextBlock", "text": title}
    return {"type": "AdaptiveCard", "version": "1.5", "body": [heading], "actions": [button], **more}


def attached(content: Wire, kind: str = "adaptive") -> Wire:
    attachment = {"contentType": f"application/vnd.microsoft.card.{kind}", "content": content}
    return {"type": "message", "attachments": [attachment]}


def replacing(content: Wire) -> Answer:
    return 200, {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": content}


class ScriptedBot:
    """Listens on loopback; `answers` maps an activity type or invoke name to the HTTP answer."""

    def __init__(self, sandbox: Sandbox, http: ClientSession) -> None:
        self._sandbox, self._http = sandbox, http
        self.heard: list[Wire] = []
        self.answers: dict[str, Callable[[Wire], Answer]] = {}

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/api/messages", self._hear)
        app.router.add_get("/auth/start", self._start)
        app.router.add_get("/auth/callback", self._callback)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    def named(self, name: str) -> list[Wire]:
        """What was heard of one invoke name or activity type."""
        return [activity for activity in self.heard if name in {activity.get("name"), activity["type"]}]

    async def say(self, conversation: str, activity: Wire, query: str = "") -> str:
        """Post into a conversation; returns the activity's id."""
        return (await self.connector("POST", f"/v3/conversations/{conversation}/activities{query}", activity))["id"]

    async def connector(self, method: str, path: str, body: Wire | None = None) -> Any:
        headers = {"Authorization": f"Bearer {self._sandbox.entra.app_token(CONNECTOR)}"}
        url = self._sandbox.service_url.rstrip("/") + path
        async with self._http.request(method, url, json=body, headers=headers) as answer:
            answer.raise_for_status()
            return await answer.json() if await answer.read() else None

    def oauth_card(self, **more: Any) -> Wire:
        resource = {"id": "tx-1", "uri": self._sandbox.registration.app_id_uri, "providerId": ""}
        button = {"type": "signin", "title": "Sign in", "value": f"{self.url}/auth/start"}
        return {"text": "Sign in", "connectionName": "", "buttons": [button], "tokenExchangeResource": resource, **more}

    async def _hear(self, request: web.Request) -> web.Response:
        token = request.headers["Authorization"].removeprefix("Bearer ")
        issuer = self._sandbox.connector.channel_issuer
        claims = issuer.verify(token, audience=self._sandbox.app_id, issuer="https://api.botframework.com")
        activity = await request.json()
        assert claims["serviceurl"] == activity["serviceUrl"]
        self.heard.append(activity)
        key = activity.get("name") or activity["type"]
        status, body = self.answers.get(key, lambda _: (200, None))(activity)
        return web.Response(status=status) if body is None else web.json_response(body, status=status)

    async def _start(self, _: web.Request) -> web.Response:
        query = {
            "client_id": self._sandbox.app_id,
            "response_type": "code",
            "redirect_uri": f"{self.url}/auth/callback",
            "scope": f"{GRAPH}/User.ReadWrite",
            "state": "s-1",
        }
        tenant = self._sandbox.world.tenant
        raise web.HTTPFound(f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize?{urlencode(query)}")

    async def _callback(self, request: web.Request) -> web.Response:
        if "code" not in request.query:
            return web.Response(text="<p>Not signed in</p>", content_type="text/html", status=403)
        return web.Response(text='<p data-auth-state="proof-1">Signed in</p>', content_type="text/html")
