"""SSO tokens: a good one is accepted, and each way of being wrong is told by its own name."""

import asyncio
from collections.abc import AsyncIterator
from time import perf_counter
from typing import Any

import jwt
import pytest

from bot.endpoints import Endpoints
from bot.graph import published_keys
from bot.graph.entra_errors import EntraUnavailable
from bot.graph.entra_keys import EntraKeys
from bot.graph.sso_assertion import AssertionRefused, ExpectedAssertion, validate_assertion
from bot.outgoing import outgoing
from bot.sandbox.issuer import Issuer
from tests.graph.tokens.conftest import ADA, APP, BO, TENANT, MovableClock, TinyEntra

RESOURCE = f"api://bot.example/botid-{APP}"
EXPECTED = ExpectedAssertion(frozenset({APP, RESOURCE}), TENANT)
GRAPH_AUDIENCE = "https://graph.microsoft.com"


@pytest.fixture
async def keys(entra: TinyEntra, clock: MovableClock) -> AsyncIterator[EntraKeys]:
    async with outgoing() as session:
        yield EntraKeys(session, tenant=TENANT, endpoints=Endpoints.sandbox(entra.base), now=clock)


async def check(keys: EntraKeys, assertion: str, now: float, sender: str = ADA) -> tuple[str, str]:
    return await validate_assertion(assertion, EXPECTED, sender=sender, find_key=keys.key, now=now)


@pytest.mark.parametrize("aud", [APP, RESOURCE])
@pytest.mark.parametrize(
    "iss", [f"https://sts.windows.net/{TENANT}/", f"https://login.microsoftonline.com/{TENANT}/v2.0"]
)
async def test_a_good_token_names_its_person(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock, aud: str, iss: str
) -> None:
    assertion = entra.sso(aud=aud, iss=iss, scp="other access_as_user")
    assert await check(keys, assertion, clock()) == (TENANT, ADA)


@pytest.mark.parametrize(
    ("claims", "kind"),
    [
        ({"aud": GRAPH_AUDIENCE}, "audience"),
        ({"aud": [APP]}, "audience"),
        ({"iss": "https://login.microsoftonline.com/other/v2.0"}, "issuer"),
        ({"tid": "other"}, "tenant"),
        ({"scp": "User.Read"}, "scope"),
        ({"scp": None}, "scope"),
        ({"oid": BO}, "wrong_person"),
        ({"oid": None}, "wrong_person"),
        ({"exp": 1}, "expired"),
        ({"nbf": 99_999_999_999}, "expired"),
        ({"exp": "soon"}, "malformed"),
        ({"exp": True}, "malformed"),
        ({"iat": None}, "malformed"),
    ],
)
async def test_each_wrong_claim_is_refused_by_name(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock, claims: dict[str, Any], kind: str
) -> None:
    with pytest.raises(AssertionRefused) as caught:
        await check(keys, entra.sso(**claims), clock())
    assert caught.value.kind == kind


async def test_an_activity_without_a_sender_matches_nobody(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock
) -> None:
    with pytest.raises(AssertionRefused, match="wrong_person"):
        await check(keys, entra.sso(oid=""), clock(), sender="")


@pytest.mark.parametrize("text", ["", "a.b.c", "æøå", "e30.e30.e30", "x" * 5000])
async def test_what_is_no_token_is_refused(keys: EntraKeys, clock: MovableClock, text: str) -> None:
    with pytest.raises(AssertionRefused):
        await check(keys, text, clock())


async def test_forged_tokens_are_refused(entra: TinyEntra, keys: EntraKeys, clock: MovableClock) -> None:
    claims = jwt.decode(entra.sso(), options={"verify_signature": False})
    forged = [
        Issuer().sign(claims, kid=entra.issuer.kid),
        Issuer().sign(claims),
        jwt.encode(claims, "x" * 40, algorithm="HS256", headers={"kid": entra.issuer.kid}),
        jwt.encode(claims, "", algorithm="none", headers={"kid": entra.issuer.kid}),
        jwt.encode(claims, "x" * 40, algorithm="HS256"),
    ]
    for assertion in forged:
        with pytest.raises(AssertionRefused):
            await check(keys, assertion, clock())
    assert entra.lookups == 1, "an invented key id doesn't make us ask again at once"


async def test_keys_are_fetched_once_and_again_when_they_roll(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock
) -> None:
    for _ in range(5):
        await check(keys, entra.sso(), clock())
    assert entra.lookups == 1
    entra.issuer = Issuer()
    clock.moved = 31
    await check(keys, entra.sso(), clock())
    assert entra.lookups == 2


async def test_without_keys_nothing_can_be_said(entra: TinyEntra, clock: MovableClock) -> None:
    async with outgoing() as session:
        lost = EntraKeys(session, tenant="unknown", endpoints=Endpoints.sandbox(entra.base), now=clock)
        with pytest.raises(EntraUnavailable):
            await check(lost, entra.sso(), clock())


ODD_DOCUMENTS = (
    b"",
    b"{}",
    b"[]",
    b"null",
    b'{"keys": null}',
    b'{"keys": [null, 7]}',
    b'{"keys": [{"kid": null}]}',
    b"<",
)


@pytest.mark.parametrize("document", ODD_DOCUMENTS)
async def test_an_odd_key_document_is_entras_bad_day_and_not_ours(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock, document: bytes
) -> None:
    entra.publishes = document
    for _ in range(3):
        with pytest.raises(EntraUnavailable):
            await check(keys, entra.sso(), clock())
    assert entra.lookups == 1, "strangers can't make us ask all the time"
    entra.publishes = None
    clock.moved = 16
    assert await check(keys, entra.sso(), clock()) == (TENANT, ADA)


async def test_old_keys_serve_through_a_bad_day_and_a_new_one_cant_be_judged(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock
) -> None:
    await check(keys, entra.sso(), clock())
    entra.publishes = b"{}"
    clock.moved = 40
    with pytest.raises(EntraUnavailable):
        await check(keys, Issuer().sign({"oid": ADA}), clock())
    assert await check(keys, entra.sso(), clock()) == (TENANT, ADA)


async def test_six_people_wait_together_for_a_document_that_doesnt_come(
    entra: TinyEntra, keys: EntraKeys, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(published_keys, "FETCH_SECONDS", 0.3)
    entra.gate.clear()
    began = perf_counter()
    six = await asyncio.gather(*(check(keys, entra.sso(), clock()) for _ in range(6)), return_exceptions=True)
    entra.gate.set()
    assert {type(each) for each in six} == {EntraUnavailable}
    assert perf_counter() - began < 0.6
    assert entra.lookups == 1
