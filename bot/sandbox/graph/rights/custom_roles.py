"""What a role that the company has made itself permits.

https://learn.microsoft.com/entra/identity/role-based-access-control/custom-group-permissions
"""

from bot.sandbox.graph.rights.change import Change
from bot.sandbox.world import Wire

_ACTIONS = {
    Change.PROPERTIES: ("basic/update", "allProperties/update"),
    Change.MEMBERSHIP_RULE: ("dynamicMembershipRule/update", "allProperties/update"),
    # Unverified: that "all properties" doesn't cover members and owners.
    Change.MEMBERS: ("members/update",),
    Change.OWNERS: ("owners/update",),
    Change.LICENSES: ("assignLicense",),
    Change.DELETE: ("delete",),
    Change.RESTORE: ("restore",),
}
"""What stands behind the kind of group in an action; `allProperties/allTasks` is enough for everything."""


def permits(role: Wire, group: Wire, change: Change) -> bool:
    """Whether the role's actions cover this change of this group; none reaches a role-assignable one."""
    if group["isAssignableToRole"]:
        return False
    said = {action for each in role["rolePermissions"] for action in each["allowedResourceActions"]}
    if change is Change.RESTORE and "microsoft.directory/deletedItems.groups/restore" in said:
        return True
    tails = (*_ACTIONS[change], "allProperties/allTasks")
    return any(f"microsoft.directory/{kind}/{tail}" in said for kind in _kinds(group) for tail in tails)


def _kinds(group: Wire) -> tuple[str, ...]:
    kind = "groups.unified" if "Unified" in group["groupTypes"] else "groups.security"
    assigned = "DynamicMembership" not in group["groupTypes"]
    return ("groups", kind, f"{kind}.assignedMembership") if assigned else ("groups", kind)
