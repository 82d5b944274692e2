"""SharePoint's readings beside Graph's: whose, how many round trips, and what becomes of refusals."""

import base64
from datetime import UTC, datetime

import pytest

from bot.graph.client import Traffic
from bot.graph.entra_errors import ChallengeNeeded, ConsentNeeded, EntraRefused, EntraUnavailable, SignInNeeded
from bot.reading import Unreadable
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo, User
from bot.sandbox.faults import Fault
from bot.scopes import Resource, Scope
from tests.graph.client.stage import Stage
from tests.graph.sharepoint.reaching import HOST, Reaching

ALEX, METTE, FREJA = "alex@contoso.com", "mette@contoso.com", "freja@contoso.com"
PERMISSION = Scope(Resource.SHAREPOINT, "User.Read.All")
PEOPLE = f"{HOST}/_api/SP.UserProfiles.PeopleManager/**"
SITES = Scope.of_graph("Sites.Read.All")
FETCHED = datetime(2026, 3, 3, 10, 12, tzinfo=UTC)
STRANGE = "o'hara&x=1#ext#@contoso.com"
CLAIMS = '{"access_token": {"acrs": {"essential": true, "value": "c1"}}}'


def profile(got: object) -> SharePointProfile:
    assert isinstance(got, SharePointProfile), got
    return got


async def test_ones_own_takes_one_round_trip_more_the_first_time_only(stage: Stage) -> None:
    reaching = Reaching(stage, ALEX)
    first = await reaching.read(User, Photo, SharePointProfile)
    assert profile(first[SharePointProfile]).fetched == FETCHED
    assert isinstance(first[User], User)
    assert reaching.traffic == Traffic(requests=3, round_trips=2, batch_parts=3)
    again = Reaching(stage, ALEX, reaching.hosts)
    assert profile((await again.read(User, Photo, SharePointProfile))[SharePointProfile]).fetched == FETCHED
    assert again.traffic == Traffic(requests=2, round_trips=1, batch_parts=2)


async def test_somebody_elses_is_read_by_the_account_known_or_found(stage: Stage) -> None:
    reaching = Reaching(stage, ALEX)
    assert profile((await reaching.read(User, SharePointProfile, about=METTE))[SharePointProfile]).follows_exchange
    known = Reaching(stage, ALEX, reaching.hosts)
    await known.read(User, SharePointProfile, about=METTE, account=METTE)
    assert known.traffic == Traffic(requests=2, round_trips=1, batch_parts=1)


async def test_nobody_is_asked_for_a_token_that_no_reading_needs(stage: Stage) -> None:
    reaching = Reaching(stage, ALEX, refuses=ConsentNeeded(frozenset({PERMISSION}), admin=True))
    assert isinstance((await reaching.read(User, Photo))[Photo], Photo)
    assert (reaching.asked, reaching.reached) == ([], [])


async def test_the_token_is_asked_for_by_the_tenants_own_host(stage: Stage) -> None:
    reaching = Reaching(stage, ALEX)
    await reaching.read(SharePointProfile)
    assert reaching.asked == [f"https://{HOST}/User.Read.All"]
    assert reaching.reached == [f"https://{HOST}/_api/SP.UserProfiles.PeopleManager/GetMyProperties"]


async def test_an_account_with_strange_letters_stays_within_its_quotes(stage: Stage) -> None:
    world = stage.sandbox.world
    world.users[stage.person(METTE)]["userPrincipalName"] = STRANGE
    reaching = Reaching(stage, ALEX)
    got = (await reaching.read(User, SharePointProfile, about=STRANGE))[SharePointProfile]
    assert profile(got).said("UserName") == STRANGE
    assert "&" not in reaching.reached[0]
    assert "#" not in reaching.reached[0]


async def test_somebody_without_a_profile_is_not_there(stage: Stage) -> None:
    got = (await Reaching(stage, ALEX).read(SharePointProfile, about=FREJA))[SharePointProfile]
    assert got == Unreadable(SharePointProfile, 404, "NoProfile", PERMISSION)


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
async def test_a_refusal_is_a_gap_with_sharepoints_permission_and_graph_is_read_all_the_same(
    stage: Stage, status: int
) -> None:
    stage.sandbox.faults.add(Fault(PEOPLE, status=status, code="-1, System.Exception"))
    got = await Reaching(stage, ALEX).read(User, SharePointProfile)
    assert got[SharePointProfile] == Unreadable(SharePointProfile, status, "-1, System.Exception", PERMISSION)
    assert isinstance(got[User], User)


async def test_a_token_without_sharepoints_own_permission_is_refused(stage: Stage) -> None:
    got = (await Reaching(stage, ALEX, scopes=("AllSites.Read",)).read(SharePointProfile))[SharePointProfile]
    assert isinstance(got, Unreadable)
    assert (got.status, got.code) == (403, "-2147024891, System.UnauthorizedAccessException")


@pytest.mark.parametrize(
    "fault", [Fault(PEOPLE, drop=True, times=None), Fault(PEOPLE, malformed=True)], ids=["drop", "half"]
)
async def test_an_answer_that_is_none_is_a_gap(stage: Stage, fault: Fault) -> None:
    stage.sandbox.faults.add(fault)
    got = (await Reaching(stage, ALEX).read(SharePointProfile))[SharePointProfile]
    assert isinstance(got, Unreadable)
    assert got.permission == PERMISSION


async def test_a_redirect_is_never_followed(stage: Stage) -> None:
    elsewhere = {"Location": stage.sandbox.address("https://evil.example/")}
    stage.sandbox.faults.add(Fault(PEOPLE, status=302, headers=elsewhere))
    got = (await Reaching(stage, ALEX).read(SharePointProfile))[SharePointProfile]
    assert got == Unreadable(SharePointProfile, 0, "", PERMISSION)


@pytest.mark.parametrize(
    ("refusal", "status", "code"),
    [
        (ConsentNeeded(frozenset({PERMISSION}), admin=True), 403, "ConsentRequired"),
        (EntraRefused("invalid_resource", (500011,)), 403, "invalid_resource"),
        (EntraUnavailable(), 503, "TokenUnavailable"),
        (ChallengeNeeded(None), 403, "InteractionRequired"),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_a_token_that_is_not_to_be_had_is_a_gap(stage: Stage, refusal: Exception, status: int, code: str) -> None:
    reaching = Reaching(stage, ALEX, refuses=refusal)
    got = await reaching.read(User, SharePointProfile)
    assert got[SharePointProfile] == Unreadable(SharePointProfile, status, code, PERMISSION)
    assert isinstance(got[User], User)
    assert reaching.reached == []


@pytest.mark.parametrize("problem", [ChallengeNeeded(CLAIMS), SignInNeeded("expired")], ids=["claims", "sign-in"])
async def test_what_only_the_person_can_do_is_asked_of_them(stage: Stage, problem: Exception) -> None:
    with pytest.raises(type(problem)):
        await Reaching(stage, ALEX, refuses=problem).read(User, SharePointProfile)


async def test_a_claims_challenge_of_sharepoints_is_passed_on(stage: Stage) -> None:
    encoded = base64.b64encode(CLAIMS.encode()).decode()
    challenge = {"WWW-Authenticate": f'Bearer error="insufficient_claims", claims="{encoded}"'}
    stage.sandbox.faults.add(Fault(PEOPLE, status=401, headers=challenge))
    with pytest.raises(ChallengeNeeded) as caught:
        await Reaching(stage, ALEX).read(SharePointProfile)
    assert caught.value.claims == CLAIMS


async def test_where_it_is_may_not_be_seen(stage: Stage) -> None:
    stage.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/sites/root", status=403))
    reaching = Reaching(stage, ALEX)
    got = (await reaching.read(User, SharePointProfile))[SharePointProfile]
    assert got == Unreadable(SharePointProfile, 403, "Authorization_RequestDenied", SITES)
    assert (reaching.asked, reaching.reached) == ([], [])


@pytest.mark.parametrize("status", [400, 404])
async def test_no_sharepoint_is_not_taken_for_no_profile(stage: Stage, status: int) -> None:
    stage.sandbox.faults.add(Fault("graph.microsoft.com/v1.0/sites/root", status=status))
    got = (await Reaching(stage, ALEX).read(User, SharePointProfile))[SharePointProfile]
    assert got == Unreadable(SharePointProfile, 200, "NotVisible", SITES)


async def test_a_host_that_is_not_sharepoints_gets_nothing(stage: Stage) -> None:
    home = stage.sandbox.world.company.share_point
    assert home
    object.__setattr__(stage.sandbox.world.company, "share_point", home.model_copy(update={"host": "evil.example"}))
    try:
        reaching = Reaching(stage, ALEX)
        got = (await reaching.read(User, SharePointProfile))[SharePointProfile]
    finally:
        object.__setattr__(stage.sandbox.world.company, "share_point", home)
    assert isinstance(got, Unreadable)
    assert got.status == 200
    assert (reaching.asked, reaching.reached) == ([], [])
