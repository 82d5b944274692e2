"""Roles a company has made itself, and what they permit; Microsoft's roles for partners beside them."""

import pytest

from bot.sandbox.graph.rights import roles
from tests.sandbox.graph.company_on_stage import A, G, U
from tests.sandbox.graph.graph_client import Graph

OWN = "7c1f3e02-58ad-4d0b-9b6e-2f4a91c8d530"
DEFINITIONS = "roleManagement/directory/roleDefinitions"


def give(graph: Graph, *actions: str, role: str = OWN, scope: str = "/") -> None:
    """The stranger has a role; one of the company's own permits these actions."""
    permitted = [{"allowedResourceActions": [f"microsoft.directory/{each}" for each in actions], "condition": None}]
    graph.world.custom_roles[OWN] = {"id": OWN, "displayName": "Own role", "rolePermissions": permitted}
    held = {"id": "x", "principalId": U["stranger"], "roleDefinitionId": role, "directoryScopeId": scope}
    rest = {"appScopeId": None, "condition": None, "principalOrganizationId": None}
    graph.world.role_assignments.append({**held, **rest})


async def tried(graph: Graph, group: str) -> list[int]:
    """Another description, a member, an owner, and the end of it."""
    patched = await graph.patch(f"groups/{G[group]}", "stranger", {"description": "Otherwise"})
    member = await graph.add(group, "stranger", U["unit_admin"])
    owner = await graph.add(group, "stranger", U["unit_admin"], side="owners")
    deleted = await graph.ask("DELETE", f"groups/{G[group]}", "stranger")
    return [each.status for each in (patched, member, owner, deleted)]


@pytest.mark.parametrize(
    ("actions", "group", "expected"),
    [
        (("groups/members/update",), "security", [403, 204, 403, 403]),
        (("groups.security.assignedMembership/members/update",), "security", [403, 204, 403, 403]),
        (("groups.unified/members/update",), "security", [403, 403, 403, 403]),
        (("groups/basic/update", "groups/owners/update"), "security", [204, 403, 204, 403]),
        (("groups/allProperties/allTasks",), "security", [204, 204, 204, 204]),
        (("groups/allProperties/allTasks",), "role", [403, 403, 403, 403]),
        (("groups/standard/read",), "security", [403, 403, 403, 403]),
    ],
)
async def test_what_a_role_of_the_companys_own_permits(
    graph: Graph, actions: tuple[str, ...], group: str, expected: list[int]
) -> None:
    give(graph, *actions)
    assert await tried(graph, group) == expected


async def test_over_a_unit_it_reaches_the_groups_in_it(graph: Graph) -> None:
    give(graph, "groups/basic/update", scope=f"/administrativeUnits/{A['unit']}")
    change = {"description": "Otherwise"}
    assert (await graph.patch(f"groups/{G['in_unit']}", "stranger", change)).status == 204
    assert (await graph.patch(f"groups/{G['security']}", "stranger", change)).status == 403


@pytest.mark.parametrize("role", [roles.PARTNER_TIER1_SUPPORT, roles.PARTNER_TIER2_SUPPORT])
async def test_partners_change_members_and_owners_and_delete_and_restore_but_not_properties(
    graph: Graph, role: str
) -> None:
    give(graph, role=role)
    assert await tried(graph, "security") == [403, 204, 204, 204]
    restored = await graph.ask("POST", f"directory/deletedItems/{G['deleted']}/restore", "stranger")
    assert restored.status == 200


async def test_definitions_of_the_companys_own_are_told_from_microsofts(graph: Graph) -> None:
    give(graph, "groups/members/update")
    listed = await graph.get(f"{DEFINITIONS}?$filter=isBuiltIn eq false&$select=id,displayName,rolePermissions")
    (own,) = listed.body["value"]
    assert (own["id"], own["displayName"]) == (OWN, "Own role")
    assert own["rolePermissions"][0]["allowedResourceActions"] == ["microsoft.directory/groups/members/update"]
    assert (await graph.get(f"{DEFINITIONS}/{OWN}")).body["isBuiltIn"] is False
    assert (await graph.get(f"{DEFINITIONS}/{roles.USER_ADMINISTRATOR}")).body["isBuiltIn"] is True
