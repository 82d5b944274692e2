"""The person asking is neither an owner of the group nor has a role that may manage it.

Seen as   Everything is greyed out, or 403 "Insufficient privileges to complete the operation".
Why       A group is managed by its owners, and by people with one of a few directory roles.
Put right Ask an owner to do it or to make you one.
"""

from bot.deep_links import in_entra, in_my_groups
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import ActiveRoles, Asker, OwnedGroups, RoleAssignments
from bot.readings.group import Group, GroupUnits, Owners
from bot.remedies.add_owner import AddOwner
from bot.remedies.ask_an_owner import AskAnOwner
from bot.rights import Standing, named, standing
from bot.rule import explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/fundamentals/users-default-permissions"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether you own it or have a role that may manage it"),
)
def diagnose(
    question: Question,
    group: Group,
    asker: Asker,
    owned: OwnedGroups,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    owners: Owners | Unreadable,
) -> Finding | Unreadable | None:
    """Speaks when neither ownership nor a role lets the asker manage a group that somebody could manage here."""
    if mastered_elsewhere(group, question.symptom) or asker.guest or owned.includes(group.id):
        return None
    match standing(group, owned, roles, assigned, units):
        case Unreadable() as gap:
            return gap
        case Standing(may=True) as where:
            return only_owners_in_clients(group, asker, where)
        case where:
            return neither(group, where, owners)


def mastered_elsewhere(group: Group, symptom: Symptom) -> bool:
    """Whether something else than the asker's rights decides here."""
    by_rule = group.dynamic and symptom is Symptom.GROUP_MEMBERS
    others = group.on_premises_sync_enabled or group.in_exchange or group.is_management_restricted
    return bool(others or by_rule or group.is_assignable_to_role)


def neither(group: Group, where: Standing, owners: Owners | Unreadable) -> Finding:
    """No right at all, and whom to turn to."""
    people = owners.people if isinstance(owners, Owners) else ()
    names = tuple(person.display_name or person.id for person in people[:SHOWN])
    return Finding(
        severity=Severity.CAUSE,
        title=_("You neither own {group} nor have a role that may change it.", group=group.name),
        advice=ASK if people else NOBODY,
        because=(
            Evidence(_("Your part in it"), _("not an owner")),
            Evidence(_("Your roles"), named(where.others) or _("none that counts here")),
            Evidence(_("Owners"), names or _("none that you can see")),
            Evidence(_("Roles that would do"), named(where.enough)[:3]),
        ),
        remedies=(AskAnOwner(group_id=group.id, group_name=group.name),) if people else (),
        by_hand=(in_my_groups(),),
        learn=LEARN,
    )


def only_owners_in_clients(group: Group, asker: Asker, where: Standing) -> Finding | None:
    """A role is enough for Graph and the admin centers, but Teams and Outlook go by ownership."""
    if not group.unified:
        return None
    # Unverified: which of their menus Teams and Outlook hide from administrators isn't documented.
    owner = AddOwner(
        group_id=group.id,
        group_name=group.name,
        user_id=asker.id,
        user_name=asker.display_name or asker.id,
        member_too=True,
    )
    return Finding(
        severity=Severity.NOTE,
        title=_("Your role may change {group}, but Teams and Outlook only show that to owners.", group=group.name),
        advice=_("Do it in the Entra admin center, or become an owner."),
        because=(Evidence(_("Your roles"), named(where.active)), Evidence(_("Your part in it"), _("not an owner"))),
        remedies=(owner,),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        probable=True,
    )


SHOWN = 5
ASK = _("Ask an owner to do it for you, or to make you an owner.")
NOBODY = _("Nobody you can see owns it. A Groups Administrator can do it, or make you an owner.")
