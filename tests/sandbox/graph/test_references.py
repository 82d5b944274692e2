"""Adding and removing members and owners."""

import pytest

from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

MISSING = "99999999-0000-4000-8000-000000000000"


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
