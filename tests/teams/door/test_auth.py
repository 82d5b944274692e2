"""What the checks forgive, when they change their mind, and how they are set up."""

from time import time

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.teams.door.auth import InboundAuth, Unauthorized
from tests.teams.bot_framework import APP_ID, TENANT, Rig, good_claims, jwk, signed


async def test_small_clock_differences_and_slashes_are_forgiven(rig: Rig) -> None:
    header = "bearer " + signed(
        rig.tokens.plain_key,
        good_claims(rig.connector.url.removesuffix("/")) | {"exp": int(time()) - 200, "nbf": int(time()) + 200},
    )

    assert await rig.post(rig.activity(), header) == (202, None)


async def test_a_token_is_refused_once_its_key_is_withdrawn(rig: Rig) -> None:
    header = "Bearer " + signed(rig.tokens.plain_key, good_claims(rig.connector.url))
    assert (await rig.post(rig.activity(id="1"), header))[0] == 202

    rig.tokens.published = [key for key in rig.tokens.published if key["kid"] != "plain"]
    rig.clock.now += 24 * 60 * 60

    assert (await rig.post(rig.activity(id="2"), header))[0] == 401


async def test_a_token_is_refused_once_its_key_id_stands_for_another_key(
    rig: Rig, stranger_key: rsa.RSAPrivateKey
) -> None:
    header = "Bearer " + signed(rig.tokens.plain_key, good_claims(rig.connector.url))
    assert (await rig.post(rig.activity(id="1"), header))[0] == 202

    rig.tokens.published = [jwk(stranger_key, "plain", ["msteams"])]
    rig.clock.now += 24 * 60 * 60

    assert (await rig.post(rig.activity(id="2"), header))[0] == 401


async def test_service_hosts_can_be_limited(rig: Rig) -> None:
    rig.serve_with(rig.auth_for({"smba.trafficmanager.net", ".teams.microsoft.com"}))
    assert await rig.post(rig.activity()) == (401, None)

    rig.serve_with(rig.auth_for({"127.0.0.1"}))
    assert await rig.post(rig.activity()) == (202, None)


async def test_streaming_is_refused(rig: Rig) -> None:
    with pytest.raises(Unauthorized):
        await rig.auth.authenticate_streaming_request(rig.good_header(), "msteams")


@pytest.mark.parametrize(
    ("host", "is_allowed"),
    [
        ("smba.trafficmanager.net", True),
        ("emea.ng.msg.teams.microsoft.com", True),
        ("teams.microsoft.com.evil.example", False),
        ("evilteams.microsoft.com", False),
        ("evilsmba.trafficmanager.net", False),
        ("smba.trafficmanager.net@evil.example", False),
        ("[::1", False),
    ],
)
async def test_a_service_host_is_compared_whole(rig: Rig, host: str, is_allowed: bool) -> None:
    service_url = f"https://{host}/emea/"
    rig.serve_with(rig.auth_for({"smba.trafficmanager.net", ".teams.microsoft.com"}))
    header = f"Bearer {rig.tokens.token(service_url)}"

    status, _ = await rig.post(rig.activity(serviceUrl=service_url, type="typing"), header)

    assert status == (202 if is_allowed else 401)


@pytest.mark.parametrize(("app_id", "tenants"), [("", {TENANT}), (APP_ID, set[str]()), (APP_ID, {""})])
async def test_an_open_bot_can_not_be_made(rig: Rig, app_id: str, tenants: set[str]) -> None:
    with pytest.raises(ValueError, match="app id"):
        InboundAuth(app_id=app_id, tenants=tenants, keys=rig.keys, connectors=rig.connectors)
