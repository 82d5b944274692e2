"""Who may change, delete and restore a group, once the token allows the kind of change.

https://learn.microsoft.com/graph/api/group-post-members
https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept
https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management
"""

from enum import Enum

from bot.sandbox.graph.call import denied
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.rights import roles
from bot.sandbox.world import Wire, World


class Change(Enum):
    """What somebody wants to do to a group."""

    PROPERTIES = "properties"
    MEMBERSHIP_RULE = "membership rule"
    MEMBERS = "members"
    OWNERS = "owners"
    DELETE = "delete"
    RESTORE = "restore"


_ADMINISTRATORS = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.GROUPS_ADMINISTRATOR, roles.USER_ADMINISTRATOR})
_WRITERS = frozenset({roles.DIRECTORY_WRITERS, roles.IDENTITY_GOVERNANCE_ADMINISTRATOR})
_OF_MICROSOFT_365_GROUPS = frozenset(
    {
        roles.EXCHANGE_ADMINISTRATOR,
        roles.SHAREPOINT_ADMINISTRATOR,
        roles.TEAMS_ADMINISTRATOR,
        roles.YAMMER_ADMINISTRATOR,
    }
)
_OF_SECURITY_GROUPS = frozenset({roles.INTUNE_ADMINISTRATOR})
_OF_ROLE_ASSIGNABLE_GROUPS = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.PRIVILEGED_ROLE_ADMINISTRATOR})

ROLE_ASSIGNABLE_SCOPE = "RoleManagement.ReadWrite.Directory"
"""What a token needs on top of the usual permission to touch a role-assignable group."""


def require_change(world: World, caller: Caller, group: Wire, change: Change) -> None:
    """Raise `GraphError` 403 unless the caller may make this change to the group."""
    if group["isAssignableToRole"] and not caller.may(ROLE_ASSIGNABLE_SCOPE):
        raise denied()
    # An app's rights are its permissions; in a restricted unit they don't count either.
    allowed = _no_unit_restricts(world, group) if caller.user is None else _may(world, caller.user, group, change)
    if not allowed:
        raise denied()


def restricted_units(world: World, group: str) -> list[str]:
    """Ids of the restricted management administrative units the group is in."""
    units = world.administrative_units
    return [unit for unit in roles.units_of(world, group) if units[unit]["isMemberManagementRestricted"]]


def _no_unit_restricts(world: World, group: Wire) -> bool:
    return not restricted_units(world, group["id"])


def _may(world: World, user: str, group: Wire, change: Change) -> bool:
    units = restricted_units(world, group["id"])
    if units and group["isAssignableToRole"]:
        return False
    if units:
        suffices = sufficient_roles(group, change)
        return any(not roles.roles_within(world, user, unit).isdisjoint(suffices) for unit in units)
    if user in world.owners.get(group["id"], ()) and _an_owner_may(group, change):
        return True
    return not roles.roles_over(world, user, group["id"]).isdisjoint(sufficient_roles(group, change))


def _an_owner_may(group: Wire, change: Change) -> bool:
    # Unverified: an owner of a role-assignable group can't delete it (only its creator, who isn't recorded, can).
    if change is Change.DELETE:
        return not group["isAssignableToRole"]
    return change is not Change.MEMBERSHIP_RULE


def sufficient_roles(group: Wire, change: Change) -> frozenset[str]:
    """Template ids of the roles that suffice for the change; ownership comes on top."""
    if group["isAssignableToRole"]:
        return _OF_ROLE_ASSIGNABLE_GROUPS
    if change in {Change.DELETE, Change.RESTORE, Change.MEMBERSHIP_RULE}:
        return _ADMINISTRATORS | _of_its_kind(group)
    return _ADMINISTRATORS | _WRITERS | _of_its_kind(group)


def _of_its_kind(group: Wire) -> frozenset[str]:
    if "Unified" in group["groupTypes"]:
        return _OF_MICROSOFT_365_GROUPS
    return _OF_SECURITY_GROUPS if group["securityEnabled"] else frozenset()
