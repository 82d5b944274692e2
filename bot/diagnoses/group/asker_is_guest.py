"""The person is a guest in this tenant, and guests manage only what they own.

Seen as   Little is shown and nothing can be changed, or 403.
Why       Guests have a few rights of their own and can't be given more by being a member; a directory role would do.
Put right Ask an owner to do it, or an administrator to make the guest an owner.
"""

from dataclasses import replace

from bot.model import CHANGES, Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group, GroupUnits, Owners
from bot.readings.person import KIND_OF_OTHERS, Account, ActiveRoles, EligibleRoles, RoleAssignments
from bot.rights import Standing, asking_an_owner, standing, usable
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/fundamentals/users-default-permissions"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("what a guest may do here"),
    unless=(
        "group_managed_on_premises",
        "group_managed_in_exchange",
        "membership_is_dynamic",
        "group_in_restricted_unit",
        "group_is_role_assignable",
    ),
    operations=CHANGES - {Operation.LEAVE},
)
def diagnose(
    question: Question,
    account: Account,
    owned: MyOwnedGroups | Unreadable,
    group: Group,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    owners: Owners | Unreadable,
    custom: CustomRoles | Unreadable,
    eligible: EligibleRoles | Unreadable,
) -> Verdict:
    """Speaks to guests, unless the group is theirs or they have a role."""
    if not account.guest:
        return NOT_APPLICABLE
    where = standing(question, group, owned, owners, roles, usable(question, account, assigned), units, custom)
    if isinstance(where, Standing) and where.may:
        return None
    if account.user_type is None:  # their address is a guest's, but members from elsewhere have such a one too
        return Unreadable(Account, 200, "NotVisible", KIND_OF_OTHERS)
    if isinstance(where, Standing):
        return only_what_they_own(question, account, group, owners)
    if told_as_guests_are(roles, assigned, eligible):
        doubt = _("A role for a part of the organisation, which I couldn't see, may allow it all the same.")
        return replace(only_what_they_own(question, account, group, owners), probable=True, doubt=doubt)
    return what_holds_of_guests(question, account, group, owners)


def told_as_guests_are(
    roles: ActiveRoles | Unreadable, assigned: RoleAssignments | Unreadable, eligible: EligibleRoles | Unreadable
) -> bool:
    """Whether they are told what guests are: roles for all of the organisation, and no others.

    Roles for a part of it are no use to most of them then. Guests may be allowed to read as members do, who are told
    the rest where the permission is there: so it is probable and no more.
    """
    return isinstance(roles, ActiveRoles) and isinstance(assigned, Unreadable) and isinstance(eligible, Unreadable)


def only_what_they_own(question: Question, account: Account, group: Group, owners: Owners | Unreadable) -> Finding:
    """What being a guest means, and whom to ask."""
    ask = asking_an_owner(question, group, owners)
    return Finding(
        severity=Severity.CAUSE,
        title=title(question, account),
        advice=advice(question, group, owners, asked=bool(ask)),
        because=(
            Evidence(_("Account"), _("guest")),
            Evidence(_("Relation to the group"), _("not an owner")),
        ),
        remedies=ask,
        learn=LEARN,
    )


def what_holds_of_guests(question: Question, account: Account, group: Group, owners: Owners | Unreadable) -> Finding:
    """No verdict, where a role can't be ruled out; what is missing is a gap of others', as it is for a member."""
    ask = asking_an_owner(question, group, owners)
    return Finding(
        severity=Severity.NOTE,
        title=what_guests_may(question, account),
        advice=advice(question, group, owners, asked=bool(ask)),
        because=(Evidence(_("Account"), _("guest")),),
        remedies=ask,
        learn=LEARN,
    )


def title(question: Question, account: Account) -> Text:
    """The verdict, about whoever it is asked for."""
    if question.oneself:
        return _("You are a guest here, and guests can only change groups they own.")
    return _("{person} is a guest here, and guests can only change groups they own.", person=account.name)


def what_guests_may(question: Question, account: Account) -> Text:
    """What holds of guests, whatever this one's roles are."""
    if question.oneself:
        return _("You are a guest here: guests can only change groups they own, unless a role lets them.")
    return _(
        "{person} is a guest here: guests can only change groups they own, unless a role lets them.",
        person=account.name,
    )


def advice(question: Question, group: Group, owners: Owners | Unreadable, *, asked: bool) -> Text:
    """Who can do it instead; the asker themselves, when it is about somebody else and they own the group."""
    if isinstance(owners, Owners) and owners.includes(question.asker):
        return _("You own {group}, so you can do it.", group=group.name)
    if asked:
        return _("Ask an owner of {group} to do it.", group=group.name)
    return _("I can't see an owner to ask. A Groups Administrator can do it.")
