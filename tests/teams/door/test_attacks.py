"""Every bad token is 401 and runs no turn: the whole matrix over real HTTP."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from time import time
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.teams.bot_framework import APP_ID, TENANT, Rig, good_claims, jwk, signed

Header = Callable[[Rig, rsa.RSAPrivateKey], str]


def _claims(**changes: object) -> Header:
    """A well-signed token whose claims are changed; `None` leaves a claim out."""

    def header(rig: Rig, _: rsa.RSAPrivateKey) -> str:
        claims = good_claims(rig.connector.url) | changes
        kept = {name: value for name, value in claims.items() if value is not None}
        return "Bearer " + signed(rig.tokens.plain_key, kept)

    return header


def _literal(header: str) -> Header:
    return lambda rig, stranger: header


def _part(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _handmade(rig: Rig, header: bytes, sign: Callable[[bytes], bytes]) -> str:
    content = f"{_part(header)}.{_part(json.dumps(good_claims(rig.connector.url)).encode())}"
    return f"Bearer {content}.{_part(sign(content.encode()))}"


def _alg_none(rig: Rig, _: rsa.RSAPrivateKey) -> str:
    return _handmade(rig, b'{"alg":"none","typ":"JWT","kid":"plain"}', lambda content: b"")


def _hs256_with_public_key(rig: Rig, _: rsa.RSAPrivateKey) -> str:
    """The public key is public: used as a shared secret, anybody could sign."""
    pem = rig.tokens.plain_key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    sign: Callable[[bytes], bytes] = lambda content: hmac.digest(pem, content, hashlib.sha256)  # noqa: E731
    return _handmade(rig, b'{"alg":"HS256","kid":"plain"}', sign)


def _header(raw: bytes) -> Header:
    return lambda rig, stranger: _handmade(rig, raw, lambda content: b"x" * 256)


def _by_stranger(**header: Any) -> Header:
    return lambda rig, stranger: "Bearer " + signed(stranger, good_claims(rig.connector.url), **header)


def _with_own_jwk(rig: Rig, stranger: rsa.RSAPrivateKey) -> str:
    return "Bearer " + signed(stranger, good_claims(rig.connector.url), jwk=jwk(stranger, "plain", ["msteams"]))


def _tampered(rig: Rig, _: rsa.RSAPrivateKey) -> str:
    head, _claims_part, signature = rig.tokens.token(rig.connector.url).split(".")
    claims = good_claims("https://evil.example/")
    return f"Bearer {head}.{_part(json.dumps(claims).encode())}.{signature}"


def _cut_off(rig: Rig, _: rsa.RSAPrivateKey) -> str:
    return rig.good_header()[:-20]


def _own_outbound_token(rig: Rig, _: rsa.RSAPrivateKey) -> str:
    """The SDK takes a multi-tenant bot's own connector token as one of the emulator's, with any service URL."""
    claims = good_claims(rig.connector.url) | {
        "iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "aud": "https://api.botframework.com",
        "appid": APP_ID,
        "ver": "1.0",
    }
    return "Bearer " + signed(rig.tokens.plain_key, claims)


def _emulator_token(rig: Rig, _: rsa.RSAPrivateKey) -> str:
    claims = good_claims(rig.connector.url) | {
        "iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "appid": APP_ID,
    }
    return "Bearer " + signed(rig.tokens.plain_key, claims)


NOW = int(time())

BAD_TOKENS: dict[str, Header] = {
    "empty header": _literal(""),
    "scheme only": _literal("Bearer"),
    "scheme and blank": _literal("Bearer  "),
    "basic": _literal("Basic dXNlcjpwYXNz"),
    "garbage": _literal("Bearer not-a-token"),
    "three parts of garbage": _literal("Bearer a.b.c"),
    "dots": _literal("Bearer .."),
    "not base64": _literal("Bearer {}.{}.{}"),
    "alg none": _alg_none,
    "HS256 with the public key": _hs256_with_public_key,
    "RS512": _header(b'{"alg":"RS512","kid":"plain"}'),
    "PS256": _header(b'{"alg":"PS256","kid":"plain"}'),
    "header is a list": _header(b"[]"),
    "header is deep": _header(b"[" * 2400 + b"]" * 2400),
    "alg is a number": _header(b'{"alg":1,"kid":"plain"}'),
    "no kid": _header(b'{"alg":"RS256"}'),
    "kid is a number": _header(b'{"alg":"RS256","kid":7}'),
    "unknown kid": _header(b'{"alg":"RS256","kid":"nobody"}'),
    "critical extension": _header(b'{"alg":"RS256","kid":"plain","crit":["b64"],"b64":false}'),
    "right kid, another's key": _by_stranger(),
    "brings its own key": _with_own_jwk,
    "names its own key set": _by_stranger(jku="https://evil.example/keys"),
    "changed claims": _tampered,
    "cut off": _cut_off,
    "our own outbound token": _own_outbound_token,
    "emulator token": _emulator_token,
    "another audience": _claims(aud="00000000-9999-9999-9999-000000000000"),
    "list of audiences": _claims(aud=[APP_ID, "another"]),
    "no audience": _claims(aud=None),
    "another issuer": _claims(iss="https://login.microsoftonline.com/common/v2.0"),
    "no issuer": _claims(iss=None),
    "no expiry": _claims(exp=None),
    "expired": _claims(exp=NOW - 400),
    "expiry is no number": _claims(exp="tomorrow"),
    "expiry is infinite": _claims(exp=float("inf")),
    "expiry is beyond reckoning": _claims(exp=10**400),
    "not valid yet": _claims(nbf=NOW + 4000),
    "issued in the future": _claims(iat=NOW + 4000),
    "no service URL": _claims(serviceurl=None),
    "another service URL": _claims(serviceurl="https://evil.example/"),
    "service URL is no text": _claims(serviceurl=["x"]),
}

BAD_ACTIVITIES: dict[str, dict[str, Any]] = {
    "another service URL": {"serviceUrl": "https://evil.example/"},
    "service URL begins the same": {"serviceUrl": "http://127.0.0.1:1/emea/"},
    "another channel": {"channelId": "webchat"},
    "emulator": {"channelId": "emulator"},
    "no channel": {"channelId": None},
    "another tenant": {"channelData": {"tenant": {"id": "00000000-0000-0000-0000-000000000000"}}},
    "two tenants": {"conversation": {"id": "a", "tenantId": "00000000-0000-0000-0000-000000000000"}},
    "no tenant": {"channelData": {"tenant": None}, "conversation": {"id": "a"}},
    "no channel data": {"channelData": None, "conversation": {"id": "a", "tenantId": None}},
}


@pytest.mark.parametrize("name", BAD_TOKENS)
async def test_a_bad_token_is_refused_and_runs_no_turn(rig: Rig, stranger_key: rsa.RSAPrivateKey, name: str) -> None:
    header = BAD_TOKENS[name](rig, stranger_key)

    status, body = await rig.post(rig.activity(), header)
    await rig.settled()

    assert (status, body, rig.told, rig.connector.sent) == (401, None, [], [])
    assert (await rig.post(rig.activity()))[0] == 202, "a good token must still be let in"


@pytest.mark.parametrize("name", BAD_ACTIVITIES)
async def test_a_good_token_does_not_carry_every_activity(rig: Rig, name: str) -> None:
    header = rig.good_header()
    assert (await rig.post(rig.activity(id="first"), header))[0] == 202
    await rig.settled()

    # The token is remembered by now, and that must not spare the activity its checks.
    status, body = await rig.post(rig.activity(**BAD_ACTIVITIES[name]), header)
    await rig.settled()

    assert (status, body, len(rig.told)) == (401, None, 1)


@pytest.mark.parametrize("data", [None, {}, {"tenant": None}])
async def test_the_tenant_may_stand_beside_the_conversation_alone(rig: Rig, data: object) -> None:
    """As in the test client of Microsoft's, and in some of Teams' own activities."""
    place = {"id": "a", "tenantId": TENANT.upper(), "conversationType": "personal"}
    status, _ = await rig.post(rig.activity(channelData=data, conversation=place))
    await rig.settled()
    assert (status, [told.tenant for told in rig.told]) == (202, [TENANT])


async def test_no_header_and_two_headers_are_refused(rig: Rig) -> None:
    good = ("Authorization", rig.good_header())

    for headers in ([], [good, good], [good, ("Authorization", "Bearer x")]):
        async with rig.session.post(rig.url, json=rig.activity(), headers=headers) as response:
            assert (response.status, response.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert rig.told == []


@pytest.mark.parametrize("endorsements", [None, [], ["webchat"]])
async def test_a_key_must_be_endorsed_for_teams(
    rig: Rig, stranger_key: rsa.RSAPrivateKey, endorsements: list[str] | None
) -> None:
    rig.tokens.published.append(jwk(stranger_key, "other", endorsements))
    token = signed(stranger_key, good_claims(rig.connector.url), kid="other")

    assert await rig.post(rig.activity(), f"Bearer {token}") == (401, None)
    assert rig.told == []


async def test_the_log_tells_why_but_shows_no_token(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    token = signed(rig.tokens.plain_key, good_claims(rig.connector.url) | {"aud": "another"})

    await rig.post(rig.activity(), f"Bearer {token}")

    assert "InvalidAudienceError" in caplog.text
    assert token not in caplog.text
    assert "another" not in caplog.text
