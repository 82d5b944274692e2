"""What the routes answer when reading is allowed."""

import pytest

from bot.sandbox.graph.rights import roles
from tests.sandbox.graph.company_on_stage import SKU, TENANT, A, G, U
from tests.sandbox.graph.graph_client import Graph

COUNT = "$count=true"


async def test_me(graph: Graph) -> None:
    answered = await graph.get("me")
    assert answered.status == 200
    assert answered.body["@odata.context"] == "https://graph.microsoft.com/v1.0/$metadata#users/$entity"
    assert answered.body["id"] == U["member"]
    assert "userType" not in answered.body
    assert answered.headers["request-id"]


@pytest.mark.parametrize("name", ["owner@contoso.com", "OWNER@contoso.com", U["owner"], f"{U['owner']}"])
async def test_a_user_by_id_or_principal_name(graph: Graph, name: str) -> None:
    assert (await graph.get(f"users/{name}")).body["id"] == U["owner"]
    assert (await graph.get(f"users('{name}')")).body["id"] == U["owner"]


async def test_what_isnt_there_is_404(graph: Graph) -> None:
    missing = "99999999-0000-4000-8000-000000000000"
    message = f"Resource '{missing}' does not exist or one of its queried reference-property objects are not present."
    for path in ("groups", "users", "directory/administrativeUnits", "directoryRoles", "directory/deletedItems"):
        answered = await graph.get(f"{path}/{missing}")
        assert answered.error == (404, "Request_ResourceNotFound", message)


async def test_properties_that_must_be_selected_are_left_out(graph: Graph) -> None:
    path = f"groups/{G['restricted']}"
    assert "isManagementRestricted" not in (await graph.get(path)).body
    assert (await graph.get(f"{path}?$select=isManagementRestricted")).body["isManagementRestricted"] is True


async def test_all_groups(graph: Graph) -> None:
    assert (await graph.get("groups")).ids == set(graph.world.groups)


async def test_counts_need_the_header_and_are_text(graph: Graph) -> None:
    refused = await graph.get("groups/$count")
    assert refused.error == (400, "Request_BadRequest", "$count is not currently supported.")
    answered = await graph.get("groups/$count", eventual=True)
    assert (answered.status, answered.body) == (200, str(len(graph.world.groups)))
    assert answered.headers["Content-Type"].startswith("text/plain")
    path = f"groups/{G['nesting']}"
    assert (await graph.get(f"{path}/members/$count", eventual=True)).body == "1"
    assert (await graph.get(f"{path}/transitiveMembers/$count", eventual=True)).body == "2"
    assert (await graph.get(f"{path}/transitiveMembers/graph.user/$count", eventual=True)).body == "1"


async def test_members_carry_their_type(graph: Graph) -> None:
    answered = await graph.get(f"groups/{G['nesting']}/members")
    assert [thing["@odata.type"] for thing in answered.body["value"]] == ["#microsoft.graph.group"]
    assert answered.body["@odata.context"].endswith("#directoryObjects")


async def test_a_cast_keeps_one_type_in_either_spelling(graph: Graph) -> None:
    for cast in ("graph.user", "microsoft.graph.user"):
        assert (await graph.get(f"groups/{G['nesting']}/members/{cast}")).ids == set()
        assert (await graph.get(f"groups/{G['security']}/members/{cast}")).ids == {U["member"]}


async def test_casting_a_transitive_list_needs_an_advanced_query(graph: Graph) -> None:
    path = f"groups/{G['nesting']}/transitiveMembers/graph.user"
    assert (await graph.get(path)).error[:2] == (400, "Request_UnsupportedQuery")
    assert (await graph.get(f"{path}?{COUNT}", eventual=True)).ids == {U["member"]}


async def test_references(graph: Graph) -> None:
    answered = await graph.get(f"groups/{G['security']}/members/$ref")
    link = f"https://graph.microsoft.com/v1.0/directoryObjects/{U['member']}"
    assert answered.body["value"] == [{"@odata.id": link}]


async def test_owners_of_synced_and_exchange_groups_are_not_shown(graph: Graph) -> None:
    for group, shown in [("security", {U["owner"]}), ("synced", set[str]()), ("mail_enabled", set[str]())]:
        assert (await graph.get(f"groups/{G[group]}/owners")).ids == shown
        assert (await graph.get(f"groups/{G[group]}/owners/graph.user?$select=id")).ids == shown
    owned = (await graph.get("me/ownedObjects/graph.group", "owner")).ids
    assert G["security"] in owned
    assert G["synced"] not in owned


async def test_membership_of_the_person_asking(graph: Graph) -> None:
    assert (await graph.get("me/memberOf", "hybrid_admin")).ids != set()
    direct = (await graph.get("me/memberOf/graph.group")).ids
    transitive = (await graph.get(f"me/transitiveMemberOf/graph.group?{COUNT}", eventual=True)).ids
    assert transitive - direct == {G["nesting"]}
    held = await graph.get(f"me/transitiveMemberOf/graph.directoryRole?{COUNT}", "hybrid_admin", eventual=True)
    assert [role["roleTemplateId"] for role in held.body["value"]] == [roles.HYBRID_IDENTITY_ADMINISTRATOR]


async def test_a_scoped_or_eligible_role_is_not_a_membership(graph: Graph) -> None:
    for who in ("unit_admin", "eligible"):
        held = await graph.get(f"me/transitiveMemberOf/graph.directoryRole?{COUNT}", who, eventual=True)
        assert held.body["value"] == []
    assignments = await graph.get(
        f"roleManagement/directory/roleAssignments?$filter=principalId eq '{U['unit_admin']}'"
    )
    assert [a["directoryScopeId"] for a in assignments.body["value"]] == [f"/administrativeUnits/{A['unit']}"]
    mine = "roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')"
    assert (await graph.get(mine, "eligible")).ids == {"e-1"}
    assert (await graph.get(mine, "member")).ids == set()


async def test_the_units_of_a_group(graph: Graph) -> None:
    answered = await graph.get(f"groups/{G['restricted']}/memberOf/microsoft.graph.administrativeUnit")
    assert [unit["isMemberManagementRestricted"] for unit in answered.body["value"]] == [True]
    assert (await graph.get(f"directory/administrativeUnits/{A['unit']}/members")).ids == {G["in_unit"]}


async def test_a_unit_nobody_consented_to_is_an_id(graph: Graph) -> None:
    path = f"groups/{G['restricted']}/memberOf/microsoft.graph.administrativeUnit"
    (unit,) = (await graph.get(path, scopes="GroupMember.Read.All")).body["value"]
    told = (unit["id"], unit["displayName"], unit["isMemberManagementRestricted"])
    assert told == (A["restricted"], None, None)


async def test_roles_by_template(graph: Graph) -> None:
    path = f"directoryRoles(roleTemplateId='{roles.GLOBAL_ADMINISTRATOR}')"
    role = (await graph.get(path)).body
    assert role["displayName"] == "Global Administrator"
    assert (await graph.get(f"directoryRoles/{role['id']}")).body["roleTemplateId"] == roles.GLOBAL_ADMINISTRATOR
    assert (await graph.get(f"directoryRoles/{role['id']}/members")).ids == {U["global_admin"]}
    assert (await graph.get(f"directoryRoles/{roles.GLOBAL_ADMINISTRATOR}")).status == 404


async def test_the_tenant(graph: Graph) -> None:
    everything = (await graph.get("organization")).body["value"]
    assert [(one["id"], one["onPremisesSyncEnabled"]) for one in everything] == [(TENANT, True)]
    little = (await graph.get("organization", scopes="User.Read")).body["value"]
    assert [(one["displayName"], one["onPremisesSyncEnabled"]) for one in little] == [("Contoso", None)]
    assert (await graph.get("subscribedSkus")).body["value"][0]["skuId"] == SKU
    assert (await graph.get("policies/authorizationPolicy")).body["id"] == "authorizationPolicy"


async def test_what_the_token_may_not_read_comes_back_bare(graph: Graph) -> None:
    answered = await graph.get("me/memberOf", scopes="User.Read")
    group = next(thing for thing in answered.body["value"] if thing["id"] == G["security"])
    assert group["@odata.type"] == "#microsoft.graph.group"
    assert (group["displayName"], group["groupTypes"]) == (None, [])
    owners = await graph.get(f"groups/{G['security']}/owners", scopes="GroupMember.Read.All")
    assert [(owner["id"], owner["displayName"]) for owner in owners.body["value"]] == [(U["owner"], None)]
    named = await graph.get(f"groups/{G['security']}/owners", scopes="GroupMember.Read.All User.ReadBasic.All")
    assert [(owner["displayName"], owner["jobTitle"]) for owner in named.body["value"]] == [("Owner", None)]


async def test_an_unreadable_role_still_shows_its_template(graph: Graph) -> None:
    for scopes, name in [
        ("User.Read", None),
        ("User.Read RoleManagement.Read.Directory", "Hybrid Identity Administrator"),
    ]:
        (role,) = (await graph.get("me/memberOf", "hybrid_admin", scopes=scopes)).body["value"]
        assert (role["roleTemplateId"], role["displayName"]) == (roles.HYBRID_IDENTITY_ADMINISTRATOR, name)


async def test_a_token_for_oneself_says_nothing_of_others(graph: Graph) -> None:
    assert (await graph.get(f"users/{U['member']}", scopes="User.Read")).status == 200
    assert (await graph.get(f"users/{U['owner']}", scopes="User.Read")).status == 403
    assert (await graph.get("users/nobody@contoso.com", scopes="User.Read")).status == 403


async def test_the_source_of_authority_takes_its_own_permission_and_role(graph: Graph) -> None:
    path = f"groups/{G['converted']}/onPremisesSyncBehavior"
    assert (await graph.get(path, "hybrid_admin")).body["isCloudManaged"] is True
    assert (await graph.get(path, "hybrid_admin", scopes="Group.ReadWrite.All Directory.Read.All")).status == 403
    assert (await graph.get(path, "groups_admin")).status == 403


async def test_expanding_a_relationship(graph: Graph) -> None:
    answered = await graph.get(f"groups/{G['security']}?$expand=owners($select=id,displayName)")
    assert [owner["displayName"] for owner in answered.body["owners"]] == ["Owner"]
    narrow = await graph.get(f"groups/{G['security']}?$expand=owners", scopes="Group.ReadBasic.All")
    assert narrow.status == 403


async def test_expanding_role_assignments(graph: Graph) -> None:
    path = f"roleManagement/directory/roleAssignments?$filter=principalId eq '{U['hybrid_admin']}'&$expand="
    (held,) = (await graph.get(f"{path}roleDefinition")).body["value"]
    assert held["roleDefinition"]["displayName"] == "Hybrid Identity Administrator"
    (held,) = (await graph.get(f"{path}principal")).body["value"]
    assert held["principal"]["id"] == U["hybrid_admin"]


async def test_relationships_that_cant_be_expanded(graph: Graph) -> None:
    for path in ("directoryRoles?$expand=members", f"teams/{G['team']}?$expand=members"):
        assert (await graph.get(path)).status == 400


async def test_hidden_membership(graph: Graph) -> None:
    path = f"groups/{G['hidden']}/members"
    assert (await graph.get(path, "member")).ids == {U["member"]}
    assert (await graph.get(path, "stranger")).ids == set()
    assert (await graph.get(path, "member", scopes="GroupMember.Read.All")).ids == set()
    assert (await graph.get(f"{path}/$count", "stranger", eventual=True)).body == "0"
    theirs = f"users/{U['member']}/memberOf"
    assert G["hidden"] not in (await graph.get(theirs, "stranger", scopes="Directory.Read.All")).ids
