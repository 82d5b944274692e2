"""What one person may read about another."""

import pytest

from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.visibility import RESTRICTED_GUEST
from bot.sandbox.world import World
from tests.sandbox.graph.company_on_stage import A, G, U
from tests.sandbox.graph.graph_client import Graph

COUNT = "$count=true"
ASKED = (
    "id,displayName,userPrincipalName,mail,userType,accountEnabled,jobTitle,department,onPremisesSyncEnabled,"
    "onPremisesSamAccountName,createdDateTime"
)


def own_many(world: World, person: str, number: int) -> None:
    """Let the person own so many more groups."""
    plain = world.groups[G["security"]]
    ids = [f"0000000a-0000-4000-8000-{at:012d}" for at in range(number)]
    world.groups |= {id: plain | {"id": id, "displayName": f"Group {id}"} for id in ids}
    world.owners |= {id: [person] for id in ids}


async def test_a_member_reads_everything_public_about_another(graph: Graph) -> None:
    graph.world.users[U["owner"]] |= {"onPremisesSyncEnabled": True, "onPremisesSamAccountName": "owner"}
    person = (await graph.get(f"users/{U['owner']}?$select={ASKED}", "member")).body
    assert set(person) == {"@odata.context", *ASKED.split(",")}
    assert (person["accountEnabled"], person["jobTitle"], person["userType"]) == (True, "Actor", "Member")
    assert (person["onPremisesSyncEnabled"], person["onPremisesSamAccountName"]) == (True, "owner")
    assert (await graph.get(f"users/{U['disabled']}?$select=accountEnabled")).body["accountEnabled"] is False


async def test_me_shows_the_same_about_oneself_with_less_permission(graph: Graph) -> None:
    mine = (await graph.get(f"me?$select={ASKED}", "owner", scopes="User.Read")).body
    assert (mine["department"], mine["accountEnabled"], mine["userType"]) == ("Sales", True, "Member")


async def test_the_basic_permission_gives_the_basic_profile(graph: Graph) -> None:
    person = (await graph.get(f"users/{U['owner']}?$select={ASKED}", scopes="User.ReadBasic.All")).body
    named = {name for name, value in person.items() if value is not None}
    assert named == {"@odata.context", "id", "displayName", "userPrincipalName", "mail"}


async def test_a_guest_reads_a_name_and_what_kind_of_account_it_is(graph: Graph) -> None:
    person = (await graph.get(f"users/{U['owner']}?$select={ASKED}", "guest")).body
    assert (person["displayName"], person["userType"]) == ("Owner", "Member")
    assert (person["accountEnabled"], person["jobTitle"], person["department"]) == (None, None, None)


@pytest.mark.parametrize("name", ["nobody@contoso.com", "99999999-0000-4000-8000-000000000000"])
async def test_nobody_by_that_name_is_404(graph: Graph, name: str) -> None:
    for more in ("", "/memberOf", "/ownedObjects", "/transitiveMemberOf"):
        assert (await graph.get(f"users/{name}{more}")).error[:2] == (404, "Request_ResourceNotFound")


async def test_what_another_person_belongs_to(graph: Graph) -> None:
    theirs = f"users/{U['member']}"
    direct = (await graph.get(f"{theirs}/memberOf", "stranger")).ids
    assert {G["security"], G["team"]} <= direct
    groups = await graph.get(f"{theirs}/transitiveMemberOf/graph.group?{COUNT}", "stranger", eventual=True)
    assert G["nesting"] in groups.ids - direct
    assert groups.body["@odata.count"] == len(groups.ids)
    graph.world.unit_members[A["unit"]].append(U["member"])
    units = await graph.get(f"{theirs}/transitiveMemberOf/graph.administrativeUnit?{COUNT}", "stranger", eventual=True)
    assert A["unit"] in units.ids


@pytest.mark.parametrize("cast", ["graph.group", "microsoft.graph.group"])
async def test_what_another_person_owns(graph: Graph, cast: str) -> None:
    owned = await graph.get(f"users/{U['owner']}/ownedObjects/{cast}?$select=id", "stranger")
    assert owned.ids == (await graph.get(f"me/ownedObjects/{cast}", "owner")).ids != set()


@pytest.mark.parametrize("whose", ["me", f"users/{U['stranger']}"])
async def test_somebody_who_owns_more_than_a_page(graph: Graph, whose: str) -> None:
    own_many(graph.world, U["stranger"], 1100)
    answered = await graph.get(f"{whose}/ownedObjects/microsoft.graph.group?$select=id&$top=999", "stranger")
    assert len(answered.ids) == 999
    whole, link = answered.ids, answered.body["@odata.nextLink"]
    assert link.startswith(f"{graph.base}/v1.0/{whose}/ownedObjects/microsoft.graph.group?")
    rest = await graph.get(link.removeprefix(f"{graph.base}/v1.0/"), "stranger")
    assert "@odata.nextLink" not in rest.body
    assert len(whole | rest.ids) == 1100


async def test_pages_of_ones_own_size(graph: Graph) -> None:
    own_many(graph.world, U["stranger"], 5)
    found, path = set[str](), f"users/{U['stranger']}/ownedObjects/graph.group?$top=2&$select=id"
    sizes: list[int] = []
    while path:
        page = await graph.get(path)
        sizes.append(len(page.body["value"]))
        found |= page.ids
        path = page.body.get("@odata.nextLink", "").removeprefix(f"{graph.base}/v1.0/")
    assert (sizes, len(found)) == ([2, 2, 1], 5)


@pytest.mark.parametrize(
    ("path", "enough", "not_enough"),
    [
        ("memberOf", "GroupMember.Read.All", "User.Read User.ReadBasic.All"),
        ("transitiveMemberOf", "User.Read.All", "User.Read User.ReadBasic.All"),
        ("ownedObjects", "User.Read.All", "User.Read User.ReadBasic.All Group.Read.All"),
    ],
)
async def test_permissions_about_oneself_say_nothing_of_others(
    graph: Graph, path: str, enough: str, not_enough: str
) -> None:
    assert (await graph.get(f"users/{U['owner']}/{path}", scopes=enough)).status == 200
    assert (await graph.get(f"users/{U['owner']}/{path}", scopes=not_enough)).status == 403
    assert (await graph.get(f"users/{U['member']}/{path}", "member", scopes="User.Read")).status == 200


async def test_a_restricted_guest_reads_nothing_of_others(graph: Graph) -> None:
    graph.world.authorization_policy["guestUserRoleId"] = RESTRICTED_GUEST
    for more in ("", "/memberOf", "/ownedObjects"):
        assert (await graph.get(f"users/{U['owner']}{more}", "guest")).status == 403


async def test_whether_an_owner_can_sign_in_takes_the_whole_profile(graph: Graph) -> None:
    graph.world.owners[G["security"]] = [U["disabled"]]
    path = f"groups/{G['security']}/owners?$select=id,displayName,accountEnabled"
    for scopes, enabled in [("User.Read.All", False), ("User.ReadBasic.All", None)]:
        (owner,) = (await graph.get(path, scopes=f"GroupMember.Read.All {scopes}")).body["value"]
        assert (owner["displayName"], owner["accountEnabled"]) == ("Disabled", enabled)


async def test_a_guest_with_an_administrators_role_reads_as_members_do(graph: Graph) -> None:
    assert (await graph.get("directoryRoles", "guest")).status == 403
    held = {"id": "g", "principalId": U["guest"], "roleDefinitionId": roles.GROUPS_ADMINISTRATOR}
    graph.world.role_assignments.append({**held, "directoryScopeId": "/", "appScopeId": None})
    assert (await graph.get("directoryRoles", "guest")).status == 200
    person = await graph.get(f"users/{U['owner']}?$select=department", "guest")
    assert person.body["department"] == "Sales"
