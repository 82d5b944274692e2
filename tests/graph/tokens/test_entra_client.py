"""The shared plumbing under MSAL: outages, threads, secrets."""

import asyncio
import json
import logging
import threading
import traceback
from pathlib import Path

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.certificate import read_certificate
from bot.endpoints import Endpoints
from bot.graph.app_token import app_token
from bot.graph.entra_client import Credential, EntraClient, Msal
from bot.graph.entra_errors import EntraRefused, EntraUnavailable, TokenProblem
from bot.graph.entra_http import ForgetfulCache
from bot.graph.tokens import UserTokens
from bot.teams.connector.token import ConnectorToken, TokenUnavailable
from tests.certificates import certificate_file
from tests.graph.tokens.conftest import ADA, APP, CLIENT_SECRET, TENANT, MovableClock, TinyEntra, refusal


def client_at(base: str, credential: Credential = CLIENT_SECRET) -> EntraClient:
    return EntraClient(app_id=APP, tenant=TENANT, credential=credential, endpoints=Endpoints.sandbox(base), workers=2)


async def test_nobody_there_is_an_outage(clock: MovableClock) -> None:
    client = client_at(f"http://127.0.0.1:{unused_port()}")
    with pytest.raises(EntraUnavailable):
        await app_token(client)
    client.close()


async def test_a_proxys_html_page_is_an_outage(clock: MovableClock) -> None:
    async def page(request: web.Request) -> web.Response:
        return web.Response(text="<html>ada@contoso.com, please log in to the proxy</html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", page)
    async with TestServer(app) as server:
        client = client_at(str(server.make_url("")))
        with pytest.raises(EntraUnavailable):
            await app_token(client)
        client.close()


async def test_a_redirect_is_not_followed(entra: TinyEntra, client: EntraClient, clock: MovableClock) -> None:
    await app_token(client)
    entra.respond = lambda form: (307, {}, {"Location": f"{entra.base}/elsewhere"})
    with pytest.raises(EntraUnavailable):
        await app_token(client)


async def test_msal_never_runs_on_the_loop(entra: TinyEntra, client: EntraClient) -> None:
    def where(msal: Msal) -> str:
        return threading.current_thread().name

    assert (await client.call(where)).startswith("entra")


async def test_what_msal_cannot_make_sense_of_is_told_without_its_text(client: EntraClient) -> None:
    def fail(msal: Msal) -> None:
        raise RuntimeError("ada@contoso.com")

    with pytest.raises(EntraRefused) as caught:
        await client.call(fail)
    assert "ada" not in "".join(traceback.format_exception(caught.value))
    assert caught.value.code == "RuntimeError"


@pytest.mark.parametrize(("said", "lifetime"), [({"expires_in": 600}, 600), ({}, 3600)])
async def test_the_apps_token_comes_with_its_lifetime_an_hour_if_none_is_said(
    entra: TinyEntra, client: EntraClient, said: dict[str, object], lifetime: float
) -> None:
    entra.respond = lambda form: (200, {"token_type": "Bearer", "access_token": "bot", **said}, {})
    assert await app_token(client) == ("bot", lifetime)
    assert entra.asked[0]["scope"] == "https://api.botframework.com/.default"


async def test_one_token_serves_the_connector_through_an_outage_until_it_expires(
    entra: TinyEntra, client: EntraClient, clock: MovableClock
) -> None:
    entra.respond = lambda form: (200, {"token_type": "Bearer", "expires_in": 3600, "access_token": "bot"}, {})
    token = ConnectorToken(lambda: app_token(client), clock)
    assert set(await asyncio.gather(*[token.get() for _ in range(20)])) == {"bot"}
    assert len(entra.asked) == 1
    clock.moved = 3600 - 200
    entra.respond = lambda form: (503, {}, {})
    assert await token.get() == "bot", "the old token serves its last minutes"
    clock.moved = 3601
    with pytest.raises(TokenUnavailable):
        await token.get()


async def test_a_wrong_secret_is_the_operators_problem(
    entra: TinyEntra, client: EntraClient, clock: MovableClock
) -> None:
    entra.respond = lambda form: refusal("invalid_grant", 7000222)
    with pytest.raises(EntraRefused):
        await app_token(client)


async def test_a_certificate_and_a_federated_assertion_prove_the_app_too(entra: TinyEntra, tmp_path: Path) -> None:
    entra.respond = lambda form: (200, {"token_type": "Bearer", "expires_in": 3600, "access_token": "bot"}, {})
    certificate = read_certificate(certificate_file(tmp_path))
    for credential in (certificate.for_msal, {"client_assertion": lambda: "from-the-platform"}):
        client = client_at(entra.base, credential)
        await app_token(client)
        client.close()
    signed, federated = entra.asked
    assert "client_secret" not in signed
    header = jwt.get_unverified_header(signed["client_assertion"])
    assert (header["alg"], "x5t#S256" in header, "x5t" in header) == ("PS256", True, False)
    assert federated["client_assertion"] == "from-the-platform"


async def test_no_secret_reaches_a_log_an_exception_or_a_repr(
    entra: TinyEntra, client: EntraClient, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tokens, person, assertion = UserTokens(client, now=clock), (TENANT, ADA), entra.sso()
    await tokens.remember(person, assertion)
    shown = [repr(await tokens.get(person))]
    entra.respond = lambda form: refusal("invalid_client", 7000215)
    with pytest.raises(TokenProblem) as caught:
        await tokens.get(person, ["Group.Read.All"])
    shown += ["".join(traceback.format_exception(caught.value)), repr(caught.value), caplog.text]
    shown += [repr(vars(tokens)), repr(tokens._people.find(person))]  # pyright: ignore[reportPrivateUsage]
    everything = "\n".join(shown)
    secrets = (assertion, "secret-access", "secret-refresh", CLIENT_SECRET, "ada@contoso.com")
    assert [secret for secret in secrets if secret in everything] == []


def test_the_cache_keeps_what_is_published_and_no_error() -> None:
    cache = ForgetfulCache()
    cache["GET https://login hash=1 2xx"] = "published"
    cache["POST https://login hash=1 400"] = "error"
    cache["POST https://login client_id=1 scope=1 hash=1 429/5xx/Retry-After"] = "error"
    assert list(cache) == ["GET https://login hash=1 2xx"]


def test_the_caches_index_is_handed_out_in_copies() -> None:
    cache = ForgetfulCache()
    assert cache.get("_index_", ([], {})) == ([], {})
    cache["_index_"] = ([[1, 0, "key"]], {"key": [1, 0]})
    sequence, timestamps = cache.get("_index_", ([], {}))
    sequence.clear()
    timestamps.clear()
    assert json.dumps(cache.get("_index_")) == '[[[1, 0, "key"]], {"key": [1, 0]}]'
