"""Looking for real, over HTTP: against the sandbox, against a small Graph that knows consent, and against nobody."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from pydantic import SecretStr

from bot.preflight import Level, Line, check
from bot.preflight.observations import Grants, Registration, Silent, TokenRefused, Unseen
from bot.preflight.observe import observe
from bot.sandbox.entra import AppRegistration, Entra
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import awaken
from bot.scopes import Resource, Scope
from bot.settings import Settings
from tests.certificates import certificate_file
from tests.preflight.conftest import APP
from tests.sandbox.small_company import TENANT, small_company
from tests.scopes import graph_permissions

SECRET = "the-apps-own-secret"
BOT_FRAMEWORK = "login.botframework.com/v1/.well-known"
DOCUMENTS: dict[str, dict[str, Any]] = {
    "/healthz": {"status": "ok"},
    f"/{BOT_FRAMEWORK}/openidconfiguration": {"jwks_uri": f"https://{BOT_FRAMEWORK}/keys"},
    f"/{BOT_FRAMEWORK}/keys": {"keys": [{"kid": "1"}]},
}
OURS, GRAPHS, SHAREPOINTS, OTHERS = "sp-ours", "sp-graph", "sp-sharepoint", "sp-exchange"


def grant(scope: str, resource: str = GRAPHS, *, everybody: bool = True) -> dict[str, Any]:
    kind = "AllPrincipals" if everybody else "Principal"
    return {"id": "g", "clientId": OURS, "consentType": kind, "resourceId": resource, "scope": scope}


@dataclass
class Directory:
    """The part of Graph that tells an app about itself; `status` other than 200 refuses."""

    status: int = 200
    grants: list[list[dict[str, Any]]] = field(
        default_factory=lambda: [[grant(" ".join(graph_permissions())), grant("User.Read.All", SHAREPOINTS)]]
    )
    next_page: str = "{base}/graph.microsoft.com/v1.0/oauth2PermissionGrants?$skiptoken={page}"
    tokens: set[str] = field(default_factory=set[str])

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/v1.0/servicePrincipals(appId='{app}')", self._principal)
        app.router.add_get("/v1.0/oauth2PermissionGrants", self._grants)
        return app

    async def _principal(self, request: web.Request) -> web.Response:
        self.tokens.add(request.headers["Authorization"])
        if self.status != 200:
            return web.json_response({"error": {"code": "Authorization_RequestDenied"}}, status=self.status)
        if request.match_info["app"] != APP:
            of_graph = request.match_info["app"] == Resource.GRAPH.app_id
            return web.json_response({"id": GRAPHS if of_graph else SHAREPOINTS})
        uri = f"api://{request.host}/botid-{APP}"
        scopes = [{"value": "access_as_user", "isEnabled": True}, {"value": "old", "isEnabled": False}]
        return web.json_response(
            {
                "id": OURS,
                "accountEnabled": True,
                "appRoleAssignmentRequired": False,
                "servicePrincipalNames": [APP, uri],
                "replyUrls": [f"http://{request.host}/auth/callback"],
                "oauth2PermissionScopes": scopes,
            }
        )

    async def _grants(self, request: web.Request) -> web.Response:
        page = int(request.query.get("$skiptoken", "0"))
        if page == 0:
            assert request.query["$filter"] == f"clientId eq '{OURS}'"
        body: dict[str, Any] = {"value": self.grants[page]}
        if page + 1 < len(self.grants):
            body["@odata.nextLink"] = self.next_page.format(base=f"http://{request.host}", page=page + 1)
        return web.json_response(body)


@dataclass
class Stage:
    """All of Microsoft that is needed, and the bot's health, on one address."""

    directory: Directory
    settings: Settings


@pytest.fixture
async def stage(settings: Settings) -> AsyncIterator[Stage]:
    directory = Directory()
    entra = Entra(awaken(small_company()), Issuer(), AppRegistration(APP, SECRET))
    app = web.Application()
    app.add_subapp("/login.microsoftonline.com", entra.app())
    app.add_subapp("/graph.microsoft.com", directory.app())
    for path, body in DOCUMENTS.items():
        app.router.add_get(path, always(body))
    async with TestServer(app) as server:
        url = str(server.make_url("")).rstrip("/")
        here = {"sandbox": url, "public_url": url, "tenant_id": TENANT, "app_secret": SecretStr(SECRET)}
        yield Stage(directory, settings.model_copy(update=here))


def always(body: dict[str, Any]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response(body)

    return answer


def trouble(lines: list[Line]) -> list[str]:
    return [line.about for line in lines if line.level is not Level.OK]


def later(seconds: float) -> Callable[[], float]:
    return lambda: time.time() + seconds


async def test_a_configuration_that_is_right_has_nothing_to_complain_of(stage: Stage) -> None:
    assert trouble(await check(stage.settings, now=time.time)) == []
    # The app looked as itself, with one token for Graph.
    assert len(stage.directory.tokens) == 1


async def test_consent_is_read_page_by_page_and_only_that_for_graph_and_sharepoint(stage: Stage) -> None:
    stage.directory.grants = [
        [grant("User.Read openid"), grant("Group.Read.All", OTHERS), grant("User.Read.All", SHAREPOINTS)],
        [grant("GroupMember.Read.All", everybody=False)],
    ]
    seen = await observe(stage.settings, now=time.time)
    assert seen.grants == Grants(
        frozenset({Scope.of_graph("User.Read"), Scope.of_graph("openid"), Scope(Resource.SHAREPOINT, "User.Read.All")}),
        frozenset({Scope.of_graph("GroupMember.Read.All")}),
    )
    assert isinstance(seen.registration, Registration)
    assert seen.registration.offers == {"access_as_user"}


async def test_the_token_does_not_leave_graph(stage: Stage) -> None:
    stage.directory.grants = [[grant("User.Read")], [grant("Group.ReadWrite.All")]]
    stage.directory.next_page = "https://evil.example/{page}"
    assert (await observe(stage.settings, now=time.time)).grants == Unseen(0)


@pytest.mark.parametrize("status", [403, 404, 503])
async def test_a_graph_that_refuses_is_seen_as_that(stage: Stage, status: int) -> None:
    stage.directory.status = status
    seen = await observe(stage.settings, now=time.time)
    assert (seen.registration, seen.grants) == (Unseen(status), Unseen(status))


async def test_a_wrong_secret_is_named_by_entra(stage: Stage) -> None:
    settings = stage.settings.model_copy(update={"app_secret": SecretStr("wrong")})
    seen = await observe(settings, now=time.time)
    assert seen.token == TokenRefused("invalid_client", (7000215,))
    assert seen.grants == Unseen(0)
    lines = await check(settings, now=time.time)
    assert next(line.means for line in lines if line.about == "Credential").startswith("The client secret is wrong.")


async def test_a_certificate_that_was_not_uploaded_is_named_by_entra(stage: Stage, tmp_path: Path) -> None:
    unknown = {"app_certificate": certificate_file(tmp_path)}
    seen = await observe(stage.settings.model_copy(update=unknown), now=time.time)
    assert seen.token == TokenRefused("invalid_client", (700027,))


async def test_another_tenant_is_unknown_to_entra(stage: Stage) -> None:
    settings = stage.settings.model_copy(update={"tenant_id": APP})
    lines = await check(settings, now=time.time)
    assert {"Microsoft Entra ID", "Credential"} <= set(trouble(lines))


@pytest.mark.parametrize(("seconds", "level"), [(120.0, Level.WARNING), (-400.0, Level.FAULT)])
async def test_the_clock_is_compared_with_microsofts(stage: Stage, seconds: float, level: Level) -> None:
    lines = await check(stage.settings, now=later(seconds))
    assert next(line.level for line in lines if line.about == "Clock") is level


async def test_nobody_there_is_a_report_and_not_an_exception(settings: Settings) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}"
    database = SecretStr("sqlite:////nowhere/at/all.sqlite")
    gone = settings.model_copy(update={"sandbox": nowhere, "public_url": nowhere, "database_url": database})
    seen = await observe(gone, now=time.time)
    assert seen.database is not None
    assert "can't be opened" in seen.database
    assert seen.entra == seen.public_url == seen.bot_metadata == Silent("no connection")
    assert isinstance(seen.token, Silent)
    assert {line.level for line in await check(gone, now=time.time)} >= {Level.FAULT}


@pytest.mark.parametrize("url", ["mysql://h/n", "not a url", "postgresql://user:s3cret@127.0.0.1:1/none"])
async def test_a_database_that_cannot_be_is_named_by_the_kind_of_trouble(stage: Stage, url: str) -> None:
    seen = await observe(stage.settings.model_copy(update={"database_url": SecretStr(url)}), now=time.time)
    assert seen.database
    assert "s3cret" not in seen.database
