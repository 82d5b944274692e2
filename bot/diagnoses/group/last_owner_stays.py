"""The group's last human owner can't be taken away.

Seen as   "The group must have at least one owner, hence this owner cannot be removed", or Leave is refused in Teams.
Why       A group that has owners keeps at least one who is a person; apps don't count. Role-assignable groups are
          exempt: an app may be left alone with them.
Put right Make somebody else an owner first.
"""

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.readings.group import Group, GroupType, Owner, Owners
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/group-delete-owners"


@explains(
    Symptom.GROUP_MEMBERS,
    checks=_("whether another owner is left"),
    unless=("group_managed_on_premises", "group_managed_in_exchange"),
    operations=(Operation.REMOVE_OWNER, Operation.LEAVE),
)
def diagnose(question: Question, group: Group, owners: Owners) -> Verdict:
    """Speaks when the one to go is the only person who owns the group."""
    if group.is_assignable_to_role:
        return NOT_APPLICABLE
    leaving = question.operation is Operation.LEAVE
    if leaving and group.type is not GroupType.TEAM:
        return NOT_APPLICABLE  # who leaves as a member goes on owning the group
    if len(owners.people) != 1:
        return None
    (last,) = owners.people
    goes = question.ids.person if leaving else question.ids.other
    if (leaving and goes != last.id) or (goes and goes != last.id):
        return None
    return Finding(
        severity=Severity.NOTE if leaving else Severity.CAUSE,
        title=title(question, last, group),
        advice=_("A group keeps at least one owner who is a person. Make somebody else an owner first."),
        because=(Evidence(_("Owners"), last.display_name or _("somebody whose name you may not see")),),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        # Unverified for leaving: Teams' refusal is documented for its own menu only.
        probable=leaving,
        leads=leaving,
    )


def title(question: Question, last: Owner, group: Group) -> Text:
    """Who is the last one."""
    if last.id == question.asker:
        return _("You are the last owner of {group}, and a last owner can't be removed.", group=group.name)
    if not last.display_name:
        return _("{group} has only one owner, and a last owner can't be removed.", group=group.name)
    return _(
        "{owner} is the last owner of {group}, and a last owner can't be removed.",
        owner=last.display_name,
        group=group.name,
    )
