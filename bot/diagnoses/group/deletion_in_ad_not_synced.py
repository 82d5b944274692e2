"""The group was deleted in Active Directory, and is still in the cloud.

Seen as   "It is gone from AD, but still in Teams, Outlook or Entra."
Why       A deletion comes with the next sync, and only for a group that is still synced. It doesn't come while the
          sync stands still, while licences hold the group, for a group that was moved to the cloud, and for one that
          never came from Active Directory.
Put right Get the sync to run, or delete the group where it is managed now.
"""

from datetime import timedelta

from bot.deep_links import in_connect, in_entra
from bot.model import Evidence, Finding, Link, Operation, Question, Severity, Symptom
from bot.powershell import on_sync_server
from bot.reading import Unreadable
from bot.readings.group import Group
from bot.readings.tenant import DirectorySync
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = (
    "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-prevent-accidental-deletes"
)
LATE = timedelta(hours=3)
"""Ours, as for the sync itself: Microsoft names no figure between an hour and a day."""


@explains(
    Symptom.GROUP_DELETE,
    checks=_("whether a deletion in Active Directory reaches it"),
    operations=(Operation.DELETED_IN_AD,),
    unless=("group_is_deleted", "group_holds_licenses"),
)
def diagnose(question: Question, group: Group, sync: DirectorySync | Unreadable) -> Verdict:
    """Speaks always: a group that is there hasn't been reached."""
    if group.display_name is None:
        return Unreadable(Group, 200, "NotVisible")
    if not group.on_premises_sync_enabled:
        return no_longer_synced(group) if group.from_active_directory else never_synced(group)
    if isinstance(sync, Unreadable):
        return sync
    if sync.enabled is False or (sync.last and question.asked - sync.last > LATE):
        return sync_stands_still(group, sync)
    return not_come_through(group, sync)


def no_longer_synced(group: Group) -> Finding:
    """It came from there once, and is managed in the cloud now."""
    return found(
        _("{group} no longer comes from Active Directory, so deleting it there does nothing here.", group=group.name),
        _("It is managed in the cloud now: whoever may delete it has to delete it here."),
        Evidence(_("Source of authority"), _("the cloud, formerly Active Directory")),
        by_hand=in_entra(group.id),
    )


def never_synced(group: Group) -> Finding:
    """What was deleted there was something else."""
    return found(
        _(
            "{group} was made in the cloud, so nothing that is deleted in Active Directory deletes it.",
            group=group.name,
        ),
        _("What was deleted there was another group. Whoever may delete this one has to delete it here."),
        Evidence(_("Source of authority"), _("the cloud")),
        by_hand=in_entra(group.id),
    )


def sync_stands_still(group: Group, sync: DirectorySync) -> Finding:
    """Nothing comes over at all."""
    last = (Evidence(_("Directory last synced"), sync.last),) if sync.last else ()
    return found(
        _("{group} is still here because directory sync doesn't run.", group=group.name),
        _("Its deletion comes over once the sync runs again. Ask me whether the sync runs."),
        Evidence(_("Source of authority"), _("Active Directory")),
        *last,
        by_hand=in_connect(),
    )


def found(title: Text, advice: Text, *because: Evidence, by_hand: Link) -> Finding:
    """What explains it."""
    return Finding(
        severity=Severity.CAUSE, title=title, advice=advice, because=because, by_hand=(by_hand,), learn=LEARN
    )


def not_come_through(group: Group, sync: DirectorySync) -> Finding:
    """The sync runs, and this deletion hasn't come with it; what holds it back can't be seen from here."""
    rows = [Evidence(_("Source of authority"), _("Active Directory"))]
    if group.on_premises_last_sync_date_time:
        rows.append(Evidence(_("Group last synced"), group.on_premises_last_sync_date_time))
    if sync.last:
        rows.append(Evidence(_("Directory last synced"), sync.last))
    return Finding(
        severity=Severity.NOTE,
        title=_(
            "For Microsoft 365, {group} still comes from Active Directory: no deletion has arrived.", group=group.name
        ),
        advice=_(
            "It comes with the next sync, within 30 minutes. If not, look on the sync server: it holds back more than "
            "500 deletions at once, and the group may still be there in another place."
        ),
        because=tuple(rows),
        by_hand=(in_connect(), *on_sync_server()),
        learn=LEARN,
        leads=True,
    )
