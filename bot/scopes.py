"""Every delegated permission the bot asks for, once: who may consent to it, and what it lets the bot do.

https://learn.microsoft.com/graph/permissions-reference
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.texts import Text, _


@dataclass(frozen=True, slots=True)
class Scope:
    """What belongs to a permission."""

    allows: Text
    """What it lets the bot do, as people are told who are asked for it."""
    admin: bool = True
    """Whether only an administrator can consent to it, once for everybody."""


SCOPES: Mapping[str, Scope] = {
    "User.Read": Scope(_("see who you are, and which groups you own"), admin=False),
    "User.ReadBasic.All": Scope(_("see people's names and photos"), admin=False),
    "User.Read.All": Scope(_("see people's accounts, groups and roles")),
    "GroupMember.Read.All": Scope(_("see groups, their owners and their members")),
    "Group.Read.All": Scope(_("see deleted groups, and licences on groups")),
    "GroupSettings.Read.All": Scope(_("see whether guests may be added to groups")),
    "Organization.Read.All": Scope(_("see when the directory last synced")),
    "AdministrativeUnit.Read.All": Scope(_("see which administrative units a group is in")),
    "RoleManagement.Read.Directory": Scope(_("see who has which roles")),
    "RoleEligibilitySchedule.Read.Directory": Scope(_("see who could activate which roles")),
    "TeamSettings.Read.All": Scope(_("see whether a team is archived")),
    "LicenseAssignment.Read.All": Scope(_("see what your organisation's products are called"), admin=False),
    "PeopleSettings.Read.All": Scope(_("see who may change photos")),
    "Group.ReadWrite.All": Scope(_("change and restore groups that you may change, and take licences off them")),
    "TeamSettings.ReadWrite.All": Scope(_("archive teams and open them again")),
    "Group-OnPremisesSyncBehavior.ReadWrite.All": Scope(_("see and change where a group is managed")),
}

ADMIN_CONSENT = frozenset(name for name, scope in SCOPES.items() if scope.admin)
"""Those a person can't consent to for themselves."""
