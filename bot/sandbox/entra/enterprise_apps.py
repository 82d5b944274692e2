"""The apps a tenant knows, and what the bot among them was allowed.

https://learn.microsoft.com/entra/identity-platform/app-objects-and-service-principals
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from functools import reduce
from operator import add
from uuid import UUID, uuid5

from bot.sandbox.entra.permissions import GRAPH
from bot.sandbox.entra.registration import AppRegistration
from bot.sandbox.entra.resources import SHAREPOINT, of_resource
from bot.sandbox.graph_objects import ServicePrincipal
from bot.sandbox.graph_objects.app_permissions import PermissionScope
from bot.sandbox.world import Wire, World

MICROSOFT_GRAPH = "00000003-0000-0000-c000-000000000000"
"""Microsoft Graph's app id, the same in every tenant; the id of its service principal isn't."""
MICROSOFT_SERVICES = "f8cdef31-a31e-4b4a-93e4-5f571e91255a"
"""The tenant Microsoft's own apps are registered in."""
SSO_SCOPE = "access_as_user"


def id_of(app: str, world: World) -> str:
    """The object id of an app's service principal in this company; the company's file may say another."""
    known = (each for each in world.service_principals.values() if each["appId"] == app)
    return next((str(each["id"]) for each in known), str(uuid5(UUID(world.tenant), app)))


def enterprise_apps(world: World, registration: AppRegistration) -> dict[str, Wire]:
    """Service principals by id: the file's, Graph's and SharePoint's, and the bot's as it is registered now.

    A single-tenant app gets its service principal when it is registered in the portal, before anybody consents.
    """
    graph = ServicePrincipal(
        id=id_of(MICROSOFT_GRAPH, world),
        app_id=MICROSOFT_GRAPH,
        app_owner_organization_id=MICROSOFT_SERVICES,
        display_name="Microsoft Graph",
        service_principal_names=("https://graph.microsoft.com", MICROSOFT_GRAPH),
        sign_in_audience="AzureADMultipleOrgs",
    )
    sharepoint = ServicePrincipal(
        id=id_of(SHAREPOINT, world),
        app_id=SHAREPOINT,
        app_owner_organization_id=MICROSOFT_SERVICES,
        display_name="Office 365 SharePoint Online",
        service_principal_names=("https://microsoft.sharepoint-df.com", SHAREPOINT),
        sign_in_audience="AzureADMultipleOrgs",
    )
    microsofts = (graph, sharepoint) if world.company.share_point else (graph,)
    made = (*microsofts, _bots_own(world, registration))
    return {app.id: app.model_dump(mode="json", by_alias=True) for app in made} | world.service_principals


def _bots_own(world: World, registration: AppRegistration) -> ServicePrincipal:
    itself = id_of(registration.client_id, world)
    sso = PermissionScope(id=str(uuid5(UUID(itself), SSO_SCOPE)), type="User", value=SSO_SCOPE)
    return ServicePrincipal(
        id=itself,
        account_enabled=registration.enabled,
        app_display_name=registration.name,
        app_id=registration.client_id,
        app_owner_organization_id=world.tenant,
        display_name=registration.name,
        oauth2_permission_scopes=(sso,) if registration.offers_single_sign_on else (),
        reply_urls=tuple(sorted(registration.redirect_uris)),
        service_principal_names=(registration.app_id_uri, registration.client_id),
        tags=("WindowsAzureActiveDirectoryIntegratedApp",),
    )


def permission_grants(world: World, registration: AppRegistration) -> Iterator[Wire]:
    """What the bot was allowed for people: of each resource one grant for everybody, one for each who agreed alone."""
    client = id_of(registration.client_id, world)
    consents = [(None, world.admin_consent), *world.user_consent.items()]
    for resource, app in ((GRAPH, MICROSOFT_GRAPH), (SHAREPOINT, SHAREPOINT)):
        for user, scopes in consents:
            if own := of_resource(frozenset(scopes), resource):
                yield _grant(client, id_of(app, world), user, own)


def _grant(client: str, resource: str, person: str | None, scopes: frozenset[str]) -> Wire:
    """The id is made of the others', as in Microsoft's examples: whoever takes it apart gets them back."""
    parts = [UUID(each).bytes_le for each in (client, resource, person) if each]
    return {
        "id": urlsafe_b64encode(reduce(add, parts)).rstrip(b"=").decode(),
        "clientId": client,
        "consentType": "Principal" if person else "AllPrincipals",
        "principalId": person,
        "resourceId": resource,
        "scope": " ".join(sorted(scopes)),
    }
