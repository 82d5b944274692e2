"""The whole identity side against the sandbox's Entra: Teams' token in, Graph's token out, step-up in the browser."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from time import time
from urllib.parse import parse_qsl, urlsplit

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.certificate import read_certificate
from bot.endpoints import GRAPH, Endpoints
from bot.graph.app_token import app_token
from bot.graph.entra_client import Credential, EntraClient
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded
from bot.graph.entra_keys import EntraKeys
from bot.graph.sign_in import InteractiveSignIn
from bot.graph.sso_assertion import ExpectedAssertion, validate_assertion
from bot.graph.tokens import UserTokens
from bot.sandbox.entra import AppRegistration, Entra
from bot.sandbox.issuer import Issuer
from bot.sandbox.world import awaken
from tests.certificates import certificate_file, certificate_pem
from tests.sandbox.small_company import ANNA, TENANT, small_company

CALLBACK = "http://127.0.0.1:3978/auth/callback"
STEP_UP = '{"access_token": {"acrs": {"essential": true, "value": "c1"}}}'
ANNA_HERE = (TENANT, ANNA)


@dataclass
class Stage:
    """The sandbox's Entra on loopback, and the bot's identity side facing it."""

    entra: Entra
    http: aiohttp.ClientSession
    endpoints: Endpoints
    client: EntraClient
    tokens: UserTokens
    now: Callable[[], float] = time

    async def teams_brings_a_token(self) -> None:
        registration = self.entra.registration
        expected = ExpectedAssertion(frozenset({registration.client_id, registration.app_id_uri}), TENANT)
        keys = EntraKeys(self.http, tenant=TENANT, endpoints=self.endpoints, now=self.now)
        assertion = self.entra.sso_token(ANNA)
        person = await validate_assertion(assertion, expected, sender=ANNA, find_key=keys.key, now=self.now())
        await self.tokens.remember(person, assertion)


@pytest.fixture(params=["secret", "certificate"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    registration = AppRegistration("bbbbbbbb-1111-4222-8333-444444444444", "secret", redirect_uris={CALLBACK})
    credential: Credential = registration.secret
    if request.param == "certificate":
        file = certificate_file(tmp_path)
        registration.certificates.append(certificate_pem().encode())
        registration.secret = "nobody knows it"
        credential = read_certificate(file).for_msal
    entra = Entra(awaken(small_company()), Issuer(), registration)
    app = web.Application()
    app.add_subapp("/login.microsoftonline.com", entra.app())
    async with TestServer(app) as server, aiohttp.ClientSession() as http:
        endpoints = Endpoints.sandbox(str(server.make_url("")))
        client = EntraClient(app_id=registration.client_id, tenant=TENANT, credential=credential, endpoints=endpoints)
        yield Stage(entra, http, endpoints, client, UserTokens(client, now=time))
        client.close()


async def test_a_teams_token_becomes_a_graph_token_of_the_same_person(stage: Stage) -> None:
    await stage.teams_brings_a_token()
    token = await stage.tokens.get(ANNA_HERE)
    issuer = f"https://sts.windows.net/{TENANT}/"
    claims = stage.entra.issuer.verify(token.secret, audience=GRAPH, issuer=issuer)
    assert (claims["oid"], claims["xms_cc"]) == (ANNA, ["cp1"])
    assert token.scopes >= {"User.Read", "User.ReadBasic.All"}
    secret, lifetime = await app_token(stage.client)
    bots = stage.entra.issuer.verify(secret, audience="https://api.botframework.com", issuer=issuer)
    assert bots["appid"] == stage.entra.registration.client_id
    assert lifetime > 3000


async def test_consent_counts_the_moment_it_is_given(stage: Stage) -> None:
    await stage.teams_brings_a_token()
    with pytest.raises(ConsentNeeded):
        await stage.tokens.get(ANNA_HERE, ["GroupMember.ReadWrite.All"])
    stage.entra.world.admin_consent.add("GroupMember.ReadWrite.All")
    token = await stage.tokens.get(ANNA_HERE, ["GroupMember.ReadWrite.All"])
    assert "GroupMember.ReadWrite.All" in token.scopes


async def test_a_challenge_is_met_in_the_browser(stage: Stage) -> None:
    sign_in = InteractiveSignIn(stage.client, stage.tokens, redirect_uri=CALLBACK, now=time)
    await stage.teams_brings_a_token()
    with pytest.raises(ChallengeNeeded) as caught:
        await stage.tokens.get(ANNA_HERE, ["User.Read"], STEP_UP)
    url = await sign_in.begin(ANNA_HERE, ["User.Read"], caught.value.claims, "anna@fjord.example")
    form = {"user": "anna@fjord.example", "decision": "accept"}
    async with stage.http.post(url, data=form, allow_redirects=False) as answer:
        back = dict(parse_qsl(urlsplit(answer.headers["Location"]).query))
    done = await sign_in.finish(back)
    assert sign_in.redeem(done.one_time_code, ANNA_HERE)
    token = await stage.tokens.get(ANNA_HERE, ["User.Read"])
    claims = stage.entra.issuer.verify(token.secret, audience=GRAPH, issuer=f"https://sts.windows.net/{TENANT}/")
    assert claims["acrs"] == ["c1"]
