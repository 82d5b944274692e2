"""Microsoft's own library works against the sandbox, unmodified but for where its requests go."""

import asyncio
import json
import re
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

import msal  # pyright: ignore[reportMissingTypeStubs]
import pytest
from aiohttp import ClientSession

from bot.sandbox.entra.permissions import CONNECTOR, GRAPH
from bot.sandbox.server import Sandbox
from tests.sandbox.small_company import ADA, ANNA, TENANT

READ = [f"{GRAPH}/User.Read"]
WRITE = [f"{GRAPH}/GroupMember.ReadWrite.All"]
CALLBACK = "http://127.0.0.1:3978/auth/callback"
STEP_UP = json.dumps({"access_token": {"acrs": {"essential": True, "value": "c1"}}})

Result = dict[str, Any]


class Answer:
    """What MSAL wants to see of an HTTP answer."""

    def __init__(self, status: int, text: str) -> None:
        self.status_code, self.text, self.headers = status, text, dict[str, str]()

    def raise_for_status(self) -> None:
        if self.status_code >= 400:
            raise ValueError(self.status_code)


class Loopback:
    """An HTTP client that looks every Microsoft address up in the sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def get(self, url: str, params: dict[str, str] | None = None, **_: Any) -> Answer:
        return self._send("GET", f"{url}?{urlencode(params)}" if params else url, None)

    def post(self, url: str, data: dict[str, str] | None = None, **_: Any) -> Answer:
        return self._send("POST", url, urlencode(data or {}))

    def close(self) -> None:
        """Nothing stays open."""

    def _send(self, method: str, url: str, body: str | None) -> Answer:
        there = urlsplit(self._sandbox.address(url))
        connection = HTTPConnection("127.0.0.1", there.port or 0, timeout=5)
        path = f"{there.path}?{there.query}" if there.query else there.path
        connection.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, text)


App = Any
"""MSAL has no types."""


@pytest.fixture
async def app(sandbox: Sandbox) -> App:
    def build() -> App:
        return cast("Any", msal).ConfidentialClientApplication(
            sandbox.app_id,
            client_credential=sandbox.app_secret,
            authority=f"https://login.microsoftonline.com/{TENANT}",
            http_client=Loopback(sandbox),
            client_capabilities=["cp1"],
        )

    return await asyncio.to_thread(build)


async def result(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Result:
    return cast("Result", await asyncio.to_thread(call, *args, **kwargs))


async def test_the_bot_as_itself(app: App, sandbox: Sandbox) -> None:
    got = await result(app.acquire_token_for_client, [f"{CONNECTOR}/.default"])
    claims = sandbox.entra.issuer.verify(
        got["access_token"], audience=CONNECTOR, issuer=f"https://sts.windows.net/{TENANT}/"
    )
    assert claims["appid"] == sandbox.app_id


async def test_on_behalf_of_a_person(app: App, sandbox: Sandbox) -> None:
    got = await result(app.acquire_token_on_behalf_of, sandbox.entra.sso_token(ANNA), READ)
    claims = sandbox.entra.issuer.verify(
        got["access_token"], audience=GRAPH, issuer=f"https://sts.windows.net/{TENANT}/"
    )
    assert (claims["oid"], claims["tid"], claims["idtyp"]) == (ANNA, TENANT, "user")
    assert claims["xms_cc"] == ["cp1"]
    assert claims["scp"] == "User.Read User.ReadBasic.All", "the token holds all that was consented to"
    accounts = app.get_accounts()
    assert [account["local_account_id"] for account in accounts] == [ANNA]
    silent = await result(app.acquire_token_silent_with_error, READ, accounts[0])
    assert silent["access_token"] == got["access_token"]
    fresh = await result(app.acquire_token_silent_with_error, READ, accounts[0], force_refresh=True)
    assert fresh["access_token"] != got["access_token"], "the refresh token works too"


async def test_consent_missing_then_given(app: App, sandbox: Sandbox, http: ClientSession) -> None:
    refused = await result(app.acquire_token_on_behalf_of, sandbox.entra.sso_token(ANNA), WRITE)
    assert (refused["error"], refused["suberror"]) == ("invalid_grant", "consent_required")
    sandbox.world.admin_consent.add("GroupMember.ReadWrite.All")
    # Another assertion, because MSAL remembers a 400 for a minute.
    got = await result(app.acquire_token_on_behalf_of, sandbox.entra.sso_token(ANNA), WRITE)
    assert WRITE[0] in got["scope"].split()


async def test_claims_challenge_goes_through_the_interactive_flow(
    app: App, sandbox: Sandbox, http: ClientSession
) -> None:
    sandbox.registration.redirect_uris.add(CALLBACK)
    assertion = sandbox.entra.sso_token(ANNA)
    refused = await result(app.acquire_token_on_behalf_of, assertion, READ, claims_challenge=STEP_UP)
    assert (refused["error"], refused["error_codes"]) == ("interaction_required", [50076])
    got = await interactive(app, sandbox, http, READ, "anna@fjord.example", claims=refused["claims"])
    claims = sandbox.entra.issuer.verify(
        got["access_token"], audience=GRAPH, issuer=f"https://sts.windows.net/{TENANT}/"
    )
    assert claims["acrs"] == ["c1"]
    assert got["id_token_claims"]["oid"] == ANNA


async def test_an_administrator_consents_for_themselves(app: App, sandbox: Sandbox, http: ClientSession) -> None:
    sandbox.registration.redirect_uris.add(CALLBACK)
    got = await interactive(app, sandbox, http, WRITE, "ada@fjord.example")
    assert WRITE[0] in got["scope"].split()
    assert sandbox.world.user_consent[ADA] == {"GroupMember.ReadWrite.All"}


async def interactive(
    app: App, sandbox: Sandbox, http: ClientSession, scopes: list[str], user: str, *, claims: str | None = None
) -> Result:
    flow = await result(
        app.initiate_auth_code_flow,
        scopes,
        redirect_uri=CALLBACK,
        login_hint=user,
        claims_challenge=claims,
        response_mode="form_post",
    )
    form = {"user": user, "decision": "accept"}
    async with http.post(sandbox.address(flow["auth_uri"]), data=form, allow_redirects=False) as answer:
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', await answer.text()))
    return await result(app.acquire_token_by_auth_code_flow, flow, fields)
