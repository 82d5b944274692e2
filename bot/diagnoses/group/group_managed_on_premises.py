"""The group's source of authority is Active Directory, so the cloud refuses to change it.

Seen as   Add member is greyed out in Teams or Outlook, "Some groups can't be managed", or Graph's "Unable to update the
          specified properties for on-premises mastered Directory Sync objects". Owners can't be set either.
Why       While on-premises sync is enabled for a group, Active Directory is its source of authority: Microsoft Entra ID
          shows the group, but refuses changes from everybody, Global Administrators included.
Put right Change it in Active Directory and wait for the next sync (at most 30 minutes), or move the group's source of
          authority to the cloud.
"""

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.powershell import in_active_directory
from bot.reading import Unreadable
from bot.readings.group import Group, SyncBehavior
from bot.readings.tenant import DirectorySync
from bot.remedies.move_group_to_cloud import MoveGroupToCloud
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/hybrid/concept-source-of-authority-overview"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
    checks=_("whether Active Directory manages it"),
    before=("group_in_restricted_unit", "group_is_role_assignable", "asker_is_guest"),
)
def diagnose(
    question: Question, group: Group, behavior: SyncBehavior | Unreadable | None, sync: DirectorySync | Unreadable
) -> Verdict:
    """Speaks while on-premises sync is enabled for the group."""
    if not group.on_premises_sync_enabled:
        return None
    if isinstance(behavior, SyncBehavior) and behavior.is_cloud_managed:
        return on_its_way(group)
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} is managed in Active Directory, so it can't be changed here.", group=group.name),
        advice=advice(group),
        because=evidence(group, sync),
        remedies=(MoveGroupToCloud(group_id=group.id, group_name=group.name, in_exchange=group.in_exchange),),
        by_hand=(
            *in_active_directory(question, group.on_premises_sam_account_name or group.name),
            in_entra(group.id),
        ),
        learn=LEARN,
    )


def advice(group: Group) -> Text:
    """What to do; a mail-enabled group lands somewhere else."""
    if group.in_exchange:
        return _(
            "Microsoft 365 refuses changes from everybody, Global Administrators too. Change it in Active Directory, "
            "or move it to the cloud: it has a mail address, so from then on it is managed in Exchange Online."
        )
    return _(
        "Microsoft 365 refuses changes from everybody, Global Administrators too. Change it in Active Directory, "
        "or move it to the cloud."
    )


def evidence(group: Group, sync: DirectorySync | Unreadable) -> tuple[Evidence, ...]:
    """Where it comes from, and when it last came."""
    domain = group.on_premises_domain_name
    source = _("Active Directory ({domain})", domain=domain) if domain else _("Active Directory")
    rows = [Evidence(_("Source of authority"), source)]
    if group.on_premises_sam_account_name:
        rows.append(Evidence(_("Name in Active Directory"), group.on_premises_sam_account_name))
    if group.on_premises_last_sync_date_time:
        rows.append(Evidence(_("Group last synced"), group.on_premises_last_sync_date_time))
    if isinstance(sync, DirectorySync) and sync.last:
        rows.append(Evidence(_("Directory last synced"), sync.last))
    return tuple(rows)


def on_its_way(group: Group) -> Finding:
    """Both at once: seen for a minute or two while a group is being moved, and changes are refused meanwhile."""
    # Unverified: Microsoft doesn't document this state; its refusal names "objects currently undergoing migration".
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} is being moved to the cloud, and can't be changed until that is done.", group=group.name),
        advice=_("It usually takes a minute or two. Wait, then check again."),
        because=(Evidence(_("Source of authority"), _("the cloud, while sync is still enabled")),),
        learn=LEARN,
        probable=True,
    )
