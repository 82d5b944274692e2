"""Deleting groups and bringing them back."""

from datetime import timedelta

from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph


async def test_deleting_and_restoring(graph: Graph) -> None:
    assert (await graph.ask("DELETE", f"groups/{G['security']}", "owner")).status == 204
    assert (await graph.get(f"groups/{G['security']}")).status == 404
    assert (await graph.get(f"groups/{G['nesting']}/members")).ids == set()
    deleted = await graph.get(f"directory/deletedItems/{G['security']}")
    assert deleted.body["@odata.type"] == "#microsoft.graph.group"
    assert deleted.body["deletedDateTime"].startswith("2026-11-20T10:00")
    restored = await graph.ask("POST", f"directory/deletedItems/{G['security']}/restore", "owner")
    assert (restored.status, restored.body["id"]) == (200, G["security"])
    assert (await graph.get(f"groups/{G['security']}/members")).ids == {U["member"]}


async def test_a_deleted_group_waits_thirty_days(graph: Graph) -> None:
    listed = "directory/deletedItems/microsoft.graph.group"
    graph.world.clock.forward(timedelta(days=19))
    assert (await graph.get(listed)).ids == {G["deleted"]}
    graph.world.clock.forward(timedelta(days=2))
    assert (await graph.get(listed)).ids == set()
    answered = await graph.ask("POST", f"directory/deletedItems/{G['deleted']}/restore", "global_admin")
    assert answered.status == 404


OWNED = "directory/deletedItems/getUserOwnedObjects"


async def test_deleted_groups_are_listed_by_who_owns_them(graph: Graph) -> None:
    graph.world.owners[G["deleted"]] = [U["owner"]]
    asked = {"userId": U["owner"], "type": "Group"}
    (mine,) = (await graph.ask("POST", OWNED, "owner", json=asked)).body["value"]
    assert (mine["@odata.type"], mine["id"]) == ("#microsoft.graph.group", G["deleted"])
    nobodys = await graph.ask("POST", OWNED, "stranger", json={**asked, "userId": U["stranger"]})
    assert nobodys.body["value"] == []
    assert (await graph.ask("POST", OWNED, "owner", json={**asked, "type": "User"})).status == 400
    assert (await graph.ask("POST", OWNED, "guest", json=asked)).status == 403


async def test_a_licensed_group_cant_be_deleted(graph: Graph) -> None:
    answered = await graph.ask("DELETE", f"groups/{G['licensed']}", "owner")
    assert answered.error[2].startswith("Unable to delete the group because there is a product license assigned")
    graph.world.groups[G["licensed"]]["assignedLicenses"] = []
    assert (await graph.ask("DELETE", f"groups/{G['licensed']}", "owner")).status == 204
