"""Changing properties, members and owners of groups the cloud keeps."""

from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

MISSING = "99999999-0000-4000-8000-000000000000"
UNREADABLE = (
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format."
)


async def test_properties_change_at_once(graph: Graph) -> None:
    changes = {"displayName": "Renamed", "description": None}
    answered = await graph.patch(f"groups/{G['team']}", "owner", changes)
    assert (answered.status, answered.body) == (204, None)
    group = (await graph.get(f"groups/{G['team']}")).body
    assert (group["displayName"], group["description"]) == ("Renamed", None)
    assert (await graph.get(f"teams/{G['team']}")).body["displayName"] == "Renamed"


@pytest.mark.parametrize(
    "name",
    [
        "onPremisesSyncEnabled",
        "id",
        "mail",
        "proxyAddresses",
        "createdDateTime",
        "isManagementRestricted",
        "uniqueName",
    ],
)
async def test_read_only_properties(graph: Graph, name: str) -> None:
    answered = await graph.patch(f"groups/{G['security']}", "owner", {name: None})
    assert answered.error == (400, "Request_BadRequest", f"Property '{name}' is read-only and cannot be set.")


@pytest.mark.parametrize(
    "changes",
    [
        {"displayName": 5},
        {"displayName": None},
        {"displayName": ""},
        {"displayName": "x" * 257},
        {"description": ["no"]},
        {"securityEnabled": "true"},
        {"groupTypes": "Unified"},
        {"members@odata.bind": "one"},
        {"visibility": "Secret"},
        {"visibility": {}},
        {"nonsense": 1},
        {"visibility": "Private"},
        {"hideFromAddressLists": True},
        {"groupTypes": ["Unified"]},
        {"mailNickname": "TEAM"},
    ],
    ids=str,
)
async def test_values_a_security_group_cant_have(graph: Graph, changes: dict[str, Any]) -> None:
    before = graph.world.groups[G["security"]]
    answered = await graph.patch(
        f"groups/{G['security']}", "owner" if "groupTypes" not in changes else "groups_admin", changes
    )
    assert answered.error[:2] == (400, "Request_BadRequest")
    assert graph.world.groups[G["security"]] == before


@pytest.mark.parametrize("data", [b"{", b"", b"[]", b'"text"', b"\xff", b"null"])
async def test_a_body_that_isnt_a_json_object(graph: Graph, data: bytes) -> None:
    for method, path in [("PATCH", f"groups/{G['security']}"), ("POST", f"groups/{G['security']}/members/$ref")]:
        answered = await graph.ask(method, path, "owner", data=data, headers={"Content-Type": "application/json"})
        assert answered.error == (400, "BadRequest", UNREADABLE)


async def test_a_body_of_another_content_type(graph: Graph) -> None:
    path = f"groups/{G['security']}"
    answered = await graph.ask("PATCH", path, "owner", data=b"{}", headers={"Content-Type": "text/plain"})
    assert answered.error == (400, "BadRequest", UNREADABLE)


async def test_exchange_properties_go_alone(graph: Graph) -> None:
    path = f"groups/{G['team']}"
    assert (await graph.patch(path, "owner", {"hideFromAddressLists": True, "description": "x"})).status == 400
    assert (await graph.patch(path, "owner", {"hideFromAddressLists": True})).status == 200
    assert graph.world.groups[G["team"]]["hideFromAddressLists"] is True


@pytest.mark.parametrize(
    ("rule", "members"),
    [
        ('user.userType -eq "Guest"', {"guest"}),
        ('(user.department -eq "sales") -and (user.displayName -startsWith "own")', {"owner"}),
        ("user.accountEnabled -ne true", {"disabled"}),
        ('user.memberof -any (group.objectId -in ["x"])', {"member"}),
    ],
)
async def test_a_new_rule_is_evaluated_late(graph: Graph, rule: str, members: set[str]) -> None:
    path = f"groups/{G['dynamic']}"
    assert (await graph.patch(path, "groups_admin", {"membershipRule": rule})).status == 204
    assert (await graph.get(f"{path}/members")).ids == {U["member"]}
    graph.world.clock.forward(timedelta(minutes=6))
    assert (await graph.get(f"{path}/members")).ids == {U[name] for name in members}


async def test_a_paused_rule_keeps_its_members(graph: Graph) -> None:
    path = f"groups/{G['dynamic']}"
    await graph.patch(path, "groups_admin", {"membershipRule": 'user.userType -eq "Guest"'})
    await graph.patch(path, "groups_admin", {"membershipRuleProcessingState": "Paused"})
    graph.world.clock.forward(timedelta(minutes=6))
    assert (await graph.get(f"{path}/members")).ids == {U["member"]}


async def test_becoming_dynamic_starts_from_nobody(graph: Graph) -> None:
    path = f"groups/{G['security']}"
    rule = {"groupTypes": ["DynamicMembership"], "membershipRule": 'user.userType -eq "Guest"'}
    await graph.patch(path, "groups_admin", {**rule, "membershipRuleProcessingState": "On"})
    assert (await graph.get(f"{path}/members")).ids == set()
    graph.world.clock.forward(timedelta(minutes=6))
    assert (await graph.get(f"{path}/members")).ids == {U["guest"]}


async def test_exchange_groups_are_read_only(graph: Graph) -> None:
    message = "Cannot Update a mail-enabled security groups and or distribution list."
    for answered in (
        await graph.patch(f"groups/{G['mail_enabled']}", "owner", {"description": "x"}),
        await graph.add("mail_enabled", "owner", U["stranger"]),
        await graph.ask("DELETE", f"groups/{G['mail_enabled']}", "owner"),
    ):
        assert answered.error == (400, "Request_BadRequest", message)


async def test_advanced_queries_learn_of_writes_late(graph: Graph) -> None:
    path = f"groups/{G['security']}"
    await graph.patch(path, "owner", {"displayName": "Renamed"})
    await graph.add("security", "owner", U["stranger"])
    search = 'groups?$search="displayName:Renamed"'
    assert (await graph.get(search, eventual=True)).ids == set()
    assert (await graph.get(f"{path}/members/$count", eventual=True)).body == "1"
    assert (await graph.get(path)).body["displayName"] == "Renamed"
    assert (await graph.get("groups?$filter=displayName eq 'Renamed'")).ids == {G["security"]}
    graph.world.clock.forward(timedelta(seconds=20))
    assert (await graph.get(search, eventual=True)).ids == {G["security"]}
    assert (await graph.get(f"{path}/members/$count", eventual=True)).body == "2"


async def test_a_deleted_group_is_still_found_for_a_while(graph: Graph) -> None:
    await graph.ask("DELETE", f"groups/{G['security']}", "owner")
    search = 'groups?$search="displayName:security"'
    assert (await graph.get(search, eventual=True)).ids == {G["security"]}
    graph.world.clock.forward(timedelta(seconds=20))
    assert (await graph.get(search, eventual=True)).ids == set()
