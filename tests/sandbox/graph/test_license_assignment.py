"""Licences on groups, in both stores: given, taken, followed by the members, and in the way of deletion."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.world import World
from tests.sandbox.graph.company_on_stage import ALLOTMENT, ASSIGNMENT, SKU, G, U
from tests.sandbox.graph.graph_client import Answered, Graph

LICENSED = (
    400,
    "Request_BadRequest",
    "Unable to delete the group because there is a product license assigned to the group. "
    "To delete this group, remove any product licenses first.",
)
MODERN = (400, "Request_BadRequest", "Unable to delete the group because it has an active modern license assigned.")
STATES = f"users/{U['member']}?$select=licenseAssignmentStates,assignedLicenses"
CLOUD = f"groups/{G['cloud_licensed']}/cloudLicensing/assignments"


async def assign(
    graph: Graph, group: str, who: str, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = (), **more: Any
) -> Answered:
    body = {"addLicenses": [{"skuId": sku} for sku in add], "removeLicenses": [*remove]}
    return await graph.ask("POST", f"groups/{G[group]}/assignLicense", who, json=body, **more)


async def processing(graph: Graph, group: str) -> str:
    return (await graph.get(f"groups/{G[group]}?$select=licenseProcessingState")).body["licenseProcessingState"][
        "state"
    ]


async def test_a_licence_reaches_the_members_after_a_while(graph: Graph) -> None:
    accepted = await assign(graph, "security", "license_admin", add=(SKU,))
    assert (accepted.status, accepted.body["id"]) == (202, G["security"])
    path = f"groups/{G['security']}?$select=assignedLicenses"
    assert (await graph.get(path)).body["assignedLicenses"] == [{"disabledPlans": [], "skuId": SKU}]
    assert await processing(graph, "security") == "QueuedForProcessing"
    graph.world.clock.forward(timedelta(minutes=2))
    assert await processing(graph, "security") == "ProcessingInProgress"
    assert (await graph.get(STATES)).body["licenseAssignmentStates"] == []
    graph.world.clock.forward(timedelta(minutes=3))
    assert await processing(graph, "security") == "ProcessingComplete"
    member = (await graph.get(STATES)).body
    (state,) = member["licenseAssignmentStates"]
    assert (state["skuId"], state["assignedByGroup"], state["state"]) == (SKU, G["security"], "Active")
    assert member["assignedLicenses"] == [{"disabledPlans": [], "skuId": SKU}]
    assert (await graph.get("subscribedSkus")).body["value"][0]["consumedUnits"] == 1


async def test_taking_it_away_frees_the_group_only_when_it_is_done(graph: Graph) -> None:
    await assign(graph, "security", "groups_admin", add=(SKU,))
    graph.world.clock.forward(timedelta(minutes=5))
    assert (await graph.ask("DELETE", f"groups/{G['security']}", "owner")).error == LICENSED
    assert (await assign(graph, "security", "groups_admin", remove=(SKU,))).status == 202
    assert (await graph.ask("DELETE", f"groups/{G['security']}", "owner")).error == LICENSED
    graph.world.clock.forward(timedelta(minutes=5))
    member = (await graph.get(STATES)).body
    assert (member["licenseAssignmentStates"], member["assignedLicenses"]) == ([], [])
    assert (await graph.get("subscribedSkus")).body["value"][0]["consumedUnits"] == 0
    assert (await graph.ask("DELETE", f"groups/{G['security']}", "owner")).status == 204


async def test_a_second_change_overtakes_the_first(graph: Graph) -> None:
    await assign(graph, "security", "groups_admin", add=(SKU,))
    graph.world.clock.forward(timedelta(minutes=3))
    await assign(graph, "security", "groups_admin", remove=(SKU,))
    graph.world.clock.forward(timedelta(minutes=2))
    assert await processing(graph, "security") == "ProcessingInProgress"
    graph.world.clock.forward(timedelta(minutes=3))
    assert await processing(graph, "security") == "ProcessingComplete"


async def test_without_a_free_seat_the_member_is_in_error(graph: Graph) -> None:
    graph.world.subscribed_skus[0]["prepaidUnits"]["enabled"] = 1
    await graph.add("security", "owner", U["stranger"])
    await assign(graph, "security", "user_admin", add=(SKU,))
    graph.world.clock.forward(timedelta(minutes=5))
    listed = await graph.get("users?$select=id,licenseAssignmentStates")
    states = {each["id"]: each["licenseAssignmentStates"] for each in listed.body["value"]}
    told = {(state["state"], state["error"]) for who in ("member", "stranger") for state in states[U[who]]}
    assert told == {("Active", "None"), ("Error", "CountViolation")}
    troubled = await graph.get("groups?$filter=hasMembersWithLicenseErrors eq true")
    assert troubled.ids == {G["security"]}
    # Whoever leaves frees the seat for the other.
    (seated,) = [who for who in ("member", "stranger") if states[U[who]][0]["state"] == "Active"]
    assert (await graph.remove("security", "owner", U[seated])).status == 204
    graph.world.clock.forward(timedelta(minutes=5))
    assert (await graph.get("groups?$filter=hasMembersWithLicenseErrors eq true")).ids == set()


async def test_a_licence_that_another_group_gives_too_stays(graph: Graph) -> None:
    for group in ("security", "in_unit"):
        await assign(graph, group, "groups_admin", add=(SKU,))
    graph.world.clock.forward(timedelta(minutes=5))
    await assign(graph, "security", "groups_admin", remove=(SKU,))
    graph.world.clock.forward(timedelta(minutes=5))
    member = (await graph.get(STATES)).body
    assert [state["assignedByGroup"] for state in member["licenseAssignmentStates"]] == [G["in_unit"]]
    assert [license["skuId"] for license in member["assignedLicenses"]] == [SKU]


MAY_LICENSE = {"global_admin", "groups_admin", "user_admin", "license_admin", "directory_writer"}


@pytest.mark.parametrize("who", [*sorted(MAY_LICENSE), "owner", "member", "intune_admin", "governor", "global_reader"])
async def test_who_may_license_a_group(graph: Graph, who: str) -> None:
    assert (await assign(graph, "security", who, add=(SKU,))).status == (202 if who in MAY_LICENSE else 403)


async def test_a_role_assignable_group_is_for_its_own_administrators(graph: Graph) -> None:
    assert (await assign(graph, "role", "license_admin", add=(SKU,))).status == 403
    assert (await assign(graph, "role", "privileged_admin", add=(SKU,))).status == 202


async def test_the_permission_for_licences_is_enough(graph: Graph) -> None:
    accepted = await assign(graph, "security", "license_admin", add=(SKU,), scopes="LicenseAssignment.ReadWrite.All")
    assert accepted.status == 202
    refused = await assign(graph, "security", "license_admin", add=(SKU,), scopes="LicenseAssignment.Read.All")
    assert refused.status == 403


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ({"addLicenses": []}, "removeLicenses"),
        ({"removeLicenses": []}, "addLicenses"),
        ({}, "addLicenses, removeLicenses"),
    ],
)
async def test_both_lists_are_mandatory(graph: Graph, body: dict[str, Any], missing: str) -> None:
    answered = await graph.ask("POST", f"groups/{G['security']}/assignLicense", "license_admin", json=body)
    message = (
        "One or more parameters of the operation 'assignLicense' are missing from the request payload. "
        f"The missing parameters are: {missing}."
    )
    assert answered.error == (400, "Request_BadRequest", message)


@pytest.mark.parametrize(
    "body",
    [
        {"addLicenses": [{"skuId": U["member"]}], "removeLicenses": []},
        {"addLicenses": [{"skuId": "x"}], "removeLicenses": []},
        {"addLicenses": [{"skuId": SKU, "disabledPlans": "x"}], "removeLicenses": []},
        {"addLicenses": ["x"], "removeLicenses": []},
        {"addLicenses": {}, "removeLicenses": []},
        {"addLicenses": [], "removeLicenses": [5]},
        {"addLicenses": [], "removeLicenses": [SKU]},
        {"addLicenses": [{"skuId": SKU}], "removeLicenses": [SKU]},
    ],
    ids=str,
)
async def test_licences_that_make_no_sense(graph: Graph, body: dict[str, Any]) -> None:
    answered = await graph.ask("POST", f"groups/{G['security']}/assignLicense", "license_admin", json=body)
    assert answered.error[:2] == (400, "Request_BadRequest")
    assert graph.world.groups[G["security"]]["assignedLicenses"] == []


async def test_a_group_that_isnt_security_enabled_takes_no_licences(graph: Graph) -> None:
    assert (await assign(graph, "team", "license_admin", add=(SKU,))).error[:2] == (400, "Request_BadRequest")


async def test_rights_come_before_licences(graph: Graph) -> None:
    for group in ("licensed", "cloud_licensed"):
        assert (await graph.ask("DELETE", f"groups/{G[group]}", "member")).status == 403
        assert (await graph.ask("DELETE", f"groups/{G[group]}", "license_admin")).status == 403


async def test_licences_come_before_active_directory(graph: Graph) -> None:
    assert (await graph.ask("DELETE", f"groups/{G['gone_in_ad']}", "groups_admin")).error == LICENSED


async def test_a_group_being_processed_cant_be_deleted(graph: Graph) -> None:
    graph.world.groups[G["security"]]["licenseProcessingState"] = {"state": "ProcessingInProgress"}
    assert (await graph.ask("DELETE", f"groups/{G['security']}", "owner")).error == LICENSED


async def test_the_second_store_is_only_in_beta(graph: Graph) -> None:
    listed = await graph.get(CLOUD, version="beta")
    assert listed.body["value"] == [{"id": ASSIGNMENT, "disabledServicePlanIds": []}]
    expanded = (await graph.get(f"{CLOUD}?$expand=allotment", version="beta")).body["value"][0]["allotment"]
    assert (expanded["id"], expanded["skuId"], expanded["skuPartNumber"]) == (ALLOTMENT, SKU, "E5")
    assert (await graph.get(f"{CLOUD}/{ASSIGNMENT}/allotment", version="beta")).body["allottedUnits"] == 10
    assigned = await graph.get(f"{CLOUD}/{ASSIGNMENT}?$expand=assignedTo", version="beta")
    assert assigned.body["assignedTo"]["id"] == G["cloud_licensed"]
    assert (await graph.get(CLOUD)).error[:2] == (400, "BadRequest")
    path = f"groups/{G['cloud_licensed']}?$select=assignedLicenses"
    assert (await graph.get(path)).body["assignedLicenses"] == []
    elsewhere = f"groups/{G['security']}/cloudLicensing/assignments"
    assert (await graph.get(elsewhere, version="beta")).body["value"] == []
    assert (await graph.get(f"{elsewhere}/{ASSIGNMENT}", version="beta")).status == 404
    assert (await graph.get(CLOUD, "guest", version="beta")).status == 403


async def test_the_second_store_holds_the_group_too(graph: Graph) -> None:
    path = f"{CLOUD}/{ASSIGNMENT}"
    assert (await graph.ask("DELETE", f"groups/{G['cloud_licensed']}", "owner")).error == MODERN
    assert (await graph.ask("DELETE", path, "owner", version="beta")).status == 403
    assert (await graph.ask("DELETE", path, "license_admin", version="beta")).status == 204
    assert (await graph.ask("DELETE", path, "license_admin", version="beta")).status == 404
    assert (await graph.ask("DELETE", f"groups/{G['cloud_licensed']}", "owner")).status == 204


async def test_a_licence_keeps_a_group_that_active_directory_has_deleted(graph: Graph, world: World) -> None:
    world.clock.forward(timedelta(hours=2))
    assert (await graph.get(f"groups/{G['gone_in_ad']}")).body["onPremisesSyncEnabled"] is True
    assert (await assign(graph, "gone_in_ad", "license_admin", remove=(SKU,))).status == 202
    world.clock.forward(timedelta(hours=1))
    assert (await graph.get(f"groups/{G['gone_in_ad']}")).status == 404
    assert (await graph.get(f"directory/deletedItems/{G['gone_in_ad']}")).status == 200
