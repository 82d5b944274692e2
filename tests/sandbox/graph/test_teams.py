"""Archiving and unarchiving take their time."""

from datetime import timedelta

import pytest

from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph


async def test_archiving_is_accepted_and_done_later(graph: Graph) -> None:
    accepted = await graph.ask("POST", f"teams/{G['team']}/archive", "owner")
    assert (accepted.status, accepted.body) == (202, None)
    location = accepted.headers["Location"].lstrip("/")
    assert (await graph.get(location)).body["status"] == "inProgress"
    assert (await graph.get(f"teams/{G['team']}")).body["isArchived"] is False
    graph.world.clock.forward(timedelta(seconds=25))
    assert (await graph.get(location)).body["status"] == "succeeded"
    assert (await graph.get(f"groups/{G['team']}/team")).body["isArchived"] is True
    # Membership isn't what archiving freezes.
    assert (await graph.add("team", "owner", U["stranger"])).status == 204
    await graph.ask("POST", f"teams/{G['team']}/unarchive", "owner", json={})
    graph.world.clock.forward(timedelta(seconds=25))
    assert (await graph.get(f"teams/{G['team']}")).body["isArchived"] is False


@pytest.mark.parametrize("changes", [{"displayName": "x"}, {"description": None}, {"visibility": "Private"}])
async def test_an_archived_team_keeps_its_name(graph: Graph, changes: dict[str, str | None]) -> None:
    path = f"groups/{G['team']}"
    graph.world.teams[G["team"]] = graph.world.teams[G["team"]] | {"isArchived": True}
    for who in ("owner", "global_admin"):
        assert (await graph.patch(path, who, changes)).error[:2] == (403, "Forbidden")
    assert (await graph.patch(path, "member", changes)).error[:2] == (403, "Authorization_RequestDenied")
    assert (await graph.get(path)).body["displayName"] == "The team group"
    assert (await graph.add("team", "owner", U["stranger"])).status == 204
    assert (await graph.remove("team", "owner", U["member"])).status == 204
    assert (await graph.add("team", "owner", U["stranger"], side="owners")).status == 204
    graph.world.teams[G["team"]] = graph.world.teams[G["team"]] | {"isArchived": False}
    assert (await graph.patch(path, "owner", changes)).status == 204


@pytest.mark.parametrize(
    ("who", "status"),
    [("owner", 202), ("teams_admin", 202), ("global_admin", 202), ("member", 403), ("groups_admin", 403)],
)
async def test_who_may_archive(graph: Graph, who: str, status: int) -> None:
    assert (await graph.ask("POST", f"teams/{G['team']}/archive", who)).status == status


async def test_a_group_without_a_team(graph: Graph) -> None:
    assert (await graph.get(f"teams/{G['security']}")).error[:2] == (404, "NotFound")
    assert (await graph.get(f"groups/{G['security']}/team")).error[:2] == (404, "NotFound")


async def test_a_private_team_is_for_its_members(graph: Graph) -> None:
    for who, status in [("member", 200), ("owner", 200), ("teams_admin", 200), ("stranger", 403)]:
        assert (await graph.get(f"teams/{G['private']}", who)).status == status


async def test_a_deleted_groups_team_is_gone_and_comes_back(graph: Graph) -> None:
    await graph.ask("DELETE", f"groups/{G['team']}", "owner")
    assert (await graph.get(f"teams/{G['team']}")).status == 404
    await graph.ask("POST", f"directory/deletedItems/{G['team']}/restore", "owner")
    assert (await graph.get(f"teams/{G['team']}")).status == 200
