"""The apps of the company, and what they were allowed."""

from bot.sandbox.entra.app_object import app_object
from bot.sandbox.entra.enterprise_apps import enterprise_apps, permission_grants
from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, denied, not_found
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.scopes import READ_APP
from bot.sandbox.graph.rights.visibility import Kind, kind_of, require_member

_MAY_LIST_GRANTS = frozenset(
    {
        roles.GLOBAL_ADMINISTRATOR,
        roles.GLOBAL_READER,
        roles.PRIVILEGED_ROLE_ADMINISTRATOR,
        roles.USER_ADMINISTRATOR,
        roles.DIRECTORY_WRITERS,
        "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",  # Directory Readers
        "158c047a-c907-4556-b7ef-446551a6b5f7",  # Cloud Application Administrator
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",  # Application Administrator
        "cf1c38e5-3621-4004-a7cb-879624dced7c",  # Application Developer
    }
)
"""Of the people with the permission, those who may use it.

https://learn.microsoft.com/graph/api/oauth2permissiongrant-get
"""


def service_principal(call: Call) -> Reply:
    """`/servicePrincipals/{id}` and `/servicePrincipals(appId='…')`: an app without permissions sees itself only.

    https://learn.microsoft.com/graph/api/serviceprincipal-get
    """
    (wanted,) = (key.lower() for key in call.keys.values())
    by = "appId" if "app" in call.keys else "id"
    apps = enterprise_apps(call.world, call.server.registration).values()
    found = next((app for app in apps if app[by] == wanted), None)
    itself = found is not None and call.caller.app == found["appId"]
    if not (itself or READ_APP.allows(call.caller)) or kind_of(call.world, call.caller) is Kind.RESTRICTED_GUEST:
        raise denied()
    if found is None:
        raise not_found(wanted)
    return one(call, "servicePrincipal", found, "servicePrincipals/$entity")


def registration(call: Call) -> Reply:
    """`/applications(appId='…')`: the bot's own is the only one registered here.

    https://learn.microsoft.com/graph/api/application-get
    """
    found = app_object(call.world, call.server.registration)
    if found["appId"] != call.keys["app"].lower():
        raise not_found(call.keys["app"])
    return one(call, "application", found, "applications/$entity")


def grants(call: Call) -> Reply:
    """`/oauth2PermissionGrants`: delegated permissions, those of the bot being all there are."""
    require_member(call.world, call.caller)
    if call.caller.user and _MAY_LIST_GRANTS.isdisjoint(roles.roles_over(call.world, call.caller.user)):
        raise denied()
    found = permission_grants(call.world, call.server.registration)
    return many(call, "oAuth2PermissionGrant", found, "oauth2PermissionGrants")
