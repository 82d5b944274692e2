"""Paths, versions, pages, batches and faults: what is the same for every route."""

from bot.sandbox.faults import Fault, Faults
from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph


async def test_the_client_request_id_comes_back(graph: Graph) -> None:
    answered = await graph.get("me", headers={"client-request-id": "mine"})
    assert answered.headers["client-request-id"] == "mine"
    refused = await graph.get("nowhere", headers={"client-request-id": "mine"})
    assert refused.body["error"]["innerError"]["client-request-id"] == "mine"


async def test_an_object_id_must_be_one(graph: Graph) -> None:
    answered = await graph.get("groups/nonsense")
    assert answered.error == (400, "Request_BadRequest", "Invalid object identifier 'nonsense'.")


async def test_an_unknown_path_names_its_first_unknown_segment(graph: Graph) -> None:
    for path, segment in [
        ("grops", "grops"),
        (f"groups/{G['team']}/membres/x", "membres"),
        ("me/messages", "messages"),
    ]:
        message = f"Resource not found for the segment '{segment}'."
        assert (await graph.get(path)).error == (400, "BadRequest", message)


async def test_a_known_path_with_another_method_is_405(graph: Graph) -> None:
    for method, path in [
        ("DELETE", "me"),
        ("PUT", f"groups/{G['team']}"),
        ("GET", "$batch"),
        ("POST", "groups/$count"),
    ]:
        answered = await graph.ask(method, path)
        assert answered.error[:2] == (405, "Request_BadRequest")


async def test_an_unknown_version_is_refused(graph: Graph) -> None:
    assert (await graph.get("me", version="v3.0")).error[:2] == (400, "BadRequest")


async def test_paths_are_read_whatever_their_case(graph: Graph) -> None:
    assert (await graph.get(f"Groups/{G['team'].upper()}/Members/microsoft.graph.user")).ids == {U["member"]}


async def test_pages_follow_each_other(graph: Graph) -> None:
    first = await graph.get("groups?$top=10&$select=id")
    link = first.body["@odata.nextLink"]
    assert link.startswith(f"{graph.base}/v1.0/groups?")
    second = await graph.get(link.removeprefix(f"{graph.base}/v1.0/"))
    assert first.ids | second.ids == set(graph.world.groups)
    assert first.ids & second.ids == set()


async def test_beta_answers_too(graph: Graph) -> None:
    answered = await graph.get(f"groups/{G['team']}", version="beta")
    assert answered.body["@odata.context"].startswith("https://graph.microsoft.com/beta/")


async def test_faults_know_graph_by_its_own_address(graph: Graph, faults: Faults) -> None:
    faults.add(Fault(path="graph.microsoft.com/v1.0/me", status=429))
    answered = await graph.get("me")
    assert (answered.status, answered.headers["Retry-After"]) == (429, "1")
    assert (await graph.get("me")).status == 200


async def test_a_batch_serves_each_part_by_itself(graph: Graph) -> None:
    parts = [
        {"id": "1", "method": "GET", "url": "/me?$select=id"},
        {"id": "2", "method": "GET", "url": "/groups/$count", "headers": {"ConsistencyLevel": "eventual"}},
        {"id": "3", "method": "GET", "url": f"/groups/{G['security']}/onPremisesSyncBehavior"},
        {
            "id": "4",
            "method": "PATCH",
            "url": f"/groups/{G['security']}",
            "headers": {"Content-Type": "application/json"},
            "body": {"description": "new"},
        },
        {"id": "5", "method": "GET", "url": "/users/owner%40contoso.com?$select=displayName"},
    ]
    answered = await graph.ask("POST", "$batch", "owner", json={"requests": parts})
    by_id = {part["id"]: part for part in answered.body["responses"]}
    assert {key: part["status"] for key, part in by_id.items()} == {"1": 200, "2": 200, "3": 403, "4": 204, "5": 200}
    assert by_id["1"]["body"]["id"] == U["owner"]
    assert by_id["2"]["body"] == str(len(graph.world.groups))
    assert by_id["3"]["body"]["error"]["code"] == "Authorization_RequestDenied"
    assert graph.world.groups[G["security"]]["description"] == "new"
