"""The pop-up: bound to the person who began it, used once, and its tokens are theirs."""

from time import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.graph.entra_client import EntraClient
from bot.graph.entra_errors import ChallengeNeeded, EntraRefused, SignInNeeded
from bot.graph.sign_in import InteractiveSignIn, SignInRefused
from bot.graph.tokens import UserTokens
from tests.graph.tokens.conftest import ADA, APP, BO, TENANT, Answer, Form, MovableClock, TinyEntra, refusal

ADA_HERE = (TENANT, ADA)
BO_HERE = (TENANT, BO)
CHALLENGE = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'


@pytest.fixture
def sign_in(client: EntraClient, tokens: UserTokens, clock: MovableClock) -> InteractiveSignIn:
    return InteractiveSignIn(client, tokens, redirect_uri="https://bot.example/auth/callback", now=clock)


async def opened(entra: TinyEntra, sign_in: InteractiveSignIn, scopes: tuple[str, ...] = ()) -> dict[str, str]:
    """The query the browser is sent to Entra with; Entra remembers its nonce."""
    url = await sign_in.begin(ADA_HERE, scopes, CHALLENGE, "ada@contoso.com")
    assert url.startswith(f"{entra.base}/login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize?")
    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    entra.nonce = query["nonce"]
    return query


async def test_the_browser_is_sent_with_everything_entra_needs(entra: TinyEntra, sign_in: InteractiveSignIn) -> None:
    query = await opened(entra, sign_in, ("Group.Read.All",))
    assert "https://graph.microsoft.com/Group.Read.All" in query["scope"].split()
    assert query["code_challenge_method"] == "S256"
    assert query["login_hint"] == "ada@contoso.com"
    assert query["redirect_uri"] == "https://bot.example/auth/callback"
    assert '"acrs"' in query["claims"]


async def test_a_completed_sign_in_gives_the_person_a_token(
    entra: TinyEntra, sign_in: InteractiveSignIn, tokens: UserTokens
) -> None:
    query = await opened(entra, sign_in, ("User.Read",))
    done = await sign_in.finish({"state": query["state"], "code": "from-entra"})
    assert done.person == ADA_HERE
    assert done.one_time_code not in repr(done)
    assert entra.asked[0]["code"] == "from-entra"
    assert len(entra.asked[0]["code_verifier"]) >= 43
    assert (await tokens.get(ADA_HERE, ["User.Read"])).secret.startswith(f"secret-access-{ADA}")
    assert len(entra.asked) == 1


async def test_the_one_time_code_is_one_persons_and_good_once(
    entra: TinyEntra, sign_in: InteractiveSignIn, clock: MovableClock
) -> None:
    codes: list[str] = []
    for _ in range(3):
        query = await opened(entra, sign_in)
        codes.append((await sign_in.finish({"state": query["state"], "code": "x"})).one_time_code)
    assert sign_in.redeem(codes[0], ADA_HERE)
    assert not sign_in.redeem(codes[0], ADA_HERE)
    assert not sign_in.redeem(codes[1], BO_HERE)
    assert not sign_in.redeem(codes[1], ADA_HERE), "a wrong presenter spends it"
    clock.moved = 601
    assert not sign_in.redeem(codes[2], ADA_HERE)
    assert not sign_in.redeem("", ADA_HERE)


async def test_somebody_elses_account_is_refused(
    entra: TinyEntra, sign_in: InteractiveSignIn, tokens: UserTokens
) -> None:
    query = await opened(entra, sign_in)
    entra.signs_in = BO
    with pytest.raises(SignInRefused, match="wrong_person"):
        await sign_in.finish({"state": query["state"], "code": "x"})
    for person in (ADA_HERE, BO_HERE):
        with pytest.raises(SignInNeeded):
            await tokens.get(person)


@pytest.mark.parametrize(
    "says",
    [
        {"aud": BO},
        {"aud": [APP]},
        {"aud": None},
        {"iss": f"https://login.microsoftonline.com/{BO}/v2.0"},
        {"iss": f"https://sts.windows.net/{TENANT}/"},
        {"exp": int(time()) - 301},
        {"exp": None},
        {"nbf": int(time()) + 86_400},
        {"iat": int(time()) + 86_400},
        {"iat": "today"},
        {"nonce": "another"},
        {"nonce": None},
    ],
)
async def test_an_id_token_that_is_not_for_this_sign_in_is_refused(
    entra: TinyEntra, sign_in: InteractiveSignIn, tokens: UserTokens, says: dict[str, Any]
) -> None:
    query = await opened(entra, sign_in)
    entra.says = says
    with pytest.raises((SignInRefused, EntraRefused)) as caught:
        await sign_in.finish({"state": query["state"], "code": "x"})
    assert getattr(caught.value, "kind", "failed") == "failed"
    with pytest.raises(SignInNeeded):
        await tokens.get(ADA_HERE)


@pytest.mark.parametrize("says", [{"tid": BO}, {"oid": BO}, {"oid": None}])
async def test_an_id_token_of_another_person_or_tenant_is_not_theirs(
    entra: TinyEntra, sign_in: InteractiveSignIn, says: dict[str, Any]
) -> None:
    query = await opened(entra, sign_in)
    entra.says = says
    with pytest.raises(SignInRefused, match="wrong_person"):
        await sign_in.finish({"state": query["state"], "code": "x"})


async def test_a_clock_that_is_four_minutes_off_doesnt_matter(entra: TinyEntra, sign_in: InteractiveSignIn) -> None:
    query = await opened(entra, sign_in)
    entra.says = {"iat": int(time()) + 240, "nbf": int(time()) + 240}
    assert (await sign_in.finish({"state": query["state"], "code": "x"})).person == ADA_HERE


async def test_a_sign_in_is_good_once_and_for_ten_minutes(
    entra: TinyEntra, sign_in: InteractiveSignIn, clock: MovableClock
) -> None:
    query = await opened(entra, sign_in)
    late = await opened(entra, sign_in)
    answer = {"state": query["state"], "code": "x"}
    with pytest.raises(EntraRefused):
        # The first flow's nonce isn't the one Entra answers with any more.
        await sign_in.finish(answer)
    with pytest.raises(SignInRefused, match="unknown"):
        await sign_in.finish(answer)
    clock.moved = 601
    with pytest.raises(SignInRefused, match="unknown"):
        await sign_in.finish({"state": late["state"], "code": "x"})
    with pytest.raises(SignInRefused, match="unknown"):
        await sign_in.finish({})


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ({"error": "access_denied", "error_description": "AADSTS65004: User declined"}, "declined"),
        ({"error": "consent_required", "error_description": "AADSTS90094: Admin"}, "admin_consent"),
        ({"error": "server_error"}, "failed"),
        ({}, "failed"),
    ],
)
async def test_coming_back_without_a_code_is_told_by_its_reason(
    entra: TinyEntra, sign_in: InteractiveSignIn, query: dict[str, str], kind: str
) -> None:
    state = (await opened(entra, sign_in))["state"]
    with pytest.raises(SignInRefused) as caught:
        await sign_in.finish({"state": state, **query})
    assert caught.value.kind == kind


async def test_after_a_second_factor_the_refresh_token_goes_on_where_silent_exchange_fails(
    entra: TinyEntra, sign_in: InteractiveSignIn, tokens: UserTokens, clock: MovableClock
) -> None:
    def second_factor(form: Form) -> Answer:
        if form["grant_type"].endswith("jwt-bearer"):
            return refusal("interaction_required", 50076, claims=CHALLENGE)
        return entra.grant(form)

    entra.respond = second_factor
    await tokens.remember(ADA_HERE, entra.sso())
    with pytest.raises(ChallengeNeeded):
        await tokens.get(ADA_HERE)
    query = await opened(entra, sign_in)
    await sign_in.finish({"state": query["state"], "code": "x"})
    first = await tokens.get(ADA_HERE)
    clock.moved = 3500
    assert (await tokens.get(ADA_HERE)).secret != first.secret
    assert entra.asked[-1]["grant_type"] == "refresh_token"
    assert (await tokens.get(ADA_HERE, claims=CHALLENGE)).secret != first.secret
    assert '"acrs"' in entra.asked[-1]["claims"]


async def test_signing_in_knowingly_ends_a_sign_out(
    entra: TinyEntra, sign_in: InteractiveSignIn, tokens: UserTokens
) -> None:
    old = entra.sso()
    tokens.forget(ADA_HERE)
    query = await opened(entra, sign_in)
    await sign_in.finish({"state": query["state"], "code": "x"})
    await tokens.remember(ADA_HERE, old)
