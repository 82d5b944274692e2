"""Adding and removing members and owners."""

import pytest

from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

MISSING = "99999999-0000-4000-8000-000000000000"
APP = "00000007-0000-4000-8000-000000000001"


async def test_members_come_and_go(graph: Graph) -> None:
    assert (await graph.add("security", "owner", U["stranger"])).status == 204
    assert (await graph.get(f"groups/{G['security']}/members")).ids == {U["member"], U["stranger"]}
    assert (await graph.remove("security", "owner", U["stranger"])).status == 204
    assert (await graph.get(f"groups/{G['security']}/members")).ids == {U["member"]}


@pytest.mark.parametrize("side", ["members", "owners"])
async def test_a_reference_that_is_already_there_or_not(graph: Graph, side: str) -> None:
    there = U["member"] if side == "members" else U["owner"]
    start = "One or more added object references already exist for the following modified properties"
    answered = await graph.add("security", "groups_admin", there, side=side)
    assert answered.error == (400, "Request_BadRequest", f"{start}: '{side}'.")
    start = "One or more removed object references do not exist for the following modified properties"
    answered = await graph.remove("security", "groups_admin", U["stranger"], side=side)
    assert answered.error == (400, "Request_BadRequest", f"{start}: '{side}'.")
    for missing in (
        await graph.add("security", "groups_admin", MISSING, side=side),
        await graph.remove("security", "groups_admin", MISSING, side=side),
    ):
        assert missing.error[:2] == (404, "Request_ResourceNotFound")


@pytest.mark.parametrize("reference", [None, 5, "nonsense", "https://graph.microsoft.com/v1.0/planets/x"])
async def test_a_reference_must_be_the_address_of_an_object(graph: Graph, reference: object) -> None:
    body = {"@odata.id": reference}
    answered = await graph.ask("POST", f"groups/{G['security']}/members/$ref", "owner", json=body)
    assert answered.error[:2] == (400, "Request_BadRequest")


@pytest.mark.parametrize(
    ("group", "side", "target", "status"),
    [
        ("team", "members", G["security"], 400),
        ("team", "members", U["stranger"], 204),
        ("security", "members", G["nesting"], 204),
        ("security", "members", G["security"], 400),
        ("security", "owners", G["nesting"], 400),
        ("role", "members", G["security"], 400),
    ],
)
async def test_what_can_be_a_member_or_an_owner(graph: Graph, group: str, side: str, target: str, status: int) -> None:
    assert (await graph.add(group, "global_admin", target, side=side)).status == status


async def test_the_last_owner_stays(graph: Graph) -> None:
    answered = await graph.remove("security", "owner", U["owner"], side="owners")
    message = "The group must have at least one owner, hence this owner cannot be removed."
    assert answered.error == (400, "Request_BadRequest", message)
    await graph.add("security", "owner", U["stranger"], side="owners")
    assert (await graph.remove("security", "owner", U["owner"], side="owners")).status == 204


ONE_OWNER = "The group must have at least one owner, hence this owner cannot be removed."


@pytest.mark.parametrize("group", ["team", "security"])
async def test_an_app_is_no_owner_to_fall_back_on(graph: Graph, group: str) -> None:
    graph.world.service_principals[APP] = {"id": APP}
    graph.world.owners[G[group]] = [U["owner"], APP]
    answered = await graph.remove(group, "groups_admin", U["owner"], side="owners")
    assert answered.error == (400, "Request_BadRequest", ONE_OWNER)
    assert (await graph.remove(group, "groups_admin", APP, side="owners")).status == 204


async def test_a_role_assignable_group_may_lose_its_last_owner(graph: Graph) -> None:
    assert (await graph.remove("role", "privileged_admin", U["owner"], side="owners")).status == 204
    assert (await graph.get(f"groups/{G['role']}/owners")).ids == set()


@pytest.mark.parametrize("group", ["team", "security", "in_unit", "licensed"])
async def test_members_may_leave(graph: Graph, group: str) -> None:
    only = {"scopes": "GroupMember.ReadWrite.All"}
    graph.world.members[G[group]] = [U["member"], U["stranger"]]
    assert (await graph.remove(group, "member", U["stranger"], **only)).status == 403
    assert (await graph.remove(group, "member", U["member"], **only)).status == 204
    assert graph.world.members[G[group]] == [U["stranger"]]
    # Who isn't in it has nothing to leave, and no right to hear more.
    assert (await graph.remove(group, "member", U["member"], **only)).status == 403


@pytest.mark.parametrize(
    ("group", "status"),
    [("dynamic", 403), ("role", 403), ("restricted", 403), ("synced", 400), ("mail_enabled", 400)],
)
async def test_groups_nobody_leaves_by_themselves(graph: Graph, group: str, status: int) -> None:
    assert (await graph.remove(group, "member", U["member"])).status == status
    assert U["member"] in graph.world.members[G[group]]


async def test_leaving_takes_the_permission_to_change_members(graph: Graph) -> None:
    assert (await graph.remove("security", "member", U["member"], scopes="GroupMember.Read.All")).status == 403


async def test_an_owner_doesnt_leave_ownership_that_way(graph: Graph) -> None:
    graph.world.owners[G["security"]] = [U["owner"], U["member"]]
    graph.world.members[G["security"]] = [U["owner"]]
    assert (await graph.remove("security", "owner", U["owner"])).status == 204
    assert U["owner"] in graph.world.owners[G["security"]]


async def test_a_hundred_owners_are_enough(graph: Graph) -> None:
    graph.world.owners[G["security"]] = [U["owner"], *(str(number) for number in range(98))]
    assert (await graph.add("security", "owner", U["stranger"], side="owners")).status == 204
    assert (await graph.add("security", "owner", U["member"], side="owners")).status == 400


async def test_several_members_in_one_change_all_or_nothing(graph: Graph) -> None:
    def bound(*ids: str) -> dict[str, list[str]]:
        return {"members@odata.bind": [f"https://graph.microsoft.com/v1.0/directoryObjects/{i}" for i in ids]}

    path = f"groups/{G['security']}"
    assert (await graph.patch(path, "owner", bound(U["stranger"], U["member"]))).status == 400
    assert (await graph.patch(path, "owner", bound(U["stranger"], MISSING))).status == 404
    assert (await graph.patch(path, "owner", bound(*[U["stranger"]] * 21))).status == 400
    assert (await graph.get(f"{path}/members")).ids == {U["member"]}
    assert (await graph.patch(path, "owner", bound(U["stranger"], U["eligible"]))).status == 204
    assert (await graph.get(f"{path}/members")).ids == {U["member"], U["stranger"], U["eligible"]}


async def test_members_by_rule_cant_be_edited(graph: Graph) -> None:
    for answered in (
        await graph.add("dynamic", "global_admin", U["stranger"]),
        await graph.remove("dynamic", "global_admin", U["member"]),
    ):
        assert answered.error[:2] == (403, "Authorization_RequestDenied")
    assert (await graph.patch(f"groups/{G['dynamic']}", "groups_admin", {"description": "x"})).status == 204
