"""SharePoint's consent is its own: Graph's permission of the same name opens nothing there."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.graph.admin_consent import admin_consent_url
from bot.sandbox.server import Issuers, Sandbox
from bot.scopes import Resource, Scope
from bot.settings import Settings
from tests.company import company

HOST = "contoso.sharepoint.com"
OWN = "00000003-0000-0ff1-ce00-000000000000/User.Read.All"
ALEX = "b633f9bc-c171-4a90-b079-ba09204e30b5"


@pytest.fixture
async def sandbox(issuers: Issuers) -> AsyncIterator[Sandbox]:
    async with Sandbox(company(), issuers=issuers) as running:
        running.connect_bot("http://127.0.0.1:3978/api/messages")
        running.world.admin_consent.discard(OWN)
        yield running


async def token(sandbox: Sandbox, http: ClientSession, scope: str) -> dict[str, Any]:
    form = {
        "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "requested_token_use": "on_behalf_of",
        "client_id": sandbox.app_id,
        "client_secret": sandbox.app_secret,
        "assertion": sandbox.entra.sso_token(ALEX),
        "scope": scope,
    }
    url = sandbox.address(f"https://login.microsoftonline.com/{sandbox.world.tenant}/oauth2/v2.0/token")
    async with http.post(url, data=form) as answer:
        return await answer.json()


async def test_graphs_permission_is_not_sharepoints(sandbox: Sandbox, http: ClientSession) -> None:
    assert "User.Read.All" in sandbox.world.admin_consent
    assert (await token(sandbox, http, f"https://{HOST}/User.Read.All"))["error_codes"] == [65001]
    sandbox.world.admin_consent.add(OWN)
    given = await token(sandbox, http, f"https://{HOST}/User.Read.All")
    claims = jwt.decode(given["access_token"], options={"verify_signature": False})
    assert (claims["aud"], claims["scp"]) == (f"https://{HOST}", "User.Read.All")
    assert given["scope"] == f"https://{HOST}/User.Read.All"
    graph = jwt.decode(
        (await token(sandbox, http, "https://graph.microsoft.com/.default"))["access_token"],
        options={"verify_signature": False},
    )
    assert "0ff1" not in graph["scp"]


async def test_another_tenants_host_is_no_resource_here(sandbox: Sandbox, http: ClientSession) -> None:
    refusal = await token(sandbox, http, "https://fabrikam.sharepoint.com/User.Read.All")
    assert refusal["error_codes"] == [500011]


async def test_both_at_once_are_refused(sandbox: Sandbox, http: ClientSession) -> None:
    both = f"https://{HOST}/User.Read.All https://graph.microsoft.com/User.Read"
    assert (await token(sandbox, http, both))["error_codes"] == [28000]


async def test_an_administrator_consents_on_a_page_of_its_own(sandbox: Sandbox, http: ClientSession) -> None:
    settings = Settings(
        app_id=sandbox.app_id,
        tenant_id=sandbox.world.tenant,
        public_url="https://doctor.contoso.com",
        app_secret=SecretStr(sandbox.app_secret),
    )
    before = set(sandbox.world.admin_consent)
    page = admin_consent_url([Scope(Resource.SHAREPOINT, "User.Read.All")], settings)
    query = {name: values[0] for name, values in parse_qs(urlsplit(page).query).items()}
    query |= {"redirect_uri": "http://127.0.0.1:3978/auth/callback"}
    url = sandbox.address(f"https://login.microsoftonline.com/{sandbox.world.tenant}/v2.0/adminconsent")
    form = {"decision": "accept", "user": "megan@contoso.com"}
    async with http.post(url, params=query, data=form, allow_redirects=False) as answer:
        assert (answer.status, "admin_consent=True" in answer.headers["Location"]) == (302, True)
    assert sandbox.world.admin_consent - before == {OWN}
