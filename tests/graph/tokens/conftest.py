"""A very small Entra on loopback, spoken to by the real MSAL over real HTTP."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from time import time
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.endpoints import Endpoints
from bot.graph.entra_client import EntraClient
from bot.graph.tokens import UserTokens
from bot.sandbox.issuer import Issuer
from bot.scopes import Scope

TENANT = "0f0f0f0f-1111-4222-8333-444444444444"
APP = "aaaaaaaa-1111-4222-8333-444444444444"
ADA = "11111111-1111-4222-8333-444444444444"
BO = "22222222-1111-4222-8333-444444444444"
CLIENT_SECRET = "client-secret-that-must-not-leak"
LOGIN = f"https://login.microsoftonline.com/{TENANT}"
ISSUER = f"{LOGIN}/v2.0"

Form = dict[str, str]
Answer = tuple[int, Mapping[str, Any], dict[str, str]]


class MovableClock:
    """Epoch seconds; starts at the real time, because MSAL and PyJWT look at that."""

    def __init__(self) -> None:
        self.moved = 0.0

    def __call__(self) -> float:
        return time() + self.moved


@dataclass
class TinyEntra:
    """Grants what is consented; `respond` may be replaced to misbehave."""

    issuer: Issuer
    base: str = ""
    consented: set[str] = field(default_factory=lambda: {"User.Read"})
    lifetime: int = 3600
    asked: list[Form] = field(default_factory=list[Form])
    lookups: int = 0
    nonce: str = ""
    says: dict[str, Any] = field(default_factory=dict[str, Any])
    """Claims of the ID token in place of the right ones."""
    signs_in: str = ADA
    publishes: bytes | None = None
    """Its key document, in place of the right one."""
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    """The key document is given out while this is set."""
    respond: Callable[[Form], Answer] | None = None

    def sso(self, person: str = ADA, **claims: Any) -> str:
        own = {"iss": ISSUER, "aud": APP, "tid": TENANT, "oid": person, "scp": "access_as_user", "ver": "2.0"}
        return self.issuer.sign({**own, **claims})

    def grant(self, form: Form) -> Answer:
        scopes = {s.rpartition("/")[2] for s in form["scope"].split()} - {"openid", "profile", "offline_access"}
        if not scopes - {".default"} <= self.consented:
            return refusal("invalid_grant", 65001, suberror="consent_required")
        person = self._person(form)
        body: dict[str, Any] = {
            "token_type": "Bearer",
            "expires_in": self.lifetime,
            "access_token": f"secret-access-{person}-{len(self.asked)}",
            "scope": " ".join(sorted(f"https://graph.microsoft.com/{s}" for s in self.consented)),
        }
        if form["grant_type"] != "client_credentials":
            body |= self._identity(form, person)
        return 200, body, {}

    def _person(self, form: Form) -> str:
        if "assertion" in form:
            payload = form["assertion"].split(".")[1]
            return json.loads(base64.urlsafe_b64decode(payload + "=="))["oid"]
        return self.signs_in

    def _identity(self, form: Form, person: str) -> dict[str, Any]:
        claims = {"iss": ISSUER, "aud": APP, "tid": TENANT, "oid": person, "sub": person}
        if form["grant_type"] == "authorization_code":
            claims["nonce"] = self.nonce
        info = base64.urlsafe_b64encode(json.dumps({"uid": person, "utid": TENANT}).encode()).decode().rstrip("=")
        return {
            "id_token": self.issuer.sign(claims | self.says),
            "client_info": info,
            "refresh_token": "secret-refresh",
        }

    async def token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append(form)
        status, body, headers = (self.respond or self.grant)(form)
        return web.json_response(body, status=status, headers=headers)

    async def discovery(self, request: web.Request) -> web.Response:
        self.lookups += 1
        return web.json_response(
            {
                "issuer": ISSUER,
                "authorization_endpoint": f"{LOGIN}/oauth2/v2.0/authorize",
                "token_endpoint": f"{LOGIN}/oauth2/v2.0/token",
            }
        )

    async def keys(self, request: web.Request) -> web.Response:
        self.lookups += 1
        await self.gate.wait()
        if self.publishes is not None:
            return web.Response(body=self.publishes, content_type="application/json")
        return web.json_response(self.issuer.jwks())


def refusal(error: str, *codes: int, **more: Any) -> Answer:
    text = f"AADSTS{codes[0] if codes else 0}: text about ada@contoso.com that must not leak"
    return 400, {"error": error, "error_description": text, "error_codes": list(codes), **more}, {}


@pytest.fixture(scope="session")
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def entra(issuer: Issuer) -> AsyncIterator[TinyEntra]:
    tiny = TinyEntra(issuer)
    tiny.gate.set()
    app = web.Application()
    path = LOGIN.removeprefix("https:/")
    app.router.add_get(f"{path}/v2.0/.well-known/openid-configuration", tiny.discovery)
    app.router.add_get(f"{path}/discovery/v2.0/keys", tiny.keys)
    app.router.add_post(f"{path}/oauth2/v2.0/token", tiny.token)
    async with TestServer(app) as server:
        tiny.base = str(server.make_url("")).rstrip("/")
        yield tiny


@pytest.fixture
async def client(entra: TinyEntra) -> AsyncIterator[EntraClient]:
    client = EntraClient(
        app_id=APP, tenant=TENANT, credential=CLIENT_SECRET, endpoints=Endpoints.sandbox(entra.base), workers=4
    )
    yield client
    client.close()


@pytest.fixture
def tokens(client: EntraClient, clock: MovableClock) -> UserTokens:
    return UserTokens(client, now=clock, admin_scopes=frozenset({Scope.of_graph("GroupMember.ReadWrite.All")}))
