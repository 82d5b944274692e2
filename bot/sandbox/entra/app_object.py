"""The bot's app registration as Graph shows it to whoever may read applications.

https://learn.microsoft.com/graph/api/resources/application
"""

from typing import Any
from uuid import UUID, uuid5

from bot.sandbox.entra.enterprise_apps import SSO_SCOPE, id_of
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.odata.entity import named
from bot.sandbox.world import Wire, World, wire_moment


def app_object(world: World, registration: AppRegistration) -> Wire:
    """The application object with every property; what the sandbox has no word for is null or empty."""
    empty: Wire = {name: [] if row.is_list else None for name, row in named("application").properties.items()}
    return empty | {
        "id": str(uuid5(UUID(world.tenant), f"application {registration.client_id}")),
        "appId": registration.client_id,
        "displayName": registration.name,
        "signInAudience": "AzureADMyOrg",
        "oauth2RequirePostResponse": False,
        "identifierUris": [registration.app_id_uri],
        "api": _api(world, registration),
        "web": {"redirectUris": sorted(registration.redirect_uris)},
        "passwordCredentials": [_secret(world, registration)],
    }


def _api(world: World, registration: AppRegistration) -> dict[str, Any]:
    scope = str(uuid5(UUID(id_of(registration.client_id, world)), SSO_SCOPE))
    clients = sorted(registration.authorized_clients)
    return {
        "acceptMappedClaims": None,
        "knownClientApplications": [],
        "requestedAccessTokenVersion": registration.token_version,
        "oauth2PermissionScopes": [{"id": scope, "value": SSO_SCOPE, "isEnabled": True, "type": "User"}]
        if registration.offers_single_sign_on
        else [],
        "preAuthorizedApplications": [{"appId": client, "delegatedPermissionIds": [scope]} for client in clients],
    }


def _secret(world: World, registration: AppRegistration) -> dict[str, Any]:
    ends = registration.secret_ends
    return {
        "keyId": str(uuid5(UUID(world.tenant), f"secret of {registration.client_id}")),
        "displayName": "Sync Doctor",
        "endDateTime": wire_moment(ends) if ends else None,
        "hint": registration.secret[:3],
    }
