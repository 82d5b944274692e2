"""The group can hold directory roles, so only its owners and the highest administrators may change it.

Seen as   403 "Insufficient privileges to complete the operation" for a Groups or User Administrator.
Why       Whoever changes such a group hands out directory roles. Microsoft lets only Global Administrators, Privileged
          Role Administrators and the group's owners do that, and its owners can't delete it.
Put right Ask one of them.
"""

from bot.deep_links import in_entra, in_pim
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import Group, Owners
from bot.readings.person import ActiveRoles, RoleAssignments
from bot.rights import asking_an_owner, deleting, owners_may, owns
from bot.roles import ROLE_ASSIGNABLE_GROUPS
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether it can hold directory roles"),
    unless=("group_managed_on_premises",),
)
def diagnose(
    question: Question,
    group: Group,
    owned: MyOwnedGroups | Unreadable,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    owners: Owners | Unreadable,
) -> Verdict:
    """Speaks to everybody but those who may."""
    if not group.is_assignable_to_role:
        return NOT_APPLICABLE
    owner = owns(question, group, owned, owners) if owners_may(group, question) else False
    if owner is True:
        return None
    if held(roles, assigned) & ROLE_ASSIGNABLE_GROUPS:
        return None
    if isinstance(owner, Unreadable):
        return owner
    if isinstance(roles, Unreadable) and isinstance(assigned, Unreadable):
        return assigned
    return few_may(question, group, owners)


def few_may(question: Question, group: Group, owners: Owners | Unreadable) -> Finding:
    """Who may, and whom to ask."""
    known = owners if isinstance(owners, Owners) and owners_may(group, question) else Owners(value=())
    names = tuple(person.display_name or person.id for person in known.reachable)
    return Finding(
        severity=Severity.CAUSE,
        title=title(group, question),
        advice=advice(question),
        because=(
            Evidence(_("Can hold directory roles"), _("yes, and that can't be changed")),
            Evidence(_("Owners"), names or _("none that you can see")),
        ),
        remedies=asking_an_owner(question, group, known),
        by_hand=(in_pim(), in_entra(group.id)),
        learn=LEARN,
    )


def held(roles: ActiveRoles | Unreadable, assigned: RoleAssignments | Unreadable) -> frozenset[str]:
    """Roles in force for the whole organisation; a unit's don't count for such a group."""
    active = roles.templates if isinstance(roles, ActiveRoles) else frozenset[str]()
    if isinstance(assigned, Unreadable):
        return active
    return active | frozenset(each.role_definition_id for each in assigned.value if each.directory_scope_id == "/")


def title(group: Group, question: Question) -> Text:
    """The verdict, for what is wanted."""
    if deleting(question):
        return _("{group} can hold directory roles, so only a few people may delete it.", group=group.name)
    return _("{group} can hold directory roles, so only a few people may change it.", group=group.name)


def advice(question: Question) -> Text:
    """Who may."""
    if deleting(question):
        return _("Global Administrators and Privileged Role Administrators can, its owners can't. Ask one of them.")
    return _("Global Administrators, Privileged Role Administrators and the group's owners can. Ask one of them.")
