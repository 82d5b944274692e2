"""What the tenant knows about the app, read from Graph with the app's own token, if it may.

https://learn.microsoft.com/graph/api/oauth2permissiongrant-list
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from bot.preflight.observations import Answered, AppObject, Grants, Probe, Registration, Unseen
from bot.scopes import Resource, Scope

MOST_PAGES = 50
"""A hundred grants each; a page more is a company where everybody consented for themselves."""
SHOWN = "id,accountEnabled,appRoleAssignmentRequired,servicePrincipalNames,replyUrls,oauth2PermissionScopes"

Get = Callable[[str], Awaitable[Probe]]
"""GET an address below `/v1.0`, or a whole one, as the app itself."""


class _Shown(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class _Scope(_Shown):
    value: str | None = None
    is_enabled: bool = False


class _ServicePrincipal(_Shown):
    id: str
    account_enabled: bool | None = None
    app_role_assignment_required: bool | None = None
    service_principal_names: frozenset[str] = frozenset()
    reply_urls: frozenset[str] = frozenset()
    oauth2_permission_scopes: tuple[_Scope, ...] = ()


class _PreAuthorized(_Shown):
    app_id: str


class _Api(_Shown):
    requested_access_token_version: int | None = None
    pre_authorized_applications: tuple[_PreAuthorized, ...] = ()


class _Secret(_Shown):
    end_date_time: AwareDatetime | None = None
    hint: str | None = None


class _Application(_Shown):
    api: _Api = _Api()
    password_credentials: tuple[_Secret, ...] = ()


class _Grant(_Shown):
    consent_type: str
    resource_id: str
    scope: str | None = None


class _Page(BaseModel):
    value: tuple[_Grant, ...]


Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Directory:
    """What was seen of the app in the tenant; `graph` is Graph's first answer."""

    graph: Probe
    registration: Registration | Unseen
    app: AppObject | Unseen
    grants: Grants | Unseen


async def look_up(app_id: str, get: Get) -> Directory:
    """The app's registration and consent, or how far it may be seen."""
    first = await get(f"/servicePrincipals(appId='{app_id}')?$select={SHOWN}")
    app = _read(_ServicePrincipal, first)
    if isinstance(app, Unseen):
        return Directory(first, app, app, app)
    return Directory(first, _registration(app), await _app_object(app_id, get), await _grants(app.id, get))


def _registration(app: _ServicePrincipal) -> Registration:
    return Registration(
        enabled=app.account_enabled is not False,
        assignment_required=app.app_role_assignment_required is True,
        names=app.service_principal_names,
        reply_urls=app.reply_urls,
        offers=frozenset(scope.value for scope in app.oauth2_permission_scopes if scope.value and scope.is_enabled),
    )


async def _app_object(app_id: str, get: Get) -> AppObject | Unseen:
    """What only the registration itself says; an app may not read that without a permission."""
    seen = _read(_Application, await get(f"/applications(appId='{app_id}')?$select=api,passwordCredentials"))
    if isinstance(seen, Unseen):
        return seen
    return AppObject(
        token_version=seen.api.requested_access_token_version,
        authorized_clients=frozenset(client.app_id.lower() for client in seen.api.pre_authorized_applications),
        secrets_end=tuple((secret.hint or "", secret.end_date_time) for secret in seen.password_credentials),
    )


async def _grants(client: str, get: Get) -> Grants | Unseen:
    """A grant names its resource by an id that differs from tenant to tenant, so those are asked for first.

    A tenant without SharePoint has no service principal of it.
    """
    resources: dict[str, Resource] = {}
    for resource in Resource:
        known = _read(_ServicePrincipal, await get(f"/servicePrincipals(appId='{resource.app_id}')?$select=id"))
        if isinstance(known, _ServicePrincipal):
            resources[known.id] = resource
        elif resource is Resource.GRAPH or known.status != 404:
            return known
    found: list[_Grant] = []
    url: str | None = f"/oauth2PermissionGrants?$filter=clientId eq '{client}'"
    for _ in range(MOST_PAGES):
        answer = await get(url)
        page = _read(_Page, answer)
        if isinstance(page, Unseen):
            return page
        found += page.value
        url = _next(answer)
        if url is None:
            break
    return _sorted_out(found, resources)


def _sorted_out(grants: Iterable[_Grant], resources: Mapping[str, Resource]) -> Grants:
    consents = [
        (grant.consent_type == "AllPrincipals", Scope(resources[grant.resource_id], name))
        for grant in grants
        if grant.resource_id in resources
        for name in (grant.scope or "").split()
    ]
    return Grants(
        for_everybody=frozenset(scope for everybody, scope in consents if everybody),
        for_some=frozenset(scope for everybody, scope in consents if not everybody),
        absent=frozenset(Resource) - frozenset(resources.values()),
    )


def _next(answer: Probe) -> str | None:
    document: Mapping[str, Any] = answer.document if isinstance(answer, Answered) else {}
    link = document.get("@odata.nextLink")
    return link if isinstance(link, str) else None


def _read(shape: type[Shape], answer: Probe) -> Shape | Unseen:
    if not isinstance(answer, Answered):
        return Unseen(0)
    if answer.status != 200:
        return Unseen(answer.status)
    try:
        return shape.model_validate(answer.document)
    except ValidationError:
        return Unseen(answer.status)
