"""Settings of groups, and the guests they keep out."""

import pytest

from bot.sandbox.graph_objects.group_setting import GROUP_UNIFIED, GROUP_UNIFIED_GUEST
from bot.sandbox.world import Wire
from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

OWN = f"groups/{G['no_guests']}/settings"
DENIED = (403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")


def values(setting: Wire) -> dict[str, str]:
    return {value["name"]: value["value"] for value in setting["values"]}


async def test_the_tenants_settings(graph: Graph) -> None:
    (setting,) = (await graph.get("groupSettings", scopes="GroupSettings.Read.All")).body["value"]
    assert (setting["displayName"], setting["templateId"]) == ("Group.Unified", GROUP_UNIFIED)
    assert values(setting) == {"AllowToAddGuests": "true"}
    assert (await graph.get(f"groupSettings/{setting['id']}")).body["templateId"] == GROUP_UNIFIED
    assert (await graph.get(f"groupSettings/{U['owner']}")).status == 404


async def test_a_groups_own_settings(graph: Graph) -> None:
    (setting,) = (await graph.get(OWN, scopes="GroupSettings.Read.All")).body["value"]
    assert (setting["displayName"], setting["templateId"]) == ("Group.Unified.Guest", GROUP_UNIFIED_GUEST)
    assert values((await graph.get(f"{OWN}/{setting['id']}")).body) == {"AllowToAddGuests": "false"}
    assert (await graph.get(f"groups/{G['team']}/settings")).body["value"] == []
    assert (await graph.get(f"groups/{G['team']}/settings/{setting['id']}")).status == 404


@pytest.mark.parametrize("path", ["groupSettings", OWN])
async def test_who_may_read_settings(graph: Graph, path: str) -> None:
    assert (await graph.get(path, scopes="GroupMember.Read.All")).error == DENIED
    assert (await graph.get(path, "guest")).error == DENIED
    assert (await graph.get(path, version="beta")).error[:2] == (400, "BadRequest")


async def test_a_group_that_keeps_guests_out(graph: Graph) -> None:
    assert (await graph.add("no_guests", "owner", U["guest"])).error == DENIED
    bound = {"members@odata.bind": [f"https://graph.microsoft.com/v1.0/directoryObjects/{U['guest']}"]}
    assert (await graph.patch(f"groups/{G['no_guests']}", "owner", bound)).error == DENIED
    assert (await graph.add("no_guests", "owner", U["stranger"])).status == 204
    assert (await graph.add("no_guests", "groups_admin", U["guest"])).status == 204
    assert (await graph.add("team", "owner", U["guest"])).status == 204


async def test_an_owner_who_is_an_administrator_brings_guests(graph: Graph) -> None:
    graph.world.owners[G["no_guests"]] = [U["user_admin"]]
    assert (await graph.add("no_guests", "user_admin", U["guest"])).status == 204


async def test_the_tenant_keeps_guests_out_of_every_microsoft_365_group(graph: Graph) -> None:
    """A group can't let in whom the tenant keeps out."""
    (own,) = graph.world.group_settings[G["no_guests"]]
    graph.world.group_settings[G["no_guests"]] = [own | {"values": [{"name": "AllowToAddGuests", "value": "True"}]}]
    (tenant,) = graph.world.group_settings[graph.world.tenant]
    shut = tenant | {"values": [{"name": "AllowToAddGuests", "value": "False"}]}
    graph.world.group_settings[graph.world.tenant] = [shut]
    for group in ("team", "no_guests"):
        assert (await graph.add(group, "owner", U["guest"])).error == DENIED
        assert (await graph.add(group, "global_admin", U["guest"])).status == 204
    assert (await graph.add("security", "owner", U["guest"])).status == 204
