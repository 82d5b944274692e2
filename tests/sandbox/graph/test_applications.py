"""What an app may see of itself, of others, and of what it was allowed."""

from typing import Any

import pytest

from bot.sandbox.entra.enterprise_apps import MICROSOFT_GRAPH
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.graph.app import SERVER
from tests.sandbox.graph.company_on_stage import U
from tests.sandbox.graph.graph_client import Answered, Graph

DENIED = (403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
OTHER = "99999999-0000-4000-8000-000000000000"


def ours(graph: Graph) -> AppRegistration:
    return graph.app[SERVER].registration


async def as_app(graph: Graph, path: str, *roles: str) -> Answered:
    """Ask as the bot itself."""
    claims: dict[str, Any] = {"idtyp": "app", "appid": ours(graph).client_id, "roles": list(roles)}
    return await graph.get(path, token=graph.sign(claims))


def by_app_id(app: str, options: str = "") -> str:
    return f"servicePrincipals(appId='{app}'){options}"


async def test_an_app_may_always_read_itself(graph: Graph) -> None:
    registration = ours(graph)
    registration.redirect_uris.add("https://bot.contoso.com/auth/callback")
    itself = (await as_app(graph, by_app_id(registration.client_id))).body
    assert itself["servicePrincipalNames"] == [registration.app_id_uri, registration.client_id]
    assert itself["replyUrls"] == ["https://bot.contoso.com/auth/callback"]
    assert [scope["value"] for scope in itself["oauth2PermissionScopes"]] == ["access_as_user"]
    assert (await as_app(graph, f"servicePrincipals/{itself['id']}")).body == itself
    selected = await as_app(graph, by_app_id(registration.client_id, "?$select=id,accountEnabled"))
    assert selected.body == {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals(id,accountEnabled)/$entity",
        "id": itself["id"],
        "accountEnabled": True,
    }


@pytest.mark.parametrize("app", [MICROSOFT_GRAPH, OTHER])
async def test_others_take_a_permission(graph: Graph, app: str) -> None:
    for roles in ((), ("Group.Read.All",), ("DelegatedPermissionGrant.ReadWrite.All",)):
        assert (await as_app(graph, by_app_id(app), *roles)).error == DENIED
    for role in ("Application.Read.All", "Application.ReadWrite.OwnedBy", "Directory.Read.All"):
        assert (await as_app(graph, by_app_id(app), role)).status == (404 if app == OTHER else 200)


async def test_grants_take_more_than_reading_apps(graph: Graph) -> None:
    for roles in ((), ("Application.Read.All",)):
        assert (await as_app(graph, "oauth2PermissionGrants", *roles)).error == DENIED
    for role in ("Directory.Read.All", "DelegatedPermissionGrant.ReadWrite.All"):
        assert (await as_app(graph, "oauth2PermissionGrants", role)).body["value"] == []


async def test_grants_are_what_was_consented_to(graph: Graph) -> None:
    graph.world.admin_consent |= {"User.Read", "Group.Read.All"}
    graph.world.user_consent = {U["member"]: {"Mail.Read"}, U["owner"]: set()}
    client = (await as_app(graph, by_app_id(ours(graph).client_id))).body["id"]
    resource = (await as_app(graph, by_app_id(MICROSOFT_GRAPH), "Directory.Read.All")).body["id"]
    listed = await as_app(graph, f"oauth2PermissionGrants?$filter=clientId eq '{client}'", "Directory.Read.All")
    shown = [{name: value for name, value in each.items() if name != "id"} for each in listed.body["value"]]
    both = {"clientId": client, "resourceId": resource}
    assert shown == [
        {**both, "consentType": "AllPrincipals", "principalId": None, "scope": "Group.Read.All User.Read"},
        {**both, "consentType": "Principal", "principalId": U["member"], "scope": "Mail.Read"},
    ]
    assert listed.body["@odata.context"] == "https://graph.microsoft.com/v1.0/$metadata#oauth2PermissionGrants"


async def test_grants_are_filtered_by_equality_only(graph: Graph) -> None:
    graph.world.admin_consent.add("User.Read")

    async def filtered(by: str) -> Answered:
        return await as_app(graph, f"oauth2PermissionGrants?$filter={by}", "Directory.Read.All")

    assert (await filtered(f"clientId eq '{OTHER}'")).body["value"] == []
    assert len((await filtered("consentType eq 'AllPrincipals'")).body["value"]) == 1
    for unserved in (f"clientId ne '{OTHER}'", "startsWith(clientId,'9')", "scope eq 'User.Read'", "appId eq 'x'"):
        assert (await filtered(unserved)).status == 400


async def test_the_id_of_a_grant_is_made_as_microsofts_are(graph: Graph) -> None:
    """https://learn.microsoft.com/graph/api/oauth2permissiongrant-list has this very one."""
    graph.world.admin_consent.add("User.Read")
    apps = {ours(graph).client_id: "263a5b01-03e5-408e-8557-bab681df104c"}
    apps[MICROSOFT_GRAPH] = "1804a6f8-e623-4520-8f40-ba1b0c11c42d"
    graph.world.service_principals.update({id: {"id": id, "appId": app} for app, id in apps.items()})
    (grant,) = (await as_app(graph, "oauth2PermissionGrants", "Directory.Read.All")).body["value"]
    assert grant["id"] == "AVs6JuUDjkCFV7q2gd8QTPimBBgj5iBFj0C6GwwRxC0"


async def test_people_list_grants_with_a_role_only(graph: Graph) -> None:
    assert (await graph.get("oauth2PermissionGrants", "global_reader")).status == 200
    for who in ("member", "guest", "groups_admin"):
        assert (await graph.get("oauth2PermissionGrants", who)).error == DENIED
