"""A setting of the organisation, or of this group, keeps guests out.

Seen as   A guest isn't found or can't be added, while members of the organisation can.
Why       With "AllowToAddGuests" off, owners can't add guests, not even those who are in the directory already;
          administrators still can. A group can keep guests out that the organisation lets in, not the other way round.
Put right Ask an administrator to add the guest, or to allow guests in this group.
"""

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group, GroupUnits, Owners
from bot.readings.group_settings import GroupSettings, TenantGroupSettings
from bot.readings.person import Account, ActiveRoles, RoleAssignments
from bot.rights import Standing, missing, standing, usable
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/microsoft-365/admin/create-groups/manage-guest-access-in-groups"
GUESTS = "AllowToAddGuests"


@explains(
    Symptom.GROUP_MEMBERS,
    checks=_("whether guests may be added"),
    before=("asker_cannot_manage_group",),
    unless=("group_managed_on_premises", "group_managed_in_exchange", "membership_is_dynamic"),
    operations=(Operation.ADD_GUEST,),
)
def diagnose(
    question: Question,
    group: Group,
    account: Account,
    own: GroupSettings | Unreadable,
    everywhere: TenantGroupSettings | Unreadable,
    owned: MyOwnedGroups | Unreadable,
    owners: Owners | Unreadable,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Verdict:
    """Speaks to everybody but administrators when the setting that counts is off."""
    if not group.unified:
        return NOT_APPLICABLE
    allowed = setting(own, everywhere)
    if isinstance(allowed, Unreadable):
        return allowed
    if allowed:
        return None
    assigned = usable(question, account, assigned)
    where = standing(question, group, owned, owners, roles, assigned, units, custom)
    if isinstance(where, Standing) and where.active:
        return None
    return missing(question, group, assigned, units, custom) or closed(group, own)


def closed(group: Group, own: GroupSettings | Unreadable) -> Finding:
    """Whose setting it is, and who can help."""
    return Finding(
        severity=Severity.CAUSE,
        title=title(group, own),
        advice=_("An administrator can add the guest, or allow guests in this group."),
        because=(Evidence(_("Owners may add guests"), _("no")),),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
    )


def setting(own: GroupSettings | Unreadable, everywhere: TenantGroupSettings | Unreadable) -> bool | Unreadable:
    """Whether owners may add guests: when neither the group nor the organisation says no.

    https://learn.microsoft.com/entra/identity/users/groups-settings-cmdlets
    """
    if forbids(own) or forbids(everywhere):
        return False
    return next((each for each in (own, everywhere) if isinstance(each, Unreadable)), True)


def forbids(settings: GroupSettings | TenantGroupSettings | Unreadable) -> bool:
    """Whether the settings are known to keep guests out."""
    return not isinstance(settings, Unreadable) and settings.says(GUESTS) is False


def title(group: Group, own: GroupSettings | Unreadable) -> Text:
    """Whose setting it is."""
    if forbids(own):
        return _("{group} takes no guests: a setting of the group says so.", group=group.name)
    return _("Owners can't add guests to {group}: your organisation's settings say so.", group=group.name)
