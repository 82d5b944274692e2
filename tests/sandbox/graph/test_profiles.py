"""People's details: who changes them, who is refused in Graph's words, and what other sources say."""

from typing import Any

import pytest

from tests.sandbox.graph.company_on_stage import U
from tests.sandbox.graph.graph_client import Graph

DENIED = (403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
SCOPE = "User.ReadWrite.All"


async def changed(graph: Graph, person: str, who: str, body: dict[str, Any]) -> Any:
    return await graph.ask("PATCH", f"users/{U[person]}", who, json=body, scopes=SCOPE)


async def test_an_administrator_changes_a_title(graph: Graph) -> None:
    assert (await changed(graph, "member", "global_admin", {"jobTitle": "Buyer"})).status == 204
    assert (await graph.get(f"users/{U['member']}?$select=jobTitle", "global_admin")).body["jobTitle"] == "Buyer"


async def test_nobody_else_does_and_of_oneself_only_the_mobile_number(graph: Graph) -> None:
    assert (await changed(graph, "member", "stranger", {"jobTitle": "Buyer"})).error == DENIED
    assert (await changed(graph, "member", "member", {"jobTitle": "Buyer"})).error == DENIED
    own = await graph.ask("PATCH", "me", "member", json={"mobilePhone": "+45 1"}, scopes="User.ReadWrite")
    assert own.status == 204


async def test_what_active_directory_decides_is_refused_but_for_the_mobile_number(graph: Graph) -> None:
    graph.world.users[U["member"]]["onPremisesSyncEnabled"] = True
    refused = await changed(graph, "member", "global_admin", {"jobTitle": "Buyer"})
    assert refused.error[:2] == (400, "Request_BadRequest")
    assert refused.error[2].startswith("Unable to update the specified properties for on-premises mastered")
    assert (await changed(graph, "member", "global_admin", {"mobilePhone": "+45 1"})).status == 204


@pytest.mark.parametrize(
    "body", [{"jobTitle": 5}, {"displayName": None}, {"businessPhones": "+45 1"}, {"businessPhones": ["1", "2"]}]
)
async def test_a_value_that_is_none_is_refused(graph: Graph, body: dict[str, Any]) -> None:
    (name,) = body
    refused = await changed(graph, "member", "global_admin", body)
    assert refused.error == (
        400,
        "Request_BadRequest",
        f"Invalid value specified for property '{name}' of resource 'User'.",
    )


async def test_what_is_only_for_reading_is_refused(graph: Graph) -> None:
    refused = await changed(graph, "member", "global_admin", {"onPremisesSyncEnabled": None})
    assert refused.error == (
        400,
        "Request_BadRequest",
        "Property 'onPremisesSyncEnabled' is read-only and cannot be set.",
    )


async def test_whom_somebody_reports_to(graph: Graph) -> None:
    nobody = await graph.get(f"users/{U['member']}/manager", "owner", scopes="User.Read.All")
    assert nobody.error[:2] == (404, "Request_ResourceNotFound")
    graph.world.managers[U["member"]] = U["owner"]
    found = await graph.get(f"users/{U['member']}/manager", "owner", scopes="User.Read.All")
    assert (found.body["@odata.type"], found.body["id"]) == ("#microsoft.graph.user", U["owner"])


async def test_what_other_sources_say(graph: Graph) -> None:
    path, held = f"users/{U['member']}/profile/positions", {"id": "1", "detail": {"jobTitle": "Buyer"}}
    graph.world.positions[U["member"]] = [{**held, "isCurrent": True, "source": {"type": ["hr"]}}]
    own = await graph.get(path, "member", scopes="User.Read", version="beta")
    assert own.body["value"][0]["detail"]["jobTitle"] == "Buyer"
    assert (await graph.get(path, "guest", scopes="User.Read.All", version="beta")).error[:2] == DENIED[:2]
    assert (await graph.get("admin/people/profilePropertySettings", "owner", scopes="PeopleSettings.Read.All")).body[
        "value"
    ] == []
