"""Keys are fetched seldom, once at a time, and outlive an outage of Microsoft's."""

import asyncio
import json

import aiohttp
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.teams.door.signing_keys import SigningKeys
from tests.teams.bot_framework import Clock, Rig, TokenService, good_claims, jwk, signed

DAY = 24 * 60 * 60


@pytest.fixture
def keys(tokens: TokenService, session: aiohttp.ClientSession, clock: Clock) -> SigningKeys:
    return SigningKeys(session, tokens.url, clock)


async def test_a_hundred_requests_at_start_fetch_once(keys: SigningKeys, tokens: TokenService) -> None:
    found = await asyncio.gather(*(keys.find("plain") for _ in range(100)))

    assert tokens.fetches == 1
    assert {key.endorsements for key in found if key} == {frozenset({"msteams"})}


async def test_keys_are_fetched_again_after_a_day(keys: SigningKeys, tokens: TokenService, clock: Clock) -> None:
    await keys.find("plain")
    clock.now += DAY - 1
    await keys.find("plain")
    assert tokens.fetches == 1

    clock.now += 1
    await keys.find("plain")
    assert tokens.fetches == 2


async def test_an_unknown_key_is_looked_for_at_most_every_half_minute(
    keys: SigningKeys, tokens: TokenService, clock: Clock
) -> None:
    await keys.find("plain")
    for _ in range(50):
        assert await keys.find("invented") is None
    assert tokens.fetches == 1

    clock.now += 30
    await asyncio.gather(*(keys.find(f"invented-{number}") for number in range(50)))
    assert tokens.fetches == 2


async def test_a_key_rolled_just_after_a_fetch_is_accepted_within_a_minute(
    rig: Rig, stranger_key: rsa.RSAPrivateKey
) -> None:
    header = "Bearer " + signed(stranger_key, good_claims(rig.connector.url), kid="new")
    assert await rig.post(rig.activity(id="1")) == (202, None)
    rig.tokens.published.append(jwk(stranger_key, "new", ["msteams"]))

    assert await rig.post(rig.activity(id="2"), header) == (401, None)
    rig.clock.now += 59
    assert await rig.post(rig.activity(id="3"), header) == (202, None)


BROKEN = {
    "500": lambda: web.Response(status=500),
    "no JSON": lambda: web.Response(text="<html>"),
    "list": lambda: web.json_response([]),
    "no jwks_uri": lambda: web.json_response({}),
    "nobody there": lambda: web.json_response({"jwks_uri": "http://127.0.0.1:9/keys"}),
    "no URL": lambda: web.json_response({"jwks_uri": "keys"}),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_while_keys_can_not_be_fetched_nobody_is_let_in(rig: Rig, name: str) -> None:
    rig.tokens.answer = BROKEN[name]

    for number in range(20):
        assert await rig.post(rig.activity(id=str(number))) == (401, None)
    assert (rig.told, rig.tokens.fetches) == ([], 1)

    rig.tokens.answer = None
    rig.clock.now += 15
    assert await rig.post(rig.activity()) == (202, None)


@pytest.mark.parametrize("name", BROKEN)
async def test_old_keys_stay_when_a_fetch_fails(
    keys: SigningKeys, tokens: TokenService, clock: Clock, name: str
) -> None:
    before = await keys.find("plain")
    tokens.answer = BROKEN[name]
    clock.now += DAY

    assert await keys.find("plain") is before
    assert tokens.fetches == 2


@pytest.mark.parametrize(
    "published",
    [
        [],
        [{"kty": "EC", "kid": "plain"}],
        [{"kty": "RSA", "kid": 5}],
        [{"kty": "RSA", "kid": "plain", "n": "!", "e": "AQAB"}],
        "keys",
        [7],
    ],
)
async def test_a_document_without_usable_keys_is_a_failed_fetch(
    keys: SigningKeys, tokens: TokenService, clock: Clock, published: object
) -> None:
    before = await keys.find("plain")
    tokens.published = json.loads(json.dumps(published))
    clock.now += DAY

    assert await keys.find("plain") is before


async def test_keys_for_encryption_are_not_for_signing(keys: SigningKeys, tokens: TokenService) -> None:
    tokens.published[1]["use"] = "enc"

    assert await keys.find("plain") is None
