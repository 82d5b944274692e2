"""Who may change, delete and restore a group, once the token allows the kind of change.

https://learn.microsoft.com/graph/api/group-post-members
https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept
https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management
"""

from bot.sandbox.graph.call import denied
from bot.sandbox.graph.caller import Caller
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.change import Change
from bot.sandbox.graph.rights.custom_roles import permits
from bot.sandbox.world import Wire, World

_ADMINISTRATORS = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.GROUPS_ADMINISTRATOR, roles.USER_ADMINISTRATOR})
_WRITERS = frozenset({roles.DIRECTORY_WRITERS})
_PARTNERS = frozenset({roles.PARTNER_TIER1_SUPPORT, roles.PARTNER_TIER2_SUPPORT})
_GOVERNORS = frozenset({roles.IDENTITY_GOVERNANCE_ADMINISTRATOR})
_LICENSERS = frozenset({roles.LICENSE_ADMINISTRATOR, roles.DIRECTORY_WRITERS})
_OF_MICROSOFT_365_GROUPS = frozenset(
    {
        roles.EXCHANGE_ADMINISTRATOR,
        roles.SHAREPOINT_ADMINISTRATOR,
        roles.TEAMS_ADMINISTRATOR,
        roles.YAMMER_ADMINISTRATOR,
    }
)
_RULERS_OF_SECURITY_GROUPS = frozenset({roles.INTUNE_ADMINISTRATOR, roles.WINDOWS_365_ADMINISTRATOR})
_OF_SECURITY_GROUPS = _RULERS_OF_SECURITY_GROUPS | {roles.KNOWLEDGE_ADMINISTRATOR, roles.KNOWLEDGE_MANAGER}
_OF_ROLE_ASSIGNABLE_GROUPS = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.PRIVILEGED_ROLE_ADMINISTRATOR})
_OF_ANY_KIND = {
    Change.PROPERTIES: _ADMINISTRATORS | _WRITERS,
    Change.MEMBERSHIP_RULE: _ADMINISTRATORS | _WRITERS,
    Change.MEMBERS: _ADMINISTRATORS | _WRITERS | _GOVERNORS | _PARTNERS,
    Change.OWNERS: _ADMINISTRATORS | _WRITERS | _PARTNERS,
    Change.LICENSES: _ADMINISTRATORS | _LICENSERS,
    Change.DELETE: _ADMINISTRATORS | _PARTNERS,
    # https://learn.microsoft.com/entra/identity/users/groups-restore-deleted names Intune's for every kind of group.
    Change.RESTORE: _ADMINISTRATORS | _PARTNERS | {roles.INTUNE_ADMINISTRATOR},
}
"""The `microsoft.directory/groups/…` actions of each built-in role.

Directory Writers have no `delete` and no `restore`, Identity Governance Administrators only `members/update`.
https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
"""

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


def holds_a_role_for(world: World, caller: Caller, group: Wire, change: Change) -> bool:
    """Whether the caller may make the change without owning the group: by a role, or as an app by its permissions."""
    if caller.user is None:
        return True
    return _suffices(world, _roles_over(world, caller.user, group), group, change)


def _suffices(world: World, held: frozenset[str], group: Wire, change: Change) -> bool:
    """Whether one of these roles is enough, a built-in one or the company's own."""
    own = (world.custom_roles[role] for role in held if role in world.custom_roles)
    return not held.isdisjoint(sufficient_roles(group, change)) or any(permits(role, group, change) for role in own)


def _roles_over(world: World, user: str, group: Wire) -> frozenset[str]:
    """Roles that count over the group; nothing but the whole tenant reaches a role-assignable one.

    https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-assign-roles
    """
    return roles.roles_over(world, user, None if group["isAssignableToRole"] else group["id"])


def may_leave(world: World, group: Wire, user: str) -> bool:
    """Whether a direct member may go without owning the group.

    Unverified: that Graph lets people out of every group but those that are protected.
    """
    protected = group["isAssignableToRole"] or restricted_units(world, group["id"])
    return not protected and user in world.members.get(group["id"], ())


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
        return any(_suffices(world, roles.roles_within(world, user, unit), group, change) for unit in units)
    if user in world.owners.get(group["id"], ()) and _an_owner_may(group, change):
        return True
    return _suffices(world, _roles_over(world, user, group), group, change)


def _an_owner_may(group: Wire, change: Change) -> bool:
    # Unverified: an owner of a role-assignable group can't delete it (only its creator, who isn't recorded, can).
    if change is Change.DELETE:
        return not group["isAssignableToRole"]
    return change not in {Change.MEMBERSHIP_RULE, Change.LICENSES}


def sufficient_roles(group: Wire, change: Change) -> frozenset[str]:
    """Template ids of the roles that suffice for the change; ownership comes on top."""
    if group["isAssignableToRole"]:
        return _OF_ROLE_ASSIGNABLE_GROUPS
    return _OF_ANY_KIND[change] | _of_its_kind(group, change)


def _of_its_kind(group: Wire, change: Change) -> frozenset[str]:
    """Roles of one product; none of them licenses groups, and only some write rules or restore."""
    if change is Change.LICENSES:
        return frozenset()
    if "Unified" in group["groupTypes"]:
        return frozenset() if change is Change.MEMBERSHIP_RULE else _OF_MICROSOFT_365_GROUPS
    if change is Change.RESTORE or not group["securityEnabled"]:
        return frozenset()
    return _RULERS_OF_SECURITY_GROUPS if change is Change.MEMBERSHIP_RULE else _OF_SECURITY_GROUPS
