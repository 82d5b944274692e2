"""Another person's roles: direct, through a group, over a part of the directory, and not activated yet."""

from typing import Any

import pytest

from bot.sandbox.graph.rights import roles
from tests.sandbox.graph.company_on_stage import A, G, U
from tests.sandbox.graph.graph_client import Graph

COUNT = "$count=true"
RBAC = "roleManagement/directory"
TRANSITIVE = f"{RBAC}/transitiveRoleAssignments"
UNIT = f"/administrativeUnits/{A['unit']}"


def assign(graph: Graph, principal: str, template: str, scope: str = "/") -> None:
    held = {"id": f"x-{template}-{scope}", "principalId": principal, "roleDefinitionId": template}
    rest = {"directoryScopeId": scope, "appScopeId": None, "condition": None, "principalOrganizationId": None}
    graph.world.role_assignments.append({**held, **rest})


async def transitive(graph: Graph, person: str, who: str = "stranger", more: str = "") -> list[dict[str, Any]]:
    path = f"{TRANSITIVE}?{COUNT}&$filter=principalId eq '{person}'{more}"
    return (await graph.get(path, who, eventual=True, version="beta")).body["value"]


async def test_a_default_member_reads_the_direct_roles_of_anybody(graph: Graph) -> None:
    path = f"{RBAC}/roleAssignments?$filter=principalId eq '{U['unit_admin']}'"
    (held,) = (await graph.get(path, "stranger", scopes="RoleManagement.Read.Directory")).body["value"]
    assert (held["roleDefinitionId"], held["directoryScopeId"]) == (roles.GROUPS_ADMINISTRATOR, UNIT)
    assert (await graph.get(path, "stranger", scopes="User.Read.All Group.Read.All")).status == 403
    assert (await graph.get(path, "guest")).status == 403


async def test_roles_held_through_a_group(graph: Graph) -> None:
    """Tenant-wide ones are memberships; those over a unit are seen in the transitive assignments only."""
    assign(graph, G["role"], roles.USER_ADMINISTRATOR)
    assign(graph, G["role"], roles.GROUPS_ADMINISTRATOR, UNIT)
    path = f"users/{U['member']}/transitiveMemberOf/graph.directoryRole?{COUNT}&$select=roleTemplateId"
    held = await graph.get(path, "stranger", eventual=True)
    assert [role["roleTemplateId"] for role in held.body["value"]] == [roles.USER_ADMINISTRATOR]
    direct = await graph.get(f"{RBAC}/roleAssignments?$filter=principalId eq '{U['member']}'", "stranger")
    assert direct.body["value"] == []
    found = await transitive(graph, U["member"])
    assert {(one["principalId"], one["roleDefinitionId"], one["directoryScopeId"]) for one in found} == {
        (G["role"], roles.USER_ADMINISTRATOR, "/"),
        (G["role"], roles.GROUPS_ADMINISTRATOR, UNIT),
    }


async def test_a_guests_role_shows_as_a_members_does(graph: Graph) -> None:
    graph.world.members[G["role"]].append(U["guest"])
    assign(graph, G["role"], roles.GROUPS_ADMINISTRATOR)
    path = f"users/{U['guest']}/transitiveMemberOf/graph.directoryRole?{COUNT}"
    held = await graph.get(path, "stranger", eventual=True)
    assert [role["roleTemplateId"] for role in held.body["value"]] == [roles.GROUPS_ADMINISTRATOR]
    mine = await graph.get(f"me/transitiveMemberOf/graph.directoryRole?{COUNT}", "guest", eventual=True)
    assert [role["displayName"] for role in mine.body["value"]] == ["Groups Administrator"]


async def test_a_guest_isnt_told_another_persons_roles(graph: Graph) -> None:
    path = f"users/{U['hybrid_admin']}/transitiveMemberOf/graph.directoryRole?{COUNT}"
    told = await graph.get(path, "stranger", eventual=True)
    assert [role["roleTemplateId"] for role in told.body["value"]] == [roles.HYBRID_IDENTITY_ADMINISTRATOR]
    (role,) = (await graph.get(path, "guest", eventual=True)).body["value"]
    assert (role["roleTemplateId"], role["displayName"]) == (None, None)


async def test_transitive_assignments_are_direct_ones_too_and_can_be_narrowed(graph: Graph) -> None:
    graph.world.members[G["role"]].append(U["unit_admin"])
    assign(graph, G["role"], roles.USER_ADMINISTRATOR)
    assert len(await transitive(graph, U["unit_admin"])) == 2
    for narrowed, principal in [
        (f" and roleDefinitionId eq '{roles.USER_ADMINISTRATOR}'", G["role"]),
        (f" and directoryScopeId eq '{UNIT}'", U["unit_admin"]),
    ]:
        assert [one["principalId"] for one in await transitive(graph, U["unit_admin"], more=narrowed)] == [principal]


async def test_the_count_of_transitive_assignments(graph: Graph) -> None:
    path = f"{TRANSITIVE}?{COUNT}&$filter=principalId eq '{U['hybrid_admin']}'"
    answered = await graph.get(path, "stranger", eventual=True, version="beta")
    assert answered.body["@odata.count"] == 1
    assert answered.body["@odata.context"].endswith(
        "/beta/$metadata#roleManagement/directory/transitiveRoleAssignments"
    )


@pytest.mark.parametrize(
    ("options", "eventual"),
    [
        (f"?{COUNT}&$filter=principalId eq '{U['member']}'", False),
        (f"?$filter=principalId eq '{U['member']}'", True),
        (f"?{COUNT}", True),
        ("", False),
    ],
)
async def test_transitive_assignments_without_all_they_need_are_404(graph: Graph, options: str, eventual: bool) -> None:
    assert (await graph.get(TRANSITIVE + options, eventual=eventual, version="beta")).status == 404


async def test_transitive_assignments_are_of_one_principal(graph: Graph) -> None:
    template = f"roleDefinitionId eq '{roles.USER_ADMINISTRATOR}'"
    for filtered in (template, f"principalId eq '{U['member']}' or {template}"):
        answered = await graph.get(f"{TRANSITIVE}?{COUNT}&$filter={filtered}", eventual=True, version="beta")
        assert answered.error[:2] == (400, "Request_UnsupportedQuery")


async def test_who_may_read_transitive_assignments(graph: Graph) -> None:
    path = f"{TRANSITIVE}?{COUNT}&$filter=principalId eq '{U['owner']}'"
    for who, scopes, status in [
        ("stranger", "RoleManagement.Read.Directory", 200),
        ("stranger", "User.Read.All", 403),
        ("guest", "RoleManagement.Read.Directory", 403),
    ]:
        assert (await graph.get(path, who, scopes=scopes, eventual=True, version="beta")).status == status


async def test_what_another_person_could_activate(graph: Graph) -> None:
    """Everybody may ask for themselves, few for others."""
    path = f"{RBAC}/roleEligibilityScheduleInstances?$filter=principalId eq '{U['eligible']}'"
    for who in ("global_admin", "privileged_admin", "global_reader"):
        (found,) = (await graph.get(path, who)).body["value"]
        assert (found["roleDefinitionId"], found["memberType"]) == (roles.GROUPS_ADMINISTRATOR, "Direct")
    for who in ("member", "eligible", "groups_admin", "guest"):
        assert (await graph.get(path, who)).status == 403
    mine = f"{RBAC}/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')"
    assert (await graph.get(mine, "eligible")).ids == {"e-1"}
