"""The company itself: whether it is synchronised, when that last happened, and what its policies say."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.sandbox.company import COMPANIES, load
from bot.sandbox.entra.registration import register
from bot.sandbox.faults import Faults
from bot.sandbox.graph.app import graph_app
from bot.sandbox.issuer import Issuer
from bot.sandbox.portraits import portrait
from bot.sandbox.world import awaken
from tests.sandbox.graph.company_on_stage import TENANT
from tests.sandbox.graph.graph_client import EVERY_SCOPE, Graph

SYNC = "directory/onPremisesSynchronization"
DATES = "organization?$select=id,displayName,onPremisesSyncEnabled,onPremisesLastSyncDateTime"
PASSWORDS = "organization?$select=onPremisesLastPasswordSyncDateTime"


@pytest.fixture
async def elsewhere(issuer: Issuer, request: pytest.FixtureRequest) -> AsyncIterator[Graph]:
    """The Graph of a company that comes with the code."""
    world = awaken(load(COMPANIES / request.param))
    app = graph_app(world, issuer, register(), Faults(world.clock.now))
    root = web.Application()
    root.add_subapp("/graph.microsoft.com", app)
    async with TestServer(root) as server, ClientSession() as session:
        yield Graph(session, str(server.make_url("/graph.microsoft.com")), issuer, world, app)


def someone(graph: Graph, name: str) -> str:
    """A token of a person, by the beginning of their address."""
    person = next(user for user in graph.world.users.values() if str(user["mail"]).startswith(name))
    claims = {"iss": f"https://sts.windows.net/{graph.world.tenant}/", "tid": graph.world.tenant}
    return graph.token(person["id"], **claims)


async def test_the_date_of_the_last_sync_moves_with_the_cycles(graph: Graph) -> None:
    before = (await graph.get(DATES)).body["value"][0]
    assert before == {
        "id": TENANT,
        "displayName": "Contoso",
        "onPremisesSyncEnabled": True,
        "onPremisesLastSyncDateTime": "2026-11-20T09:50:00Z",
    }
    graph.world.clock.forward(timedelta(hours=5))
    after = (await graph.get(DATES)).body["value"][0]
    assert after["onPremisesLastSyncDateTime"] == "2026-11-20T14:50:00Z"


async def test_passwords_are_synchronised_every_two_minutes_and_only_beta_tells(graph: Graph) -> None:
    assert (await graph.get(PASSWORDS)).status == 400
    assert (await graph.get(PASSWORDS, version="beta")).body["value"] == [{"onPremisesLastPasswordSyncDateTime": None}]
    graph.world.organization["onPremisesLastPasswordSyncDateTime"] = "2026-11-20T09:59:00Z"
    graph.world.clock.forward(timedelta(minutes=30))
    (company,) = (await graph.get(PASSWORDS, version="beta")).body["value"]
    assert company["onPremisesLastPasswordSyncDateTime"] == "2026-11-20T10:29:00Z"


@pytest.mark.parametrize("elsewhere", ["stopped.json"], indirect=True)
async def test_a_company_whose_sync_stopped_stays_stopped(elsewhere: Graph) -> None:
    """More than a day ago, which is when Microsoft writes to the technical contact."""
    token = someone(elsewhere, "karla")
    for _ in range(2):
        (company,) = (await elsewhere.get(DATES, token=token)).body["value"]
        assert (company["onPremisesSyncEnabled"], company["onPremisesLastSyncDateTime"]) == (
            True,
            "2026-11-19T07:42:00Z",
        )
        assert elsewhere.world.clock.now() - datetime.fromisoformat("2026-11-19T07:42:00Z") >= timedelta(hours=26)
        (passwords,) = (await elsewhere.get(PASSWORDS, token=token, version="beta")).body["value"]
        assert passwords["onPremisesLastPasswordSyncDateTime"] == "2026-11-19T07:40:00Z"
        elsewhere.world.clock.forward(timedelta(hours=4))


@pytest.mark.parametrize("elsewhere", ["stopped.json"], indirect=True)
async def test_why_it_stopped_can_be_read_in_beta(elsewhere: Graph) -> None:
    token = someone(elsewhere, "asta")
    (shown,) = (await elsewhere.get(SYNC, token=token, version="beta")).body["value"]
    assert shown["configuration"]["synchronizationClientVersion"] == "2.4.131.0"
    assert shown["configuration"]["currentExportData"]["clientMachineName"] == "PROSEWARE-DC2"
    assert (shown["id"], shown["features"]["passwordSyncEnabled"]) == (elsewhere.world.tenant, True)
    refused = await elsewhere.get(SYNC, token=someone(elsewhere, "karla"), version="beta")
    assert refused.status == 403


@pytest.mark.parametrize("elsewhere", ["tiny.json"], indirect=True)
async def test_a_company_that_never_synchronised(elsewhere: Graph) -> None:
    (company,) = (await elsewhere.get(DATES, token=someone(elsewhere, "jakob"))).body["value"]
    assert (company["onPremisesSyncEnabled"], company["onPremisesLastSyncDateTime"]) == (None, None)


async def test_a_company_that_switched_sync_off(graph: Graph) -> None:
    graph.world.organization = graph.world.organization | {"onPremisesSyncEnabled": False}
    graph.world.clock.forward(timedelta(days=2))
    (company,) = (await graph.get(DATES)).body["value"]
    assert (company["onPremisesSyncEnabled"], company["onPremisesLastSyncDateTime"]) == (False, "2026-11-20T09:50:00Z")


async def test_who_is_told_when_the_company_was_last_synchronised(graph: Graph) -> None:
    for who, scopes, known in [
        ("member", "Organization.Read.All", "2026-11-20T09:50:00Z"),
        ("member", "User.Read", None),
        ("guest", "Organization.Read.All", None),
    ]:
        (company,) = (await graph.get(DATES, who, scopes=scopes)).body["value"]
        assert (company["displayName"], company["onPremisesLastSyncDateTime"]) == ("Contoso", known)


async def test_v1_knows_the_features_and_one_setting(graph: Graph) -> None:
    answered = await graph.get(SYNC, "global_admin")
    assert answered.body["@odata.context"].endswith("$metadata#directory/onPremisesSynchronization")
    (shown,) = answered.body["value"]
    prevention = {"alertThreshold": 500, "synchronizationPreventionType": "enabledForCount"}
    assert shown["configuration"] == {"accidentalDeletionPrevention": prevention}
    assert (shown["features"]["passwordSyncEnabled"], shown["features"]["softMatchOnUpnEnabled"]) == (False, True)
    assert (
        "synchronizationClientVersion"
        in (await graph.get(SYNC, "global_admin", version="beta")).body["value"][0]["configuration"]
    )


@pytest.mark.parametrize(
    ("who", "status"),
    [("global_admin", 200), ("hybrid_admin", 200), ("global_reader", 200), ("groups_admin", 403), ("guest", 403)],
)
async def test_the_sync_servers_own_words_take_a_role(graph: Graph, who: str, status: int) -> None:
    assert (await graph.get(SYNC, who)).status == status


async def test_the_sync_servers_own_words_take_a_permission_that_no_app_can_have(graph: Graph) -> None:
    assert (await graph.get(SYNC, "global_admin", scopes="Organization.Read.All Directory.Read.All")).status == 403
    app = graph.sign({"idtyp": "app", "roles": ["OnPremDirectorySynchronization.Read.All", "Directory.Read.All"]})
    refused = await graph.get(SYNC, token=app)
    assert refused.error[:2] == (403, "Authorization_RequestDenied")


@pytest.mark.parametrize(
    ("elsewhere", "person", "status"),
    [("tiny.json", "jakob", 403), ("tiny.json", "molly", 200), ("stopped.json", "noah", 403)],
    indirect=["elsewhere"],
)
async def test_companies_that_forbid_photos_to_some_or_to_all(elsewhere: Graph, person: str, status: int) -> None:
    kind = {"Content-Type": "image/jpeg"}
    content, token = portrait("mint")[-1].content, someone(elsewhere, person)
    answered = await elsewhere.ask("PUT", "me/photo/$value", token=token, data=content, headers=kind)
    assert answered.status == status


async def test_what_guests_may_do_and_who_may_invite_them(graph: Graph) -> None:
    path = "policies/authorizationPolicy?$select=guestUserRoleId,allowInvitesFrom"
    policy = (await graph.get(path, "stranger", scopes="Policy.Read.All")).body
    assert policy["guestUserRoleId"] == "10dae51f-b6af-4016-8d66-8c2a99b929b3"
    assert policy["allowInvitesFrom"] == "everyone"
    assert (await graph.get(path, "stranger", scopes=EVERY_SCOPE.replace("Policy.Read.All ", ""))).status == 403
