"""The group goes back to Active Directory at the next sync, and what is changed until then is lost.

Seen as   The group can be edited, but the change "comes back" after half an hour.
Why       Its source of authority was set back to Active Directory. Until the next sync cycle takes it over, the
          cloud still accepts changes; then Active Directory overwrites them.
Put right Change it in Active Directory after the sync, or keep it in the cloud.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group, SyncBehavior
from bot.readings.tenant import DirectorySync
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/identity/hybrid/how-to-group-source-of-authority-configure"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
    checks=_("whether it is on its way back to Active Directory"),
    before=("group_formerly_synced",),
    unless=("group_managed_on_premises",),
    causes=(Symptom.GROUP_SOURCE,),
)
def diagnose(
    question: Question, group: Group, behavior: SyncBehavior | Unreadable | None, sync: DirectorySync
) -> Verdict:
    """Speaks when a group from Active Directory is neither synced now nor managed in the cloud."""
    if not group.from_active_directory or group.on_premises_sync_enabled is False:
        return NOT_APPLICABLE
    if behavior is None or sync.enabled is False:
        return NOT_APPLICABLE
    if isinstance(behavior, Unreadable):
        return behavior
    if behavior.is_cloud_managed:
        return None
    if sync.enabled is None:
        return Unreadable(DirectorySync, 200, "NotVisible")
    rows = [Evidence(_("Source of authority"), _("Active Directory, from the next sync"))]
    if sync.last:
        rows.append(Evidence(_("Directory last synced"), sync.last))
    return Finding(
        severity=Severity.CAUSE if question.symptom is Symptom.GROUP_SOURCE else Severity.RISK,
        title=_("{group} goes back to Active Directory at the next sync.", group=group.name),
        advice=_("What you change here until then is overwritten. Wait for the sync, or keep the group in the cloud."),
        because=tuple(rows),
        remedies=(MoveGroupToCloud(group_id=group.id, group_name=group.name, in_exchange=group.in_exchange),),
        learn=LEARN,
    )
