"""Every operation this Graph serves."""

from collections.abc import Iterator

from bot.sandbox.graph import answering, source_of_authority
from bot.sandbox.graph.answering import Things
from bot.sandbox.graph.call import Call
from bot.sandbox.graph.license_routes import LICENSE_ROUTES
from bot.sandbox.graph.photo_routes import PHOTO_ROUTES
from bot.sandbox.graph.profile_routes import PROFILE_ROUTES
from bot.sandbox.graph.reads import (
    applications,
    deleted_items,
    deleted_people,
    groups,
    people,
    roles,
    teams,
    units,
)
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights import scopes
from bot.sandbox.graph.rights.scopes import Access
from bot.sandbox.graph.route import Route
from bot.sandbox.graph.setting_routes import SETTING_ROUTES
from bot.sandbox.graph.tenant_routes import TENANT_ROUTES
from bot.sandbox.graph.writes import deletion, group_changes, references, team_archiving

_ANY = ("user", "group", "servicePrincipal")
_CONTAINERS = ("group", "administrativeUnit", "directoryRole")


def _relationship(path: str, access: Access, things: Things, casts: tuple[str, ...]) -> Iterator[Route]:
    """A relationship, its casts, and the count of each."""
    transitive = "/transitive" in path
    yield Route("GET", path, access, answering.mixed(things), indexed=True)
    yield Route("GET", f"{path}/$count", access, answering.mixed_count(things), indexed=True)
    for entity in casts:
        listing = answering.cast(things, entity, transitive=transitive)
        yield Route("GET", f"{path}/graph.{entity}", access, listing, indexed=True)
        counting = answering.cast_count(things, entity)
        yield Route("GET", f"{path}/graph.{entity}/$count", access, counting, indexed=True)


def _mine(call: Call) -> list[Typed]:
    return people.direct(call, people.myself(call))


def _theirs(call: Call) -> list[Typed]:
    return people.direct(call, people.somebody(call, scopes.READ_USER_MEMBERSHIPS))


def _my_transitive(call: Call) -> list[Typed]:
    return people.transitive(call, people.myself(call))


def _their_transitive(call: Call) -> list[Typed]:
    return people.transitive(call, people.somebody(call, scopes.READ_USER_TRANSITIVE))


def _my_owned(call: Call) -> list[Typed]:
    return people.owned(call, people.myself(call))


def _their_owned(call: Call) -> list[Typed]:
    return people.owned(call, people.somebody(call, scopes.READ_USER_OWNED))


_PEOPLE = (
    Route("GET", "me", scopes.READ_ME, people.me),
    Route("GET", "users", scopes.READ_USERS, people.users, indexed=True),
    Route(
        "GET",
        "users/$count",
        scopes.READ_USERS,
        lambda call: answering.counted(call, "user", people.visible_users(call)),
        indexed=True,
    ),
    Route("GET", "users/{id}", scopes.READ_USER, people.user),
    *_relationship("me/memberOf", scopes.READ_MY_MEMBERSHIPS, _mine, _CONTAINERS),
    *_relationship("me/transitiveMemberOf", scopes.READ_MY_TRANSITIVE, _my_transitive, _CONTAINERS),
    *_relationship("me/ownedObjects", scopes.READ_MY_OWNED, _my_owned, ("group",)),
    *_relationship("users/{id}/memberOf", scopes.READ_USER_MEMBERSHIPS, _theirs, _CONTAINERS),
    *_relationship("users/{id}/transitiveMemberOf", scopes.READ_USER_TRANSITIVE, _their_transitive, _CONTAINERS),
    *_relationship("users/{id}/ownedObjects", scopes.READ_USER_OWNED, _their_owned, ("group",)),
)

_GROUPS = (
    Route("GET", "groups", scopes.READ_GROUPS, groups.groups, indexed=True),
    Route(
        "GET",
        "groups/$count",
        scopes.READ_GROUPS,
        lambda call: answering.counted(call, "group", groups.visible_groups(call)),
        indexed=True,
    ),
    Route("GET", "groups/{id}", scopes.READ_GROUPS, groups.group),
    Route("PATCH", "groups/{id}", scopes.CHANGE_GROUP, group_changes.change_group),
    Route("DELETE", "groups/{id}", scopes.DELETE_GROUP, deletion.delete_group),
    *_relationship("groups/{id}/members", scopes.READ_MEMBERS, groups.direct_members, _ANY),
    *_relationship("groups/{id}/transitiveMembers", scopes.READ_MEMBERS, groups.transitive_members, _ANY),
    *_relationship("groups/{id}/owners", scopes.READ_OWNERS, groups.owners, ("user", "servicePrincipal")),
    *_relationship(
        "groups/{id}/memberOf", scopes.READ_GROUP_MEMBERSHIPS, groups.member_of, ("group", "administrativeUnit")
    ),
    *_relationship(
        "groups/{id}/transitiveMemberOf",
        scopes.READ_GROUP_TRANSITIVE,
        groups.transitive_member_of,
        ("group", "administrativeUnit"),
    ),
    Route("GET", "groups/{id}/members/$ref", scopes.READ_MEMBERS, answering.references(groups.direct_members)),
    Route("POST", "groups/{id}/members/$ref", scopes.CHANGE_MEMBERS, references.add_member),
    Route("DELETE", "groups/{id}/members/{member}/$ref", scopes.CHANGE_MEMBERS, references.remove_member),
    Route("GET", "groups/{id}/owners/$ref", scopes.READ_OWNERS, answering.references(groups.owners)),
    Route("POST", "groups/{id}/owners/$ref", scopes.CHANGE_OWNERS, references.add_owner),
    Route("DELETE", "groups/{id}/owners/{member}/$ref", scopes.CHANGE_OWNERS, references.remove_owner),
    Route("GET", "groups/{id}/onPremisesSyncBehavior", scopes.SYNC_BEHAVIOR, source_of_authority.sync_behavior),
    Route(
        "PATCH", "groups/{id}/onPremisesSyncBehavior", scopes.SYNC_BEHAVIOR, source_of_authority.change_sync_behavior
    ),
    Route("GET", "groups/{id}/team", scopes.READ_GROUP_TEAM, teams.team),
)

_TEAMS = (
    Route("GET", "teams/{id}", scopes.READ_TEAM, teams.team),
    Route("GET", "teams/{id}/operations/{operation}", scopes.READ_TEAM, teams.operation),
    Route("POST", "teams/{id}/archive", scopes.CHANGE_TEAM, team_archiving.archive),
    Route("POST", "teams/{id}/unarchive", scopes.CHANGE_TEAM, team_archiving.unarchive),
)

_RBAC = "roleManagement/directory"
_ROLES = (
    Route("GET", "directoryRoles", scopes.READ_ROLES, roles.directory_roles),
    Route("GET", "directoryRoles/{id}", scopes.READ_ROLES, roles.directory_role),
    Route("GET", "directoryRoles(roleTemplateId='{template}')", scopes.READ_ROLES, roles.directory_role),
    *_relationship("directoryRoles/{id}/members", scopes.READ_ROLES, roles.role_members, _ANY),
    *_relationship("directoryRoles(roleTemplateId='{template}')/members", scopes.READ_ROLES, roles.role_members, _ANY),
    Route("GET", f"{_RBAC}/roleAssignments", scopes.READ_ASSIGNMENTS, roles.role_assignments),
    Route(
        "GET",
        f"{_RBAC}/transitiveRoleAssignments",
        scopes.READ_TRANSITIVE_ASSIGNMENTS,
        roles.transitive_role_assignments,
        indexed=True,
        version="beta",
    ),
    Route("GET", f"{_RBAC}/roleDefinitions", scopes.READ_DEFINITIONS, roles.role_definitions),
    Route("GET", f"{_RBAC}/roleDefinitions/{{id}}", scopes.READ_DEFINITIONS, roles.role_definition),
    Route("GET", f"{_RBAC}/roleEligibilityScheduleInstances", scopes.READ_ELIGIBILITIES, roles.eligibilities),
    Route(
        "GET",
        f"{_RBAC}/roleEligibilityScheduleInstances/filterByCurrentUser(on='{{on}}')",
        scopes.READ_ELIGIBILITIES,
        roles.my_eligibilities,
    ),
    Route("GET", f"{_RBAC}/roleAssignmentScheduleInstances", scopes.READ_ACTIVE_ASSIGNMENTS, roles.active_assignments),
    Route(
        "GET",
        f"{_RBAC}/roleAssignmentScheduleInstances/filterByCurrentUser(on='{{on}}')",
        scopes.READ_ACTIVE_ASSIGNMENTS,
        roles.my_active_assignments,
    ),
)

_DIRECTORY = (
    Route("GET", "directory/administrativeUnits", scopes.READ_UNITS, units.units),
    Route("GET", "directory/administrativeUnits/{id}", scopes.READ_UNITS, units.unit),
    *_relationship(
        "directory/administrativeUnits/{id}/members", scopes.READ_UNITS, units.unit_members, ("user", "group")
    ),
    Route("GET", "directory/deletedItems/graph.group", scopes.READ_DELETED, deleted_items.deleted_groups),
    Route("GET", "directory/deletedItems/graph.user", scopes.READ_DELETED_USERS, deleted_people.deleted_users),
    Route("GET", "directory/deletedItems/graph.user/$count", scopes.READ_DELETED_USERS, deleted_people.how_many),
    Route("GET", "directory/deletedItems/{id}/graph.user", scopes.READ_DELETED_USERS, deleted_people.deleted_user),
    Route("GET", "directory/deletedItems/{id}", scopes.READ_DELETED_ITEM, deleted_people.deleted_item),
    Route("GET", "directory/deletedItems/{id}/graph.group", scopes.READ_DELETED, deleted_items.deleted_group),
    Route("POST", "directory/deletedItems/getUserOwnedObjects", scopes.READ_OWNED_DELETED, deleted_items.owned_by_user),
    Route("POST", "directory/deletedItems/{id}/restore", scopes.RESTORE_GROUP, deletion.restore_item),
)

_APPS = (
    Route("GET", "servicePrincipals/{id}", scopes.READ_APP, applications.service_principal),
    Route("GET", "servicePrincipals(appId='{app}')", scopes.READ_APP, applications.service_principal),
    Route("GET", "applications(appId='{app}')", scopes.READ_REGISTRATION, applications.registration),
    Route("GET", "oauth2PermissionGrants", scopes.READ_GRANTS, applications.grants),
)

ROUTES = (
    *_PEOPLE,
    *PHOTO_ROUTES,
    *PROFILE_ROUTES,
    *_GROUPS,
    *SETTING_ROUTES,
    *LICENSE_ROUTES,
    *_TEAMS,
    *_ROLES,
    *_DIRECTORY,
    *TENANT_ROUTES,
    *_APPS,
)
"""In no particular order: of two that fit, the one with fewer holes is meant."""
