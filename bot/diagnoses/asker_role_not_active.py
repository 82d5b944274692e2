"""The person has a role that would do, but it sleeps in Privileged Identity Management.

Seen as   "I am an administrator, and yet it is greyed out."
Why       An eligible role gives no rights until it is activated, and then only for some hours.
Put right Activate the role, wait up to 15 minutes or sign in again, and try once more.
"""

from bot.deep_links import in_pim
from bot.model import Evidence, Finding, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import ActiveRoles, Asker, EligibleRoles, OwnedGroups, RoleAssignments
from bot.readings.group import Group, GroupUnits
from bot.rights import PREMIUM, Standing, activatable, named, standing
from bot.rule import explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-how-to-activate-role"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether a role of yours is waiting to be activated"),
    before=("asker_cannot_manage_group",),
)
def diagnose(
    group: Group,
    asker: Asker,
    owned: OwnedGroups,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    eligible: EligibleRoles | Unreadable,
) -> Finding | Unreadable | None:
    """Speaks when nothing else gives the right, and activating a role would."""
    if asker.guest or group.on_premises_sync_enabled or group.in_exchange or group.is_management_restricted:
        return None
    where = standing(group, owned, roles, assigned, units)
    if isinstance(where, Unreadable) or where.may:
        return where if isinstance(where, Unreadable) else None
    if isinstance(eligible, Unreadable) or isinstance(units, Unreadable):
        return None if isinstance(eligible, Unreadable) and eligible.code in PREMIUM else first_gap(eligible, units)
    would_do = activatable(eligible, where.enough, units)
    return asleep(group, where, would_do) if would_do else None


def first_gap(*got: object) -> Unreadable | None:
    """The first of these that could not be read."""
    return next((gap for gap in got if isinstance(gap, Unreadable)), None)


def asleep(group: Group, where: Standing, would_do: frozenset[str]) -> Finding:
    """Which role to wake."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("You could change {group}, but your role isn't active.", group=group.name),
        advice=_("Activate it in PIM. It can take 15 minutes, or a new sign-in, before Microsoft 365 notices."),
        because=(
            Evidence(_("Roles you can activate"), named(would_do)),
            Evidence(_("Active roles"), named(where.others | where.active) or _("none that counts here")),
        ),
        by_hand=(in_pim(),),
        learn=LEARN,
    )
