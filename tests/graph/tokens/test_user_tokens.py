"""On-behalf-of tokens: one exchange for many callers, no memory of errors, and every refusal told apart."""

import asyncio
import json
from typing import Any

import pytest

from bot.graph.entra_client import EntraClient
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, EntraRefused, EntraUnavailable, SignInNeeded
from bot.graph.tokens import UserTokens
from bot.scopes import Scope
from tests.graph.tokens.conftest import ADA, BO, TENANT, Answer, Form, MovableClock, TinyEntra, refusal

ADA_HERE = (TENANT, ADA)
BO_HERE = (TENANT, BO)
CHALLENGE = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'


async def test_without_scopes_the_token_is_for_all_that_was_consented(entra: TinyEntra, tokens: UserTokens) -> None:
    entra.consented = {"User.Read", "GroupMember.Read.All"}
    await tokens.remember(ADA_HERE, entra.sso())
    token = await tokens.get(ADA_HERE)
    assert token.secret == f"secret-access-{ADA}-1"
    assert token.scopes == {"User.Read", "GroupMember.Read.All"}
    form = entra.asked[0]
    assert form["scope"].split()[0] == "https://graph.microsoft.com/.default"
    assert form["requested_token_use"] == "on_behalf_of"
    assert json.loads(form["claims"]) == {"access_token": {"xms_cc": {"values": ["cp1"]}}}


async def test_parallel_callers_share_one_exchange(entra: TinyEntra, tokens: UserTokens) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    got = await asyncio.gather(*[tokens.get(ADA_HERE) for _ in range(30)])
    assert len(entra.asked) == 1
    assert len({token.secret for token in got}) == 1
    assert await tokens.get(ADA_HERE, ["user.read"]) is got[0], (
        "a token that covers the wish is reused, whatever the case"
    )
    assert len(entra.asked) == 1


async def test_a_caller_who_gives_up_takes_nothing_from_the_others(entra: TinyEntra, tokens: UserTokens) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    first = asyncio.create_task(tokens.get(ADA_HERE))
    second = asyncio.create_task(tokens.get(ADA_HERE))
    await asyncio.sleep(0)
    first.cancel()
    assert (await second).scopes == {"User.Read"}
    assert len(entra.asked) == 1


async def test_many_people_look_entra_up_a_handful_of_times_not_once_each(entra: TinyEntra, tokens: UserTokens) -> None:
    people = [f"{n:08d}-1111-4222-8333-444444444444" for n in range(30)]
    for person in people:
        await tokens.remember((TENANT, person), entra.sso(person))
    got = await asyncio.gather(*[tokens.get((TENANT, person)) for person in people])
    assert [token.secret.rpartition("-")[0] for token in got] == [f"secret-access-{person}" for person in people]
    assert entra.lookups <= 4, "one for each thread that started before the first answer"


async def test_consent_given_a_moment_ago_counts_at_once(entra: TinyEntra, tokens: UserTokens) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    with pytest.raises(ConsentNeeded) as caught:
        await tokens.get(ADA_HERE, ["Group.Read.All"])
    assert (caught.value.scopes, caught.value.admin) == (frozenset({Scope.of_graph("Group.Read.All")}), False)
    entra.consented.add("Group.Read.All")
    assert "Group.Read.All" in (await tokens.get(ADA_HERE, ["Group.Read.All"])).scopes


async def test_an_admin_scope_without_consent_is_the_administrators_to_allow(
    entra: TinyEntra, tokens: UserTokens
) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    with pytest.raises(ConsentNeeded) as caught:
        await tokens.get(ADA_HERE, ["groupmember.readwrite.all"])
    assert caught.value.admin


REFUSALS: list[tuple[Answer, type[Exception], dict[str, Any]]] = [
    (refusal("invalid_grant", 90094), ConsentNeeded, {"admin": True}),
    (refusal("interaction_required", 50076, claims=CHALLENGE), ChallengeNeeded, {"claims": CHALLENGE}),
    (refusal("invalid_grant", 50173), ChallengeNeeded, {"claims": None}),
    (refusal("invalid_grant", 500133), SignInNeeded, {"reason": "expired"}),
    (refusal("invalid_client", 7000215), EntraRefused, {"code": "invalid_client", "aadsts": (7000215,)}),
    (refusal("it was ada@contoso.com"), EntraRefused, {"code": "unnamed"}),
    (refusal("temporarily_unavailable"), EntraUnavailable, {"retry_after": None}),
    ((429, {}, {"Retry-After": "17"}), EntraUnavailable, {"retry_after": 17.0}),
    ((503, {}, {}), EntraUnavailable, {"retry_after": None}),
    ((200, {"scope": "User.Read"}, {}), EntraRefused, {"code": "no_error"}),
]


@pytest.mark.parametrize(("answer", "expected", "attributes"), REFUSALS)
async def test_each_refusal_asks_for_something_else(
    entra: TinyEntra,
    tokens: UserTokens,
    answer: Answer,
    expected: type[Exception],
    attributes: dict[str, Any],
) -> None:
    entra.respond = lambda form: answer
    await tokens.remember(ADA_HERE, entra.sso())
    with pytest.raises(expected) as caught:
        await tokens.get(ADA_HERE)
    assert {name: getattr(caught.value, name) for name in attributes} == attributes


async def test_one_throttled_person_stops_nobody_else(entra: TinyEntra, tokens: UserTokens) -> None:
    def only_bo(form: Form) -> Answer:
        answer = entra.grant(form)
        return answer if BO in str(answer[1]["access_token"]) else (429, {}, {"Retry-After": "60"})

    entra.respond = only_bo
    await tokens.remember(ADA_HERE, entra.sso())
    await tokens.remember(BO_HERE, entra.sso(BO))
    with pytest.raises(EntraUnavailable):
        await tokens.get(ADA_HERE)
    assert (await tokens.get(BO_HERE)).scopes == {"User.Read"}
    entra.respond = None
    assert (await tokens.get(ADA_HERE)).scopes == {"User.Read"}, "nor themselves, once Entra relents"


async def test_a_challenge_passes_over_the_token_held(entra: TinyEntra, tokens: UserTokens) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    entra.lifetime = 7200
    before = await tokens.get(ADA_HERE)
    entra.lifetime = 3600
    after = await tokens.get(ADA_HERE, ["User.Read"], CHALLENGE)
    assert after.secret != before.secret
    assert json.loads(entra.asked[-1]["claims"])["access_token"]["nbf"]["value"] == "1700000000"
    assert await tokens.get(ADA_HERE) is after, "though the one before would live longer"


async def test_tokens_are_renewed_five_minutes_early(entra: TinyEntra, tokens: UserTokens, clock: MovableClock) -> None:
    await tokens.remember(ADA_HERE, entra.sso(exp=int(clock()) + 90_000))
    first = await tokens.get(ADA_HERE)
    clock.moved = 3600 - 310
    assert await tokens.get(ADA_HERE) is first
    clock.moved = 3600 - 290
    assert await tokens.get(ADA_HERE) is not first


async def test_after_the_sso_token_expired_teams_is_asked_again(
    entra: TinyEntra, tokens: UserTokens, clock: MovableClock
) -> None:
    with pytest.raises(SignInNeeded) as caught:
        await tokens.get(ADA_HERE)
    assert caught.value.reason == "absent"
    await tokens.remember(ADA_HERE, entra.sso())
    clock.moved = 3601
    with pytest.raises(SignInNeeded) as caught:
        await tokens.get(ADA_HERE)
    assert caught.value.reason == "expired"
    assert entra.asked == []


async def test_another_persons_assertion_is_not_remembered(entra: TinyEntra, tokens: UserTokens) -> None:
    for wrong in (entra.sso(BO), entra.sso(tid="another-tenant"), "not-a-token"):
        with pytest.raises(ValueError):  # noqa: PT011 - the kind is all there is; texts would quote the token
            await tokens.remember(ADA_HERE, wrong)


async def test_a_token_entra_issued_for_someone_else_is_not_used(entra: TinyEntra, tokens: UserTokens) -> None:
    others = entra.sso(BO)
    entra.respond = lambda form: entra.grant(form | {"assertion": others})
    await tokens.remember(ADA_HERE, entra.sso())
    with pytest.raises(EntraRefused, match="wrong_person"):
        await tokens.get(ADA_HERE)


async def test_less_than_was_asked_for_is_missing_consent(entra: TinyEntra, tokens: UserTokens) -> None:
    entra.respond = lambda form: entra.grant(form | {"scope": "https://graph.microsoft.com/User.Read"})
    await tokens.remember(ADA_HERE, entra.sso())
    with pytest.raises(ConsentNeeded):
        await tokens.get(ADA_HERE, ["Group.Read.All"])


async def test_signing_out_drops_tokens_and_refuses_older_assertions(
    entra: TinyEntra, tokens: UserTokens, clock: MovableClock
) -> None:
    old = entra.sso()
    await tokens.remember(ADA_HERE, old)
    await tokens.get(ADA_HERE)
    tokens.forget(ADA_HERE)
    with pytest.raises(SignInNeeded):
        await tokens.get(ADA_HERE)
    with pytest.raises(SignInNeeded, match="signed_out"):
        await tokens.remember(ADA_HERE, old)
    await tokens.remember(ADA_HERE, entra.sso(iat=int(clock()) + 5))
    assert (await tokens.get(ADA_HERE)).scopes == {"User.Read"}


async def test_signing_out_during_an_exchange_hands_out_nothing(entra: TinyEntra, tokens: UserTokens) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    asking = asyncio.create_task(tokens.get(ADA_HERE))
    await asyncio.sleep(0)
    tokens.forget(ADA_HERE)
    with pytest.raises(SignInNeeded, match="signed_out"):
        await asking


async def test_sharepoint_and_graph_tokens_are_not_mistaken_for_each_other(
    entra: TinyEntra, tokens: UserTokens
) -> None:
    sharepoint = "https://contoso.sharepoint.com"
    entra.respond = lambda form: (200, dict(entra.grant(form)[1]) | {"scope": form["scope"]}, {})
    await tokens.remember(ADA_HERE, entra.sso())
    site = await tokens.get(ADA_HERE, [f"{sharepoint}/.default"])
    graph = await tokens.get(ADA_HERE)
    assert site.secret != graph.secret
    assert await tokens.get(ADA_HERE, [f"{sharepoint}/.default"]) is site
    with pytest.raises(ValueError, match="one resource"):
        await tokens.get(ADA_HERE, ["User.Read", f"{sharepoint}/.default"])


async def test_only_so_many_people_are_held_and_the_idle_are_forgotten(
    entra: TinyEntra, client: EntraClient, clock: MovableClock
) -> None:
    few = UserTokens(client, now=clock, capacity=2, idle=3000)
    people = [(TENANT, person) for person in (ADA, BO, "33333333-1111-4222-8333-444444444444")]
    for person in people:
        await few.remember(person, entra.sso(person[1]))
    with pytest.raises(SignInNeeded, match="absent"):
        await few.get(people[0])
    await few.get(people[1])
    clock.moved = 3001
    with pytest.raises(SignInNeeded, match="absent"):
        await few.get(people[1])


@pytest.mark.parametrize("says", [{"oid": BO}, {"aud": BO}, {"iss": "https://evil.example"}, {"exp": 1}])
async def test_an_exchange_whose_id_token_is_not_theirs_is_refused(
    entra: TinyEntra, tokens: UserTokens, says: dict[str, Any]
) -> None:
    await tokens.remember(ADA_HERE, entra.sso())
    entra.says = says
    with pytest.raises(EntraRefused):
        await tokens.get(ADA_HERE)
