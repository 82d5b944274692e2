"""Faults an operator can make, one at a time: what is set wrong, and what the report has to say of it."""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cli.company import Running
from bot.permissions import permissions
from bot.sandbox.faults import Fault
from bot.scopes import Resource, Scope
from tests.certificates import certificate_file
from tests.scopes import consented

OTHER = "99999999-0000-4000-8000-000000000000"
SANDBOX_SHIFT = "import time\nreal = time.time\ntime.time = lambda: real() + 400\n"


@dataclass
class Deployment:
    """A good deployment beside a company that consented to everything, to be spoilt."""

    running: Running
    folder: Path
    variables: dict[str, str]
    elsewhere: "Elsewhere"


@dataclass
class Elsewhere:
    """A server at the public address that isn't the bot; it answers as it is told to."""

    url: str = ""
    status: int = 404
    headers: dict[str, str] = field(default_factory=dict[str, str])
    stop: Callable[[], Awaitable[None]] = field(init=False)

    async def answer(self, _: web.Request) -> web.Response:
        return web.Response(status=self.status, headers=self.headers)


@asynccontextmanager
async def somebody_else() -> AsyncGenerator[Elsewhere]:
    """That server, running."""
    elsewhere = Elsewhere()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", elsewhere.answer)
    async with TestServer(app) as server:
        elsewhere.url = str(server.make_url("")).rstrip("/")
        elsewhere.stop = server.close
        yield elsewhere


@dataclass(frozen=True)
class SetUpFault:
    """What is done to a good deployment; what the report names, and the cure it offers."""

    spoil: Callable[[Deployment], None]
    names: str
    cure: str


def variable(**values: str) -> Callable[[Deployment], None]:
    """Set these instead."""
    return lambda at: at.variables.update({f"SYNCDOCTOR_{name}": value for name, value in values.items()})


def registered(**values: object) -> Callable[[Deployment], None]:
    """The app registration is like this instead."""

    def spoil(at: Deployment) -> None:
        for name, value in values.items():
            assert hasattr(at.running.sandbox.registration, name)
            setattr(at.running.sandbox.registration, name, value)

    return spoil


def hung_up(path: str) -> Callable[[Deployment], None]:
    """This service ends every connection."""
    return lambda at: at.running.sandbox.faults.add(Fault(path, times=None, drop=True))


def expired(at: Deployment) -> None:
    at.running.sandbox.registration.secret_ends = at.running.sandbox.world.clock.now() - timedelta(days=1)


def certificate(at: Deployment) -> None:
    del at.variables["SYNCDOCTOR_APP_SECRET"]
    at.variables["SYNCDOCTOR_APP_CERTIFICATE"] = str(certificate_file(at.folder))


def no_certificate(at: Deployment) -> None:
    at.variables["SYNCDOCTOR_APP_CERTIFICATE"] = str(at.folder / "nowhere.pem")


def no_database_of_sqlite(at: Deployment) -> None:
    file = at.folder / "notes.txt"
    file.write_text("This is no database, though it is long enough to be taken for the header of one." * 20)
    at.variables["SYNCDOCTOR_DATABASE_URL"] = f"sqlite:///{file}"


def wrong_clock(at: Deployment) -> None:
    (at.folder / "sitecustomize.py").write_text(SANDBOX_SHIFT)
    at.variables["PYTHONPATH"] = str(at.folder)


def elsewhere(status: int, **headers: str) -> Callable[[Deployment], None]:
    """Something else answers at the public address."""

    def spoil(at: Deployment) -> None:
        at.elsewhere.status, at.elsewhere.headers = status, headers
        at.variables["SYNCDOCTOR_PUBLIC_URL"] = at.elsewhere.url
        registration = at.running.sandbox.registration
        registration.domain = at.elsewhere.url.removeprefix("http://")
        registration.redirect_uris.add(f"{at.elsewhere.url}/auth/callback")

    return spoil


def package_of(app: str | None, host: str | None = None) -> Callable[[Deployment], None]:
    """A package was made in `dist`, for another app or another address."""

    def spoil(at: Deployment) -> None:
        settings = at.running.settings
        own = app or settings.app_id
        resource = f"api://{host or settings.public_url.removeprefix('http://')}/botid-{own}"
        manifest = {"id": own, "bots": [{"botId": own}], "webApplicationInfo": {"id": own, "resource": resource}}
        (at.folder / "dist").mkdir()
        with ZipFile(at.folder / "dist" / "sync-doctor-teams.zip", "w") as archive:
            archive.writestr("manifest.json", json.dumps(manifest))

    return spoil


def without(scope: Scope) -> Callable[[Deployment], None]:
    """Nobody consented to it."""
    return lambda at: at.running.sandbox.world.admin_consent.remove(consented(scope))


VITAL = [
    scope
    for scope, needed in permissions().items()
    if needed.admin_consent and needed.readings and scope.resource is Resource.GRAPH  # the company has no SharePoint
]
"""What a report can't do without: the rest is asked for when its button is pressed, or by each person themselves."""

FAULTS: dict[str, SetUpFault] = {
    "secret id for value": SetUpFault(variable(APP_SECRET=OTHER), "is the id of a client secret", "take its value"),
    "wrong secret": SetUpFault(variable(APP_SECRET="guess"), "client secret is wrong", "Make a new client secret"),
    "expired secret": SetUpFault(expired, "secret has expired", "Make a new client secret"),
    "no credential": SetUpFault(variable(APP_SECRET=""), "APP_SECRET or SYNCDOCTOR_APP_CERTIFICATE", "is needed"),
    "strange certificate": SetUpFault(certificate, "isn't one of the app registration's", "Upload the certificate"),
    "no certificate there": SetUpFault(no_certificate, "SYNCDOCTOR_APP_CERTIFICATE can't be read", "table"),
    "wrong tenant": SetUpFault(variable(TENANT_ID=OTHER), "doesn't know the tenant", "directory (tenant) id"),
    "tenant by name": SetUpFault(variable(TENANT_ID="contoso.com"), "TENANT_ID must be a GUID", "table"),
    "wrong bot id": SetUpFault(variable(APP_ID=OTHER), "no app with this id", "application (client) id"),
    "app disabled": SetUpFault(registered(enabled=False), "app is disabled", "Enable it"),
    "no redirect address": SetUpFault(
        registered(redirect_uris=set[str]()), "sign-in page's address", "web redirect URI"
    ),
    "another domain": SetUpFault(registered(domain="old.example"), "Application ID URI", "set it to api://"),
    "no single sign-on": SetUpFault(registered(offers_single_sign_on=False), "no scope", "add the scope"),
    "token version": SetUpFault(registered(token_version=None), "tokens of version 2", "requestedAccessTokenVersion"),
    "Teams not authorised": SetUpFault(registered(authorized_clients=set[str]()), "Teams isn't authorised", "1fec8e78"),
    "clock": SetUpFault(wrong_clock, "ahead of Microsoft's, so tokens are refused", "by NTP"),
    "folder of database": SetUpFault(variable(DATABASE_URL="sqlite:////no/b"), "can't be opened", "folder must exist"),
    "no database": SetUpFault(no_database_of_sqlite, "is no SQLite database", "name another"),
    "database server": SetUpFault(variable(DATABASE_URL="postgresql://127.0.0.1:1/x"), "no server listens", "start it"),
    "address with path": SetUpFault(variable(PUBLIC_URL="https://a.example/bot"), "must have no path", "table"),
    "address without TLS": SetUpFault(variable(PUBLIC_URL="http://a.example"), "must start with https://", "table"),
    "unknown name": SetUpFault(variable(PUBLIC_URL="https://a.invalid"), "Application ID URI", "set it to api://"),
    "proxy leads elsewhere": SetUpFault(elsewhere(404), "but not the bot", "Let the proxy lead"),
    "proxy redirects": SetUpFault(elsewhere(301, Location="/x"), "it sends elsewhere", "SYNCDOCTOR_PUBLIC_URL"),
    "no way to Entra": SetUpFault(hung_up("login.microsoftonline.com/**"), "Entra ID", "port 443"),
    "no way to Graph": SetUpFault(hung_up("graph.microsoft.com/**"), "Graph: It can't be", "port 443"),
    "no way to keys": SetUpFault(hung_up("login.botframework.com/**"), "would be refused", "port 443"),
    "manifest id": SetUpFault(package_of(OTHER), "made for another app id", "syncdoctor package"),
    "manifest address": SetUpFault(package_of(None, "old.example"), "made for old.example", "syncdoctor package"),
    "service hosts": SetUpFault(variable(SERVICE_HOSTS="https://smba"), "SERVICE_HOSTS must be host names", "table"),
    "half a second opinion": SetUpFault(variable(SECOND_OPINION_KEY="k"), "go together", "table"),
    "log level": SetUpFault(variable(LOG_LEVEL="LOUD"), "LOG_LEVEL must be 'DEBUG'", "table"),
    **{
        f"no consent: {scope}": SetUpFault(without(scope), f"Permission {scope}", "administrator open")
        for scope in VITAL
    },
}
