"""Who may change which group: the token's permissions, then roles, units and ownership."""

import pytest

from bot.sandbox.graph.rights import roles
from tests.sandbox.graph.company_on_stage import A, G, U
from tests.sandbox.graph.graph_client import EVERY_SCOPE, Graph

ADMINS = {"global_admin", "groups_admin", "user_admin"}
WRITERS = {"directory_writer"}
GOVERNORS = {"governor"}
MAY_ADD_MEMBERS = {
    "security": {"owner", "intune_admin"} | ADMINS | WRITERS | GOVERNORS,
    "team": {"owner", "teams_admin", "exchange_admin"} | ADMINS | WRITERS | GOVERNORS,
    "in_unit": {"owner", "intune_admin", "unit_admin"} | ADMINS | WRITERS | GOVERNORS,
    "role": {"owner", "global_admin", "privileged_admin"},
    "restricted": {"restricted_unit_admin"},
    "restricted_role": set[str](),
}
DENIED = (403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")


def _cast() -> list[str]:
    return [name for name in U if name not in {"disabled", "stranger"}]


@pytest.mark.parametrize("who", _cast())
@pytest.mark.parametrize("group", MAY_ADD_MEMBERS)
async def test_who_may_add_a_member(graph: Graph, group: str, who: str) -> None:
    answered = await graph.add(group, who, U["stranger"])
    if who in MAY_ADD_MEMBERS[group]:
        assert answered.status == 204
        assert U["stranger"] in graph.world.members[G[group]]
    else:
        assert answered.error == DENIED
        assert U["stranger"] not in graph.world.members[G[group]]


@pytest.mark.parametrize("who", _cast())
@pytest.mark.parametrize("group", ["security", "team", "role", "restricted"])
async def test_who_may_change_properties_and_owners(graph: Graph, group: str, who: str) -> None:
    expected = 204 if who in MAY_ADD_MEMBERS[group] - GOVERNORS else 403
    assert (await graph.patch(f"groups/{G[group]}", who, {"description": "Otherwise"})).status == expected
    assert (await graph.add(group, who, U["stranger"], side="owners")).status == expected


@pytest.mark.parametrize("who", _cast())
async def test_who_may_delete_and_restore(graph: Graph, who: str) -> None:
    expected = who in {"owner", "intune_admin"} | ADMINS
    assert (await graph.ask("DELETE", f"groups/{G['security']}", who)).status == (204 if expected else 403)
    answered = await graph.ask("POST", f"directory/deletedItems/{G['deleted']}/restore", who)
    assert answered.status == (200 if expected else 403)


async def test_an_owner_cant_delete_a_role_assignable_group(graph: Graph) -> None:
    assert (await graph.ask("DELETE", f"groups/{G['role']}", "owner")).status == 403
    assert (await graph.ask("DELETE", f"groups/{G['role']}", "privileged_admin")).status == 204


@pytest.mark.parametrize("who", _cast())
async def test_who_may_delete_a_microsoft_365_group(graph: Graph, who: str) -> None:
    expected = 204 if who in {"owner", "teams_admin", "exchange_admin"} | ADMINS else 403
    assert (await graph.ask("DELETE", f"groups/{G['team']}", who)).status == expected


@pytest.mark.parametrize("who", _cast())
async def test_who_may_change_a_rule(graph: Graph, who: str) -> None:
    paused = {"membershipRuleProcessingState": "Paused"}
    expected = 204 if who in {"intune_admin"} | ADMINS | WRITERS else 403
    assert (await graph.patch(f"groups/{G['dynamic']}", who, paused)).status == expected
    unified = graph.world.groups[G["team"]] | {"groupTypes": ["Unified", "DynamicMembership"]}
    graph.world.groups[G["team"]] = unified
    expected = 204 if who in ADMINS | WRITERS else 403
    assert (await graph.patch(f"groups/{G['team']}", who, paused)).status == expected


async def test_an_owner_cant_change_the_membership_rule(graph: Graph) -> None:
    graph.world.owners[G["dynamic"]] = [U["owner"]]
    path = f"groups/{G['dynamic']}"
    assert (await graph.patch(path, "owner", {"membershipRuleProcessingState": "Paused"})).status == 403
    assert (await graph.patch(path, "groups_admin", {"membershipRuleProcessingState": "Paused"})).status == 204


async def test_a_role_assignable_group_takes_one_permission_more(graph: Graph) -> None:
    without = EVERY_SCOPE.replace("RoleManagement.ReadWrite.Directory", "")
    assert (await graph.add("role", "global_admin", U["stranger"], scopes=without)).error == DENIED
    assert (await graph.add("security", "global_admin", U["stranger"], scopes=without)).status == 204


async def test_the_token_limits_even_a_global_administrator(graph: Graph) -> None:
    read_only = "Group.Read.All GroupMember.Read.All Directory.Read.All"
    assert (await graph.add("security", "global_admin", U["stranger"], scopes=read_only)).error == DENIED
    members_only = "GroupMember.ReadWrite.All"
    assert (await graph.add("security", "owner", U["stranger"], scopes=members_only)).status == 204
    assert (await graph.add("security", "owner", U["stranger"], side="owners", scopes=members_only)).status == 403
    assert (await graph.patch(f"groups/{G['security']}", "owner", {"theme": None}, scopes=members_only)).status == 403


async def test_a_role_through_a_role_assignable_group_counts(graph: Graph) -> None:
    graph.world.role_assignments.append(
        {"id": "g", "principalId": G["role"], "roleDefinitionId": roles.GROUPS_ADMINISTRATOR, "directoryScopeId": "/"}
    )
    assert (await graph.add("security", "member", U["stranger"])).status == 204


async def test_a_role_for_a_unit_held_through_a_group_counts_there(graph: Graph) -> None:
    scoped = {"roleDefinitionId": roles.GROUPS_ADMINISTRATOR, "directoryScopeId": f"/administrativeUnits/{A['unit']}"}
    graph.world.role_assignments.append({"id": "g", "principalId": G["role"], **scoped})
    assert (await graph.add("in_unit", "member", U["stranger"])).status == 204
    assert (await graph.ask("DELETE", f"groups/{G['in_unit']}", "member")).status == 204
    assert (await graph.add("security", "member", U["stranger"])).error == DENIED
    restricted = {**scoped, "directoryScopeId": f"/administrativeUnits/{A['restricted']}"}
    graph.world.role_assignments.append({"id": "h", "principalId": G["role"], **restricted})
    assert (await graph.add("restricted", "member", U["stranger"])).status == 204


async def test_a_guest_with_a_role_has_that_role(graph: Graph) -> None:
    held = {"principalId": U["guest"], "roleDefinitionId": roles.GROUPS_ADMINISTRATOR, "directoryScopeId": "/"}
    assert (await graph.get("groups", "guest")).status == 403
    graph.world.role_assignments.append({"id": "g", **held})
    assert (await graph.add("security", "guest", U["stranger"])).status == 204
    assert (await graph.patch(f"groups/{G['team']}", "guest", {"description": "Otherwise"})).status == 204
    assert (await graph.get("groups", "guest")).status == 200
    assert (await graph.get(f"users/{U['owner']}?$select=department", "guest")).body["department"] == "Sales"
    assert (await graph.get("directory/administrativeUnits", "guest")).status == 200
    assert (await graph.ask("DELETE", f"groups/{G['security']}", "guest")).status == 204


async def test_a_guest_can_use_a_role_for_a_unit_only_with_one_that_reads_the_directory(graph: Graph) -> None:
    scoped = {"roleDefinitionId": roles.GROUPS_ADMINISTRATOR, "directoryScopeId": f"/administrativeUnits/{A['unit']}"}
    graph.world.role_assignments.append({"id": "g", "principalId": U["guest"], **scoped})
    assert (await graph.add("in_unit", "guest", U["stranger"])).error == DENIED
    assert (await graph.get("groups", "guest")).status == 403
    reads = {"roleDefinitionId": roles.GLOBAL_READER, "directoryScopeId": "/"}
    graph.world.role_assignments.append({"id": "h", "principalId": U["guest"], **reads})
    assert (await graph.add("in_unit", "guest", U["stranger"])).status == 204
    assert (await graph.add("security", "guest", U["stranger"])).error == DENIED


async def test_a_guest_who_reads_as_members_do_can_use_a_role_for_a_unit(graph: Graph) -> None:
    graph.world.authorization_policy["guestUserRoleId"] = roles.SAME_AS_MEMBER
    scoped = {"roleDefinitionId": roles.GROUPS_ADMINISTRATOR, "directoryScopeId": f"/administrativeUnits/{A['unit']}"}
    graph.world.role_assignments.append({"id": "g", "principalId": U["guest"], **scoped})
    assert (await graph.add("in_unit", "guest", U["stranger"])).status == 204


async def test_an_app_may_write_if_its_own_permissions_say_so(graph: Graph) -> None:
    token = graph.sign({"idtyp": "app", "roles": ["GroupMember.ReadWrite.All"]})
    assert (await graph.add("security", "", U["stranger"], token=token)).status == 204
    assert (await graph.add("restricted", "", U["stranger"], token=token)).status == 403
    assert (await graph.add("role", "", U["stranger"], token=token)).status == 403


async def test_no_role_opens_a_role_assignable_group_in_a_restricted_unit(graph: Graph) -> None:
    scoped = {
        "roleDefinitionId": roles.GLOBAL_ADMINISTRATOR,
        "directoryScopeId": f"/administrativeUnits/{A['restricted']}",
    }
    graph.world.role_assignments.append({"id": "x", "principalId": U["member"], **scoped})
    assert (await graph.add("restricted", "member", U["stranger"])).status == 204
    assert (await graph.add("restricted_role", "member", U["stranger"])).error == DENIED


async def test_no_role_for_a_unit_reaches_a_role_assignable_group(graph: Graph) -> None:
    graph.world.unit_members[A["unit"]] = [G["role"]]
    for scope in (f"/administrativeUnits/{A['unit']}", f"/{G['role']}"):
        scoped = {"roleDefinitionId": roles.PRIVILEGED_ROLE_ADMINISTRATOR, "directoryScopeId": scope}
        graph.world.role_assignments.append({"id": scope, "principalId": U["stranger"], **scoped})
    assert (await graph.add("role", "stranger", U["eligible"])).error == DENIED


async def test_leaving_the_restricted_unit_frees_the_group(graph: Graph) -> None:
    graph.world.unit_members[A["restricted"]] = []
    assert (await graph.add("restricted", "owner", U["stranger"])).status == 204
    assert (await graph.add("restricted_role", "privileged_admin", U["stranger"])).status == 204


@pytest.mark.parametrize(
    ("role", "writes_rules"),
    [
        (roles.INTUNE_ADMINISTRATOR, True),
        (roles.WINDOWS_365_ADMINISTRATOR, True),
        (roles.KNOWLEDGE_ADMINISTRATOR, False),
        (roles.KNOWLEDGE_MANAGER, False),
    ],
)
async def test_roles_of_products_that_manage_security_groups(graph: Graph, role: str, writes_rules: bool) -> None:
    held = {"principalId": U["stranger"], "roleDefinitionId": role, "directoryScopeId": "/"}
    graph.world.role_assignments.append({"id": "s", **held})
    described = {"description": "Otherwise"}
    assert (await graph.patch(f"groups/{G['security']}", "stranger", described)).status == 204
    assert (await graph.patch(f"groups/{G['team']}", "stranger", described)).error == DENIED
    rule = {"groupTypes": ["DynamicMembership"], "membershipRule": 'user.city -eq "X"'}
    changed = await graph.patch(f"groups/{G['security']}", "stranger", rule)
    assert (changed.status == 204) is writes_rules
