"""The group is a distribution list or a mail-enabled security group, and those are changed in Exchange only.

Seen as   "Some groups can't be managed", or Graph's "Cannot Update a mail-enabled security groups and or distribution
          list."
Why       Exchange Online is where these two kinds live; Microsoft Entra ID and Graph can only read them.
Put right Change it in the Exchange admin center or Exchange PowerShell, or as its owner in Outlook.
"""

from bot.deep_links import in_exchange
from bot.describe import TYPES
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.powershell import in_exchange_online
from bot.readings.group import Group
from bot.rule import explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/api/resources/groups-overview"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
    checks=_("whether Exchange manages it"),
    before=("asker_cannot_manage_group",),
)
def diagnose(question: Question, group: Group) -> Finding | None:
    """Speaks for both kinds, unless Active Directory is in charge of them anyway."""
    if not group.in_exchange or group.on_premises_sync_enabled:
        return None
    kind = TYPES[group.type]
    rows = [Evidence(_("Type"), kind), Evidence(_("Managed in"), _("Exchange Online"))]
    if group.mail:
        rows.append(Evidence(_("Mail address"), group.mail))
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} is managed in Exchange, so it can't be changed from here.", group=group.name),
        advice=_("Change it in the Exchange admin center or with PowerShell. If you own it, you can do it in Outlook."),
        because=tuple(rows),
        by_hand=(in_exchange(), in_exchange_online(question.symptom, group.mail or group.id)),
        learn=LEARN,
    )
