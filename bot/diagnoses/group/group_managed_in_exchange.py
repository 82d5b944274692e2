"""The group is a distribution list or a mail-enabled security group, and those are changed in Exchange only.

Seen as   "Some groups can't be managed", or Graph's "Cannot Update a mail-enabled security groups and or distribution
          list."
Why       Exchange Online is where these two kinds live; Microsoft Entra ID and Graph can only read them.
Put right Change it in the Exchange admin center or Exchange PowerShell, or as its owner in Outlook.
"""

from bot.deep_links import in_exchange
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.powershell import in_exchange_online
from bot.reading import Unreadable
from bot.readings.group import Group, SyncBehavior
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/resources/groups-overview"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
    checks=_("whether Exchange manages it"),
    before=("group_formerly_synced",),
    unless=("group_managed_on_premises",),
)
def diagnose(question: Question, group: Group, behavior: SyncBehavior | Unreadable | None) -> Verdict:
    """Speaks for both kinds, also after one was moved here from Active Directory."""
    if not group.in_exchange:
        return NOT_APPLICABLE
    rows = [Evidence(_("Type"), group.type.words), Evidence(_("Managed in"), _("Exchange Online"))]
    if group.mail:
        rows.append(Evidence(_("Mail address"), group.mail))
    return Finding(
        severity=Severity.CAUSE,
        title=title(group, moved=isinstance(behavior, SyncBehavior) and behavior.is_cloud_managed),
        advice=_("Change it in the Exchange admin center or with PowerShell. If you own it, you can do it in Outlook."),
        because=tuple(rows),
        by_hand=(in_exchange(), in_exchange_online(question, group.mail or group.id)),
        learn=LEARN,
    )


def title(group: Group, *, moved: bool) -> Text:
    """Where it is managed; a group with a mail address that left Active Directory is managed in Exchange since."""
    if moved:
        return _(
            "{group} was moved from Active Directory to the cloud. "
            "It has a mail address, so it is managed in Exchange.",
            group=group.name,
        )
    return _("{group} is managed in Exchange, so it can't be changed from here.", group=group.name)
