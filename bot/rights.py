"""What the person who asks may do to a group, from what they own and the roles they have.

Shown as an explanation only; Graph decides. https://learn.microsoft.com/graph/api/group-post-members
"""

from dataclasses import dataclass

from bot.reading import Unreadable
from bot.readings.asker import ActiveRoles, EligibleRoles, OwnedGroups, RoleAssignments
from bot.readings.group import Group, GroupUnits
from bot.roles import NAMES, managing
from bot.texts import Text

PREMIUM = frozenset({"AadPremiumLicenseRequired", "AadPremiumRequired"})
"""Graph's codes for a tenant without Privileged Identity Management: nobody is eligible for anything then."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The asker's position towards one group: role template ids that would do, and how far they have them."""

    owner: bool
    enough: frozenset[str]
    """Roles that may manage this kind of group."""
    active: frozenset[str]
    """Of those, the ones in force for this group: tenant-wide, or in a unit the group is in."""
    others: frozenset[str]
    """Active roles that don't help here."""

    @property
    def may(self) -> bool:
        """Whether ownership or a role lets them manage the group."""
        return self.owner or bool(self.active)


def standing(
    group: Group,
    owned: OwnedGroups,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
) -> Standing | Unreadable:
    """Where the asker stands with the group, or what would have to be read to tell."""
    match roles, assigned, units:
        case (Unreadable() as gap, _, _) | (_, Unreadable() as gap, _) | (_, _, Unreadable() as gap):
            return gap
        case ActiveRoles(), RoleAssignments(), GroupUnits():
            held = roles.templates | scoped(group, assigned, units)
        case _:  # pyright can't see that the two cases above are all there are
            raise TypeError("neither a reading nor a gap")
    enough = enough_for(group)
    return Standing(owned.includes(group.id), enough, held & enough, held - enough)


def enough_for(group: Group) -> frozenset[str]:
    """Role template ids that may manage this group."""
    return frozenset(map(str, managing(unified=group.unified, role_assignable=bool(group.is_assignable_to_role))))


def scoped(group: Group, assigned: RoleAssignments, units: GroupUnits) -> frozenset[str]:
    """Roles the asker has in a unit the group is in; a role-assignable group can't be managed through those."""
    if group.is_assignable_to_role:
        return frozenset()
    return assigned.within(frozenset(unit.id for unit in units.value))


def activatable(eligible: EligibleRoles, enough: frozenset[str], units: GroupUnits) -> frozenset[str]:
    """Roles that would do, if the asker activated them."""
    scopes = {"/", *(f"/administrativeUnits/{unit.id}" for unit in units.value)}
    return frozenset(e.role_definition_id for e in eligible.value if e.directory_scope_id in scopes) & enough


def named(roles: frozenset[str]) -> tuple[Text, ...]:
    """The roles by name, those this bot knows; always in the same order."""
    return tuple(name for role, name in NAMES.items() if role in roles)
