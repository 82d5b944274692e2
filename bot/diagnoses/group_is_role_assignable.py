"""The group can hold directory roles, so only its owners and the highest administrators may change it.

Seen as   403 "Insufficient privileges to complete the operation" for a Groups or User Administrator.
Why       Whoever changes such a group hands out directory roles. Microsoft lets only Global Administrators, Privileged
          Role Administrators and the group's owners do that.
Put right Ask one of them.
"""

from bot.deep_links import in_entra, in_pim
from bot.model import Evidence, Finding, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import ActiveRoles, OwnedGroups
from bot.readings.group import Group, Owners
from bot.remedies.ask_an_owner import AskAnOwner
from bot.roles import ROLE_ASSIGNABLE_GROUPS
from bot.rule import explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether it can hold directory roles"),
    before=("asker_cannot_manage_group", "asker_role_not_active"),
)
def diagnose(group: Group, owned: OwnedGroups, roles: ActiveRoles, owners: Owners | Unreadable) -> Finding | None:
    """Speaks to everybody but those three."""
    if not group.is_assignable_to_role or owned.includes(group.id) or roles.templates & ROLE_ASSIGNABLE_GROUPS:
        return None
    people = owners.people if isinstance(owners, Owners) else ()
    ask = (AskAnOwner(group_id=group.id, group_name=group.name),) if people else ()
    names = tuple(person.display_name or person.id for person in people)
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} can hold directory roles, so only a few people may change it.", group=group.name),
        advice=_("Global Administrators, Privileged Role Administrators and the group's owners can. Ask one of them."),
        because=(
            Evidence(_("Can hold directory roles"), _("yes, and that can't be changed")),
            Evidence(_("Owners"), names or _("none that you can see")),
        ),
        remedies=ask,
        by_hand=(in_pim(), in_entra(group.id)),
        learn=LEARN,
    )
