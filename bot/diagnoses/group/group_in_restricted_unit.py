"""The group is in a restricted management administrative unit, which keeps everybody out but its own administrators.

Seen as   "Management rights are limited to administrators scoped on that administrative unit", or 403 for a Global
          Administrator.
Why       Restricted units take away the rights of tenant-wide roles and of the group's owners. Only a role assigned
          for that very unit counts.
Put right Ask an administrator of the unit, get a role in it, or have the group taken out of it.
"""

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group, GroupUnits
from bot.readings.person import Account, RoleAssignments
from bot.rights import enough_for, in_force, missing, restricted, usable
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether a restricted administrative unit protects it"),
    before=("group_is_role_assignable", "asker_role_not_active"),
)
def diagnose(
    question: Question,
    group: Group,
    account: Account,
    units: GroupUnits | Unreadable,
    assigned: RoleAssignments | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Verdict:
    """Speaks for a restricted group, unless the person has a role in the unit that restricts it."""
    if not restricted(group, units):
        # Null means no, by Microsoft's own words; but nothing is ticked off that nobody could look at.
        return units if isinstance(units, Unreadable) and group.is_management_restricted is None else None
    if group.is_assignable_to_role:
        return finding(group, units)
    assigned, enough = usable(question, account, assigned), enough_for(group, question, custom)
    if isinstance(assigned, RoleAssignments) and in_force(group, assigned, units) & enough:
        return None
    return missing(question, group, assigned, units, custom) or finding(group, units)


def finding(group: Group, units: GroupUnits | Unreadable) -> Finding:
    """Who keeps everybody out, and who is let in."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} is protected: only administrators of its restricted unit can change it.", group=group.name),
        advice=advice(group),
        because=(Evidence(_("Restricted administrative unit"), unit_names(units)),),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
    )


def advice(group: Group) -> Text:
    """A role-assignable group in a restricted unit is locked for everybody."""
    if group.is_assignable_to_role:
        return _(
            "It is also role-assignable, and nobody may manage such a group from within a restricted unit. A "
            "Privileged Role Administrator has to take it out of the unit first."
        )
    return _(
        "Global Administrators and owners are kept out as well. Ask an administrator of the unit, or have a "
        "Privileged Role Administrator give you a role in it."
    )


def unit_names(units: GroupUnits | Unreadable) -> Text | tuple[str, ...]:
    """The restricting units by name, where the asker may see them."""
    if isinstance(units, Unreadable):
        return _("not visible to you")
    return tuple(unit.display_name for unit in units.perhaps_restricted if unit.display_name) or _("not visible to you")
