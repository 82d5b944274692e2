"""Active Directory rules its groups until they move to the cloud, and again after a rollback."""

from datetime import timedelta

import pytest

from bot.sandbox.graph.state.settle import settle
from bot.sandbox.graph.state.sync_cycles import change_in_active_directory, delete_in_active_directory
from bot.sandbox.world import World
from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

LOCKED = (
    400,
    "Request_BadRequest",
    "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently "
    "undergoing migration.",
)


async def _set(graph: Graph, group: str, *, to: object, who: str = "hybrid_admin") -> int:
    path = f"groups/{G[group]}/onPremisesSyncBehavior"
    return (await graph.patch(path, who, {"isCloudManaged": to})).status


async def test_nobody_changes_a_group_mastered_on_premises(graph: Graph) -> None:
    assert (await graph.patch(f"groups/{G['synced']}", "global_admin", {"description": "x"})).error == LOCKED
    assert (await graph.add("synced", "global_admin", U["stranger"])).error == LOCKED
    assert (await graph.add("synced", "global_admin", U["stranger"], side="owners")).error == LOCKED
    assert (await graph.remove("synced", "owner", U["member"])).error == LOCKED
    assert (await graph.ask("DELETE", f"groups/{G['synced']}", "groups_admin")).error == LOCKED
    assert (await graph.add("synced", "member", U["stranger"])).status == 403


async def test_a_group_on_its_way_to_the_cloud_stays_locked_for_a_minute_or_two(graph: Graph) -> None:
    assert await _set(graph, "synced", to=True) == 204
    path = f"groups/{G['synced']}"
    behavior = await graph.get(f"{path}/onPremisesSyncBehavior", "hybrid_admin")
    assert behavior.body["isCloudManaged"] is True
    assert (await graph.get(path)).body["onPremisesSyncEnabled"] is True
    assert (await graph.patch(path, "global_admin", {"description": "x"})).error == LOCKED
    assert (await graph.add("synced", "groups_admin", U["stranger"])).error == LOCKED
    assert (await graph.ask("DELETE", path, "groups_admin")).error == LOCKED
    graph.world.clock.forward(timedelta(minutes=2))
    assert (await graph.get(path)).body["onPremisesSyncEnabled"] is None
    assert (await graph.patch(path, "global_admin", {"description": "x"})).status == 204


async def test_a_group_that_turns_back_on_its_way_stays_with_active_directory(graph: Graph) -> None:
    assert await _set(graph, "synced", to=True) == 204
    assert await _set(graph, "synced", to=False) == 204
    graph.world.clock.forward(timedelta(minutes=2))
    assert (await graph.get(f"groups/{G['synced']}")).body["onPremisesSyncEnabled"] is True


async def test_a_group_can_be_stuck_on_its_way(graph: Graph) -> None:
    graph.world.cloud_managed.add(G["synced"])
    assert await _set(graph, "synced", to=True) == 204
    graph.world.clock.forward(timedelta(hours=2))
    assert (await graph.get(f"groups/{G['synced']}")).body["onPremisesSyncEnabled"] is True
    assert (await graph.add("synced", "groups_admin", U["stranger"])).error == LOCKED


async def test_a_group_that_has_moved_is_the_clouds(graph: Graph) -> None:
    assert await _set(graph, "synced", to=True) == 204
    graph.world.clock.forward(timedelta(minutes=2))
    group = (await graph.get(f"groups/{G['synced']}")).body
    assert group["onPremisesSyncEnabled"] is None
    assert group["onPremisesSecurityIdentifier"] == "S-1-5-21-1-2-3-1000"
    assert (await graph.add("synced", "owner", U["stranger"])).status == 204
    assert (await graph.get(f"groups/{G['synced']}/owners")).ids == {U["owner"]}
    # Its nested group stays where it was.
    assert (await graph.add("synced_child", "groups_admin", U["stranger"])).error == LOCKED


@pytest.mark.parametrize("who", ["owner", "groups_admin", "global_reader", "privileged_admin"])
async def test_only_hybrid_administrators_move_groups(graph: Graph, who: str) -> None:
    assert await _set(graph, "synced", to=True, who=who) == 403
    assert graph.world.groups[G["synced"]]["onPremisesSyncEnabled"] is True
    assert await _set(graph, "synced", to=True, who="global_admin") == 204


@pytest.mark.parametrize("to", [True, False])
async def test_a_cloud_group_has_nothing_to_move(graph: Graph, to: bool) -> None:
    answered = await graph.patch(
        f"groups/{G['security']}/onPremisesSyncBehavior", "hybrid_admin", {"isCloudManaged": to}
    )
    message = "The source of authority can only be changed for objects synchronized from on-premises."
    assert answered.error == (400, "Request_BadRequest", message)


@pytest.mark.parametrize("value", ["true", None, 1])
async def test_the_value_is_a_boolean(graph: Graph, value: object) -> None:
    assert await _set(graph, "synced", to=value) == 400


async def test_a_mail_enabled_group_that_moves_stays_locked_in_graph(graph: Graph) -> None:
    graph.world.groups[G["mail_enabled"]]["onPremisesSyncEnabled"] = True
    assert await _set(graph, "mail_enabled", to=True) == 204
    answered = await graph.patch(f"groups/{G['mail_enabled']}", "global_admin", {"description": "x"})
    message = "Cannot Update a mail-enabled security groups and or distribution list."
    assert answered.error == (400, "Request_BadRequest", message)


async def test_a_rollback_is_complete_after_the_next_cycle(graph: Graph) -> None:
    change_in_active_directory(graph.world, G["converted"], members=[U["eligible"]], display_name="From AD")
    assert await _set(graph, "converted", to=False) == 204
    behavior = await graph.get(f"groups/{G['converted']}/onPremisesSyncBehavior", "hybrid_admin")
    assert behavior.body["isCloudManaged"] is False
    # Until then the cloud still takes changes, which are then overwritten.
    assert (await graph.patch(f"groups/{G['converted']}", "owner", {"displayName": "Doomed"})).status == 204
    assert (await graph.add("converted", "owner", U["stranger"])).status == 204
    assert (await graph.get(f"groups/{G['converted']}")).body["onPremisesSyncEnabled"] is None

    graph.world.clock.forward(timedelta(minutes=21))
    group = (await graph.get(f"groups/{G['converted']}")).body
    assert (group["onPremisesSyncEnabled"], group["displayName"]) == (True, "From AD")
    assert group["onPremisesLastSyncDateTime"] == "2026-11-20T10:20:00Z"
    assert (await graph.get(f"groups/{G['converted']}/members")).ids == {U["eligible"]}
    assert (await graph.add("converted", "owner", U["stranger"])).error == LOCKED


async def test_what_active_directory_deletes_goes_with_the_next_cycle(graph: Graph) -> None:
    delete_in_active_directory(graph.world, G["synced"])
    delete_in_active_directory(graph.world, G["converted"])
    delete_in_active_directory(graph.world, G["synced_child"])
    mailed = graph.world.groups[G["synced_child"]] | {"mailEnabled": True}
    graph.world.groups[G["synced_child"]] = mailed
    assert (await graph.get(f"groups/{G['synced']}")).status == 200
    graph.world.clock.forward(timedelta(minutes=21))
    assert (await graph.get(f"groups/{G['synced']}")).status == 404
    assert (await graph.get(f"directory/deletedItems/{G['synced']}")).status == 200
    # Distribution lists and mail-enabled security groups are gone for good, groups of the cloud stay.
    assert (await graph.get(f"groups/{G['synced_child']}")).status == 404
    assert (await graph.get(f"directory/deletedItems/{G['synced_child']}")).status == 404
    assert (await graph.get(f"groups/{G['converted']}")).status == 200


async def test_a_change_in_active_directory_arrives_with_the_next_cycle(graph: Graph) -> None:
    change_in_active_directory(graph.world, G["synced"], description="New", members=[])
    assert (await graph.get(f"groups/{G['synced']}")).body["description"] == "As it was"
    graph.world.clock.forward(timedelta(minutes=21))
    assert (await graph.get(f"groups/{G['synced']}")).body["description"] == "New"
    assert (await graph.get(f"groups/{G['synced']}/members")).ids == set()


async def test_a_converted_group_ignores_active_directory(graph: Graph) -> None:
    change_in_active_directory(graph.world, G["converted"], description="Ignored", members=[])
    graph.world.clock.forward(timedelta(hours=2))
    assert (await graph.get(f"groups/{G['converted']}")).body["description"] == "As it was"
    assert (await graph.get(f"groups/{G['converted']}/members")).ids == {U["member"]}


async def test_a_group_in_ad_loses_a_nested_group_that_moved(graph: Graph) -> None:
    assert await _set(graph, "synced_child", to=True) == 204
    graph.world.clock.forward(timedelta(minutes=21))
    assert (await graph.get(f"groups/{G['synced']}/members")).ids == {U["member"]}


def test_cycles_move_the_companys_date_but_not_that_of_unchanged_groups(world: World) -> None:
    settle(world)
    assert world.organization["onPremisesLastSyncDateTime"] == "2026-11-20T09:50:00Z"
    world.clock.forward(timedelta(hours=3))
    settle(world)
    assert world.organization["onPremisesLastSyncDateTime"] == "2026-11-20T12:50:00Z"
    assert world.groups[G["synced"]]["onPremisesLastSyncDateTime"] == "2026-11-01T10:00:00Z"


def test_a_sync_server_that_was_down_stays_down(world: World) -> None:
    asleep = world.company
    stale = asleep.organization.model_copy(update={"on_premises_last_sync_date_time": asleep.clock - timedelta(days=3)})
    world.company = asleep.model_copy(update={"organization": stale})
    world.organization["onPremisesLastSyncDateTime"] = "2026-11-17T10:00:00Z"
    world.clock.forward(timedelta(hours=3))
    settle(world)
    assert world.organization["onPremisesLastSyncDateTime"] == "2026-11-17T10:00:00Z"
