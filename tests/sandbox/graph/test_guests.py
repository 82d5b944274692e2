"""Guests see less, and how much less is the tenant's choice."""

import pytest

from bot.sandbox.graph.rights.roles import SAME_AS_MEMBER
from bot.sandbox.graph.rights.visibility import RESTRICTED_GUEST
from tests.sandbox.graph.company_on_stage import A, G, U
from tests.sandbox.graph.graph_client import Graph

FOR_MEMBERS = [
    "directoryRoles",
    "roleManagement/directory/roleAssignments",
    "roleManagement/directory/roleDefinitions",
    "directory/administrativeUnits",
    f"directory/administrativeUnits/{A['unit']}/members",
    "directory/deletedItems/graph.group",
    "subscribedSkus",
    "policies/authorizationPolicy",
    "groups",
    "users",
]


@pytest.mark.parametrize("path", FOR_MEMBERS)
async def test_what_is_for_members_is_refused_to_guests(graph: Graph, path: str) -> None:
    assert (await graph.get(path, "member")).status == 200
    assert (await graph.get(path, "guest")).status == 403


@pytest.mark.parametrize("path", FOR_MEMBERS)
async def test_a_tenant_can_treat_guests_as_members(graph: Graph, path: str) -> None:
    graph.world.authorization_policy["guestUserRoleId"] = SAME_AS_MEMBER
    assert (await graph.get(path, "guest")).status == 200


async def test_a_guest_can_look_something_up(graph: Graph) -> None:
    found = await graph.get("groups?$filter=displayName eq 'The security group'", "guest")
    assert found.ids == {G["security"]}
    assert (await graph.get(f"groups/{G['security']}", "guest")).status == 200
    assert (await graph.get(f"groups/{G['security']}/members", "guest")).ids == {U["member"]}


async def test_a_guest_doesnt_find_hidden_groups(graph: Graph) -> None:
    assert (await graph.get("groups?$filter=displayName eq 'The hidden group'", "guest")).ids == set()
    assert (await graph.get(f"groups/{G['hidden']}", "guest")).status == 404


async def test_a_guest_sees_little_of_people_and_company(graph: Graph) -> None:
    person = await graph.get(f"users/{U['owner']}?$select=displayName,department", "guest")
    assert (person.body["displayName"], person.body["department"]) == ("Owner", None)
    company = (await graph.get("organization", "guest")).body["value"][0]
    assert (company["displayName"], company["onPremisesLastSyncDateTime"]) == ("Contoso", None)


async def test_a_restricted_guest_sees_only_the_ids_of_their_groups(graph: Graph) -> None:
    graph.world.authorization_policy["guestUserRoleId"] = RESTRICTED_GUEST
    graph.world.members[G["team"]] = [U["member"], U["guest"]]
    mine = (await graph.get("me/memberOf", "guest")).body["value"]
    assert [(group["id"], group["displayName"]) for group in mine] == [(G["team"], None)]
    assert (await graph.get("me", "guest")).body["displayName"] == "Guest"
    for path in (f"groups/{G['team']}", f"groups/{G['team']}/members", f"users/{U['owner']}"):
        assert (await graph.get(path, "guest")).status == 403


async def test_a_guest_manages_what_they_own(graph: Graph) -> None:
    assert (await graph.add("security", "guest", U["stranger"])).status == 403
    graph.world.owners[G["security"]] = [U["guest"]]
    assert (await graph.add("security", "guest", U["stranger"])).status == 204
