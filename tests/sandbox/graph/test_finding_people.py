"""Finding people: by name, address, account name; living and deleted; and what the index hasn't heard of yet."""

from datetime import timedelta

import pytest

from bot.sandbox.graph.search_index import LAG
from tests.sandbox.graph.company_on_stage import LEFT, U
from tests.sandbox.graph.graph_client import Graph

COUNT = "$count=true"


@pytest.fixture(autouse=True)
def synced_owner(graph: Graph) -> None:
    person = graph.world.users[U["owner"]]
    person["onPremisesSamAccountName"] = "ownr"
    person["proxyAddresses"] = ["SMTP:owner@contoso.com", "smtp:boss@contoso.com"]


@pytest.mark.parametrize(
    "filtered",
    [
        "startswith(displayName,'Own')",
        "userPrincipalName eq 'owner@contoso.com'",
        "mail eq 'OWNER@contoso.com'",
        "proxyAddresses/any(p:p eq 'smtp:boss@contoso.com')",
        "mail eq 'owner@contoso.com' or userPrincipalName eq 'owner@contoso.com'",
    ],
)
async def test_filters_that_work_by_default(graph: Graph, filtered: str) -> None:
    assert (await graph.get(f"users?$filter={filtered}&$select=id")).ids == {U["owner"]}


async def test_the_account_name_takes_an_advanced_query(graph: Graph) -> None:
    path = "users?$select=id&$filter=onPremisesSamAccountName eq 'ownr'"
    assert (await graph.get(path)).error[:2] == (400, "Request_UnsupportedQuery")
    assert (await graph.get(f"{path}&{COUNT}")).status == 400
    assert (await graph.get(f"{path}&{COUNT}", eventual=True)).ids == {U["owner"]}


async def test_searching_takes_the_header(graph: Graph) -> None:
    path = 'users?$search="displayName:privileged"&$select=id,displayName'
    assert (await graph.get(path)).error[:2] == (400, "Request_UnsupportedQuery")
    assert (await graph.get(path, eventual=True)).ids == {U["privileged_admin"]}
    both = 'users?$search="displayName:owner" OR "mail:stranger"&$select=id'
    assert (await graph.get(both, eventual=True)).ids == {U["owner"], U["stranger"]}


@pytest.mark.parametrize(
    "option",
    [
        "$filter=accountEnabled eq false",
        "$filter=startswith(displayName,'Own') and userType eq 'Member'",
        "$filter=proxyAddresses/any(p:p eq 'smtp:boss@contoso.com')",
        "$filter=onPremisesSamAccountName eq 'ownr'",
        '$search="displayName:owner" OR "jobTitle:actor"',
    ],
)
async def test_looking_for_what_one_may_not_read_is_refused(graph: Graph, option: str) -> None:
    path = f"users?{option}&{COUNT}&$select=id"
    refused = await graph.get(path, scopes="User.Read User.ReadBasic.All", eventual=True)
    assert refused.error == (403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
    assert (await graph.get(path, scopes="User.Read.All", eventual=True)).status == 200


async def test_the_basic_profile_can_be_searched_with_the_basic_permission(graph: Graph) -> None:
    path = "users?$filter=startswith(displayName,'Own') or mail eq 'x@contoso.com'&$select=id,displayName,jobTitle"
    (found,) = (await graph.get(path, scopes="User.ReadBasic.All")).body["value"]
    assert found == {"id": U["owner"], "displayName": "Owner", "jobTitle": None}


async def test_the_index_hears_of_a_change_some_seconds_late(graph: Graph) -> None:
    asked = f"users?$filter=startswith(displayName,'New')&{COUNT}&$select=id"
    assert (await graph.get(asked, eventual=True)).ids == set()
    graph.world.users[U["owner"]] = graph.world.users[U["owner"]] | {"displayName": "New Name"}
    assert (await graph.get(asked)).ids == {U["owner"]}
    assert (await graph.get(asked, eventual=True)).ids == set()
    graph.world.clock.forward(LAG + timedelta(seconds=1))
    assert (await graph.get(asked, eventual=True)).ids == {U["owner"]}


async def test_somebody_new_can_ask_before_the_index_knows_them(graph: Graph) -> None:
    new = "0000000b-0000-4000-8000-000000000000"
    graph.world.users[new] = graph.world.users[U["guest"]] | {"id": new, "userPrincipalName": "new@contoso.com"}
    mine = await graph.get(f"me/transitiveMemberOf/graph.group?{COUNT}", new, eventual=True)
    assert (mine.status, mine.ids) == (200, set())
    assert (await graph.get("users/$count", "member", eventual=True)).body == str(len(U))


async def test_a_person_who_was_deleted(graph: Graph) -> None:
    listed = "directory/deletedItems/microsoft.graph.user"
    for option in ("$filter=startswith(displayName,'Left')", "$filter=mail eq 'left@contoso.com'"):
        found = await graph.get(f"{listed}?{option}&$select=id,displayName,deletedDateTime")
        (person,) = found.body["value"]
        assert (person["id"], person["deletedDateTime"]) == (LEFT, "2026-11-10T10:00:00Z")
    assert (await graph.get(f'{listed}?$search="displayName:behind"', eventual=True)).ids == {LEFT}
    newest = await graph.get(f"{listed}?$orderby=deletedDateTime desc&{COUNT}", eventual=True)
    assert (newest.ids, newest.body["@odata.count"]) == ({LEFT}, 1)
    assert (await graph.get(f"{listed}/$count", eventual=True)).body == "1"
    assert (await graph.get(f"users/{LEFT}")).status == 404


async def test_a_deleted_person_by_id(graph: Graph) -> None:
    item = (await graph.get(f"directory/deletedItems/{LEFT}")).body
    assert (item["@odata.type"], item["displayName"]) == ("#microsoft.graph.user", "Left Behind")
    assert (await graph.get(f"directory/deletedItems/{LEFT}/microsoft.graph.user")).body["id"] == LEFT
    for path in (U["owner"], f"{U['owner']}/graph.user"):
        assert (await graph.get(f"directory/deletedItems/{path}")).status == 404


async def test_deleted_people_take_their_own_permission(graph: Graph) -> None:
    for path in ("graph.user", LEFT, f"{LEFT}/graph.user"):
        assert (await graph.get(f"directory/deletedItems/{path}", scopes="User.Read.All")).status == 200
        assert (await graph.get(f"directory/deletedItems/{path}", scopes="Group.Read.All")).status == 403
        assert (await graph.get(f"directory/deletedItems/{path}", "guest")).status == 403


async def test_a_deleted_person_is_gone_after_thirty_days(graph: Graph) -> None:
    graph.world.clock.forward(timedelta(days=20))
    assert (await graph.get("directory/deletedItems/graph.user")).ids == set()
