"""The person has a role that would do, but it sleeps in Privileged Identity Management.

Seen as   "I am an administrator, and yet it is greyed out."
Why       An eligible role gives no rights until it is activated, and then only for some hours.
Put right Activate the role, wait up to 15 minutes or sign in again, and try once more.
"""

from bot.deep_links import in_pim
from bot.model import CHANGES, Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Each, Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group, GroupUnits, Owners
from bot.readings.person import (
    Account,
    ActiveRoles,
    EligibleRoles,
    GroupEligibleRoles,
    RoleAssignments,
    RoleEligibility,
    RoleGroups,
)
from bot.rights import (
    PREMIUM,
    Standing,
    activatable,
    deleting,
    doing,
    enough_for,
    role_names,
    scopes_over,
    standing,
    unclear,
    untold,
    usable,
)
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-how-to-activate-role"
ThroughGroups = Each[RoleGroups, GroupEligibleRoles]


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether a role is waiting to be activated"),
    unless=("group_managed_on_premises", "group_managed_in_exchange", "membership_is_dynamic"),
    operations=CHANGES - {Operation.LEAVE},
)
def diagnose(
    question: Question,
    account: Account,
    group: Group,
    owned: MyOwnedGroups | Unreadable,
    owners: Owners | Unreadable,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    eligible: EligibleRoles | Unreadable,
    through_groups: ThroughGroups | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Verdict:
    """Speaks when nothing else gives the right, and activating a role would."""
    where = standing(question, group, owned, owners, roles, usable(question, account, assigned), units, custom)
    if isinstance(where, Standing) and where.may:
        return None
    if isinstance(eligible, Unreadable):
        return NOT_APPLICABLE if eligible.code in PREMIUM else eligible
    if isinstance(units, Unreadable):
        return units
    waiting = (*eligible.value, *read(through_groups))
    if would_do := activatable(waiting, enough_for(group, question, custom), scopes_over(group, units)):
        return asleep(question, account, group, where, would_do, custom)
    gap = where if isinstance(where, Unreadable) else not_told(question, group, waiting, units, custom)
    return unread(through_groups) or gap


def not_told(
    question: Question,
    group: Group,
    waiting: tuple[RoleEligibility, ...],
    units: GroupUnits,
    custom: CustomRoles | Unreadable,
) -> Unreadable | None:
    """What would have to be known of a role that waits, where it may be the organisation's own and permit it."""
    doubtful = unclear((each.role_definition_id for each in waiting), group, doing(question), custom)
    return untold(custom) if activatable(waiting, doubtful, scopes_over(group, units)) else None


def read(through_groups: ThroughGroups | Unreadable) -> tuple[RoleEligibility, ...]:
    """What the groups of the person have waiting."""
    return () if isinstance(through_groups, Unreadable) else tuple(r for got in through_groups.read for r in got.value)


def unread(through_groups: ThroughGroups | Unreadable) -> Unreadable | None:
    """What of it could not be read."""
    if isinstance(through_groups, Unreadable):
        return through_groups
    if through_groups.gap and through_groups.gap.code in PREMIUM:
        return None
    too_many = Unreadable(RoleGroups, 200, "Incomplete") if through_groups.unread else None
    return through_groups.gap or too_many


def asleep(
    question: Question,
    account: Account,
    group: Group,
    where: Standing | Unreadable,
    would_do: frozenset[str],
    custom: CustomRoles | Unreadable,
) -> Finding:
    """Which role to wake."""
    active = role_names(where.others | where.active, custom) if isinstance(where, Standing) else ()
    return Finding(
        severity=Severity.CAUSE,
        title=title(question, account, group),
        advice=advice(question, account),
        because=(
            Evidence(_("Roles that can be activated"), role_names(would_do, custom)),
            Evidence(_("Active roles"), active or _("none that helps here")),
        ),
        page=in_pim() if question.oneself else None,
        by_hand=(in_pim(),),
        learn=LEARN,
        probable=isinstance(where, Unreadable),
    )


def title(question: Question, account: Account, group: Group) -> Text:
    """The verdict, about whoever it is asked for."""
    if deleting(question):
        if question.oneself:
            return _("You could delete {group}, but your role isn't active.", group=group.name)
        return _("{person} could delete {group}, but the role isn't active.", person=account.name, group=group.name)
    if question.oneself:
        return _("You could change {group}, but your role isn't active.", group=group.name)
    return _("{person} could change {group}, but the role isn't active.", person=account.name, group=group.name)


def advice(question: Question, account: Account) -> Text:
    """What to do, and how long it takes."""
    if question.oneself:
        return _("Activate it in PIM. It can take 15 minutes, or a new sign-in, before Microsoft 365 notices.")
    return _(
        "{person} has to activate it in PIM. It can take 15 minutes, or a new sign-in, before Microsoft 365 notices.",
        person=account.name,
    )
