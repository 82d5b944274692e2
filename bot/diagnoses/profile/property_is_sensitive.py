"""The person is an administrator, whose numbers only few may change.

Seen as   The job title can be changed, and the phone number is refused with 403.
Why       Numbers may be used to prove who somebody is. Those of administrators, and of members of groups that can
          hold roles, are only for the highest administrators to change.
Put right Ask a Global Administrator or a Privileged Authentication Administrator.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import CALLED, SENSITIVE, Property
from bot.reading import Unreadable
from bot.readings.asker import MyRoles
from bot.readings.profile import Details, RoleGroupsOfPerson, RolesOfPerson
from bot.roles import Role
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/api/resources/users"
MAY_CHANGE_PEOPLE = frozenset({Role.USER, Role.GLOBAL})
HIGHEST = frozenset({Role.GLOBAL, Role.PRIVILEGED_AUTHENTICATION})
ALWAYS_OUT_OF_REACH = frozenset({Role.GLOBAL, Role.PRIVILEGED_ROLE, Role.PRIVILEGED_AUTHENTICATION})
"""Roles of the person's that no lesser administrator reaches; of others it depends on which."""


@explains(
    Symptom.PROFILE_EDIT,
    checks=_("whether the person is an administrator"),
    before=("profile_user_editable",),
)
def diagnose(
    question: Question, details: Details, mine: MyRoles, roles: RolesOfPerson, groups: RoleGroupsOfPerson
) -> Verdict:
    """Speaks to somebody who may change people in general, of another administrator's number."""
    asked = question.detail.property if question.detail else None
    oneself = question.subject.id == question.asker
    if asked is None or asked not in SENSITIVE or oneself or details.synced:
        return NOT_APPLICABLE
    if not mine.templates & MAY_CHANGE_PEOPLE:
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    held = frozenset(role.role_template_id for role in roles.value)
    if mine.templates & HIGHEST or not (held or groups.value):
        return None
    return refused(question.subject.name, asked, held, in_group=bool(groups.value))


def refused(name: str, property: Property, held: frozenset[str], *, in_group: bool) -> Finding:
    """The verdict, certain where the person's role is out of every lesser administrator's reach."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("Your role may not change {property} of {person}.", property=CALLED[property], person=name),
        advice=_(
            "It is an administrator's, and numbers can prove who somebody is: ask a Global Administrator or a "
            "Privileged Authentication Administrator. Other details, such as the job title, you may change."
        ),
        because=(
            Evidence(_("The person has a role"), _("yes") if held else _("no")),
            Evidence(_("In a group that can hold roles"), _("yes") if in_group else _("no")),
        ),
        learn=LEARN,
        # Unverified: which lesser roles a User Administrator reaches after all.
        probable=not held & ALWAYS_OUT_OF_REACH,
    )
