"""The person is neither an owner of the group nor has a role that may manage it.

Seen as   Everything is greyed out, or 403 "Insufficient privileges to complete the operation".
Why       A group is managed by its owners, and by people with one of a few directory roles.
Put right Ask an owner to do it or to make the person one.
"""

from bot.deep_links import in_entra, in_my_groups
from bot.model import CHANGES, Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import Group, GroupUnits, Owners
from bot.readings.person import Account, ActiveRoles, RoleAssignments
from bot.remedy import Remedy
from bot.rights import Standing, asking_an_owner, deleting, making_owner, restricted, role_names, standing, usable
from bot.roles import named
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/fundamentals/users-default-permissions"
SHOWN = 5


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether an owner or a role has the right"),
    unless=(
        "group_managed_on_premises",
        "group_managed_in_exchange",
        "membership_is_dynamic",
        "group_in_restricted_unit",
        "group_is_role_assignable",
        "asker_is_guest",
        "asker_role_not_active",
    ),
    operations=CHANGES - {Operation.LEAVE},
)
def diagnose(
    question: Question,
    group: Group,
    account: Account,
    owned: MyOwnedGroups | Unreadable,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    owners: Owners | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Verdict:
    """Speaks when neither ownership nor a role lets the person manage the group; rarer obstacles have had their say."""
    if restricted(group, units) or group.is_assignable_to_role:
        return NOT_APPLICABLE
    match standing(question, group, owned, owners, roles, usable(question, account, assigned), units, custom):
        case Unreadable() as gap:
            return gap
        case Standing(owner=True):
            return None
        case Standing(may=True) as where:
            return only_owners_in_clients(question, group, account, where, custom)
        case where:
            return neither(question, group, account, where, owners, custom)


def neither(
    question: Question,
    group: Group,
    account: Account,
    where: Standing,
    owners: Owners | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Finding:
    """No right at all, and whom to turn to."""
    ask = asking_an_owner(question, group, owners)
    known = owners.people if isinstance(owners, Owners) else ()
    names = tuple(person.called for person in known[:SHOWN])
    return Finding(
        severity=Severity.CAUSE,
        title=no_right(question, group, account),
        advice=whom_to_ask(question, account, owners, asked=bool(ask)),
        because=(
            Evidence(_("Relation to the group"), _("not an owner")),
            Evidence(_("Active roles"), role_names(where.others, custom) or _("none that helps here")),
            Evidence(_("Owners"), names or _("none that you can see")),
            Evidence(_("Roles that can"), named(where.enough)[:3]),
        ),
        remedies=ways_in(question, group, account, ask),
        by_hand=(in_my_groups(),),
        learn=LEARN,
    )


def ways_in(question: Question, group: Group, account: Account, ask: tuple[Remedy, ...]) -> tuple[Remedy, ...]:
    """For oneself the owners are asked; for somebody else, and where nobody can be asked, they can be made an owner."""
    return ask if question.oneself and ask else (*ask, *making_owner(group, account))


def no_right(question: Question, group: Group, account: Account) -> Text:
    """The verdict, about whoever it is asked for and what is wanted."""
    if deleting(question):
        if question.oneself:
            return _("You neither own {group} nor have a role that may delete it.", group=group.name)
        return _(
            "{person} neither owns {group} nor has a role that may delete it.", person=account.name, group=group.name
        )
    if question.oneself:
        return _("You neither own {group} nor have a role that may change it.", group=group.name)
    return _("{person} neither owns {group} nor has a role that may change it.", person=account.name, group=group.name)


def whom_to_ask(question: Question, account: Account, owners: Owners | Unreadable, *, asked: bool) -> Text:
    """Who can help."""
    if isinstance(owners, Owners) and owners.includes(question.asker):
        return _("You own it: you can do it, or make {person} an owner.", person=account.name)
    if asked and question.oneself:
        return _("Ask an owner to do it for you, or to make you an owner.")
    if asked:
        return _("An owner can do it, or make {person} an owner.", person=account.name)
    if question.oneself:
        return _("I can't see an owner to ask. A Groups Administrator can do it, or make you an owner.")
    return _(
        "I can't see an owner to ask. A Groups Administrator can do it, or make {person} an owner.", person=account.name
    )


def only_owners_in_clients(
    question: Question, group: Group, account: Account, where: Standing, custom: CustomRoles | Unreadable
) -> Finding | None:
    """A role is enough for Graph and the admin centers, but Teams and Outlook go by ownership."""
    if not group.unified:
        return None
    # Unverified: which of their menus Teams and Outlook hide from administrators isn't documented.
    return Finding(
        severity=Severity.NOTE,
        title=shown_to_owners(question, group, account),
        advice=_("Do it in the Entra admin center, or become an owner.")
        if question.oneself
        else _("It works in the Entra admin center, or after becoming an owner."),
        because=(
            Evidence(_("Active roles"), role_names(where.active, custom)),
            Evidence(_("Relation to the group"), _("not an owner")),
        ),
        remedies=making_owner(group, account),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        probable=True,
        leads=True,
    )


def shown_to_owners(question: Question, group: Group, account: Account) -> Text:
    """The likelier reason when a role is there."""
    if question.oneself:
        return _(
            "You may change {group} through your role, but Teams and Outlook only show that to owners.",
            group=group.name,
        )
    return _(
        "{person} may change {group} through a role, but Teams and Outlook only show that to owners.",
        person=account.name,
        group=group.name,
    )
