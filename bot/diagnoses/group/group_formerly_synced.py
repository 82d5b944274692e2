"""The group came from Active Directory once and is on its own now; the group there may take it over again.

Seen as   The group can be edited, yet it carries a name and an identifier from Active Directory.
Why       It left the scope of the sync, or the sync was switched off. It did not become an ordinary cloud group: if its
          object in Active Directory comes into scope again, the sync may match the two and overwrite this one.
Put right Nothing today. Find out whether the object in Active Directory still exists before you build on this group.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group, SyncBehavior
from bot.readings.tenant import DirectorySync
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-configure-filtering"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
    checks=_("whether Active Directory may take it over again"),
    unless=("group_managed_on_premises",),
    causes=(Symptom.GROUP_SOURCE,),
)
def diagnose(
    question: Question, group: Group, behavior: SyncBehavior | Unreadable | None, sync: DirectorySync | Unreadable
) -> Verdict:
    """Speaks when sync is off for the group, or for the whole organisation, and it still carries its origin.

    That the organisation's switch can't be seen proves nothing: then only the group's own `false` counts.
    """
    if not (group.from_active_directory or group.on_premises_sync_enabled is False):
        return NOT_APPLICABLE
    if isinstance(behavior, SyncBehavior) and behavior.is_cloud_managed:
        return None
    if group.on_premises_sync_enabled is None:
        switched_off = organisation_off(sync)
        if isinstance(switched_off, Unreadable):
            return switched_off
        if isinstance(behavior, Unreadable):
            return behavior  # moved to the cloud, or on its way back
        if not switched_off:
            return NOT_APPLICABLE
    return left(question, group)


def organisation_off(sync: DirectorySync | Unreadable) -> bool | Unreadable:
    """Whether the whole organisation stopped syncing.

    Unverified for groups: documents disagree about a group's own `false` and null, so the organisation's counts too.
    """
    if isinstance(sync, Unreadable):
        return sync
    return Unreadable(DirectorySync, 200, "NotVisible") if sync.enabled is None else not sync.enabled


def left(question: Question, group: Group) -> Finding:
    """Where it came from, and what may happen to it."""
    rows = [Evidence(_("On-premises sync"), _("was on, is off now"))]
    if group.on_premises_sam_account_name:
        rows.append(Evidence(_("Name in Active Directory"), group.on_premises_sam_account_name))
    if group.on_premises_last_sync_date_time:
        rows.append(Evidence(_("Group last synced"), group.on_premises_last_sync_date_time))
    return Finding(
        severity=Severity.CAUSE if question.symptom is Symptom.GROUP_SOURCE else Severity.RISK,
        title=_("{group} used to come from Active Directory.", group=group.name),
        advice=_(
            "It can be changed here now. If the group in Active Directory is synced again, it may take this one over "
            "and overwrite your changes."
        ),
        because=tuple(rows),
        learn=LEARN,
        probable=True,
    )
