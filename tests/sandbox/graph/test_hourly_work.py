"""What the company does by itself every hour: expired groups go, quarantined addresses heal."""

from datetime import timedelta

from bot.sandbox.world import World
from tests.sandbox.graph.company_on_stage import G, U
from tests.sandbox.graph.graph_client import Graph

CONFLICT = {"category": "PropertyConflict", "occurredDateTime": "2026-11-19T10:00:00Z"}


async def test_an_expired_group_is_deleted_a_day_later_and_comes_back_renewed(graph: Graph) -> None:
    path = f"groups/{G['private']}"
    dates = {"renewedDateTime": "2026-05-24T10:30:00Z", "expirationDateTime": "2026-11-20T10:30:00Z"}
    graph.world.groups[G["private"]] = graph.world.groups[G["private"]] | dates
    graph.world.clock.forward(timedelta(hours=24))
    assert (await graph.get(path)).status == 200
    graph.world.clock.forward(timedelta(hours=1))
    assert (await graph.get(path)).status == 404
    deleted = (await graph.get(f"directory/deletedItems/{G['private']}")).body
    assert deleted["deletedDateTime"] == "2026-11-21T11:00:00Z"
    assert (await graph.ask("POST", f"directory/deletedItems/{G['private']}/restore", "owner")).status == 200
    graph.world.clock.forward(timedelta(days=2))
    renewed = (await graph.get(path)).body
    assert renewed["renewedDateTime"].startswith("2026-11-21T11:")
    assert renewed["expirationDateTime"].startswith("2027-05-20T11:")


async def test_only_microsoft_365_groups_expire(graph: Graph) -> None:
    graph.world.groups[G["security"]]["expirationDateTime"] = "2026-11-01T10:00:00Z"
    graph.world.clock.forward(timedelta(days=3))
    assert (await graph.get(f"groups/{G['security']}")).status == 200


def quarantine(world: World, group: str, address: str) -> None:
    error = CONFLICT | {"propertyCausingError": "ProxyAddress", "value": address}
    world.groups[G[group]] = world.groups[G[group]] | {"onPremisesProvisioningErrors": [error]}


async def test_an_address_heals_within_the_hour_when_nobody_else_has_it(graph: Graph) -> None:
    path = f"groups/{G['mail_enabled']}?$select=proxyAddresses,onPremisesProvisioningErrors"
    quarantine(graph.world, "mail_enabled", "smtp:sales@contoso.com")
    graph.world.groups[G["team"]]["proxyAddresses"] = ["SMTP:Sales@contoso.com"]
    graph.world.clock.forward(timedelta(hours=3))
    assert len((await graph.get(path)).body["onPremisesProvisioningErrors"]) == 1
    assert (await graph.ask("DELETE", f"groups/{G['team']}", "owner")).status == 204
    assert len((await graph.get(path)).body["onPremisesProvisioningErrors"]) == 1
    graph.world.clock.forward(timedelta(hours=1))
    healed = (await graph.get(path)).body
    assert healed["onPremisesProvisioningErrors"] == []
    assert healed["proxyAddresses"] == ["smtp:sales@contoso.com"]


async def test_a_persons_sign_in_name_heals_too(graph: Graph) -> None:
    error = CONFLICT | {"propertyCausingError": "UserPrincipalName", "value": "member2@contoso.com"}
    world = graph.world
    world.users[U["stranger"]] = world.users[U["stranger"]] | {"onPremisesProvisioningErrors": [error]}
    world.users[U["member"]] = world.users[U["member"]] | {"mail": "member2@contoso.com"}
    world.clock.forward(timedelta(hours=1))
    assert (await graph.get(f"users/{U['stranger']}")).body["userPrincipalName"] == "stranger@contoso.com"
    world.users[U["member"]] = world.users[U["member"]] | {"mail": "member@contoso.com"}
    world.clock.forward(timedelta(hours=1))
    assert (await graph.get(f"users/{U['stranger']}")).body["userPrincipalName"] == "member2@contoso.com"


async def test_a_deleted_person_still_has_their_address(graph: Graph) -> None:
    quarantine(graph.world, "mail_enabled", "smtp:stranger@contoso.com")
    gone = graph.world.users.pop(U["stranger"]) | {"deletedDateTime": "2026-11-20T10:00:00Z"}
    graph.world.deleted_users[U["stranger"]] = gone
    graph.world.clock.forward(timedelta(hours=2))
    path = f"groups/{G['mail_enabled']}"
    assert len((await graph.get(path)).body["onPremisesProvisioningErrors"]) == 1
    del graph.world.deleted_users[U["stranger"]]
    graph.world.clock.forward(timedelta(hours=1))
    assert (await graph.get(path)).body["onPremisesProvisioningErrors"] == []


async def test_everything_in_quarantine_is_found_without_an_advanced_query(graph: Graph) -> None:
    """As Entra PowerShell asks."""
    quarantine(graph.world, "mail_enabled", "smtp:owner@contoso.com")
    found = "$filter=onPremisesProvisioningErrors/any(o:o/category ne null)&$select=id,onPremisesProvisioningErrors"
    assert (await graph.get(f"groups?{found}&$top=999")).ids == {G["mail_enabled"]}
    assert (await graph.get(f"users?{found}&$top=999")).ids == set()
    other = "$filter=onPremisesProvisioningErrors/any(o:o/category ne 'PropertyConflict')"
    assert (await graph.get(f"groups?{other}")).error[:2] == (400, "Request_UnsupportedQuery")
