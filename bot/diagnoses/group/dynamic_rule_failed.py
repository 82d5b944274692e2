"""The membership rule is on, but Microsoft's last evaluation of it failed.

Seen as   People who should be in the group aren't, or the other way round, for hours or days; nothing is greyed out.
Why       Microsoft Entra ID could not evaluate the rule, for example because it names an attribute that is gone. The
          members stay as they were the last time it worked.
Put right Have an administrator correct the rule; saving it starts the evaluation again.
"""

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group, MembershipRuleStatus
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/identity/users/groups-troubleshooting"


@explains(
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_SYNC,
    checks=_("whether its membership rule works"),
    unless=("group_managed_on_premises",),
    causes=(Symptom.GROUP_SYNC,),
)
def diagnose(question: Question, group: Group, status: MembershipRuleStatus | Unreadable | None) -> Verdict:
    """Speaks when the last evaluation failed; a paused rule isn't evaluated and has no status."""
    if not group.dynamic or group.membership_rule_processing_state == "Paused":
        return NOT_APPLICABLE
    if isinstance(status, Unreadable):
        return status
    known = status.membership_rule_processing_status if status else None
    if known is None or known.status is None:
        return Unreadable(MembershipRuleStatus, 200, "NotVisible")
    if known.status != "Failed":
        return None
    rows = [Evidence(_("Last evaluation"), _("failed"))]
    if known.error_message:
        rows.append(Evidence(_("Microsoft's message"), known.error_message))
    if known.last_membership_updated:
        rows.append(Evidence(_("Members last updated"), known.last_membership_updated))
    return Finding(
        severity=Severity.CAUSE if question.symptom is Symptom.GROUP_SYNC else Severity.RISK,
        title=_("The rule of {group} fails, so its members aren't updated.", group=group.name),
        advice=_("An administrator has to correct the rule. Saving it starts the evaluation again."),
        because=tuple(rows),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
    )
