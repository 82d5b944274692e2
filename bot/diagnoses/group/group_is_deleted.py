"""The group was deleted and waits in the recycle bin.

Seen as   The group is gone from Teams and Outlook, or Graph answers 404.
Why       Somebody deleted it, or it expired. Microsoft 365 and security groups can be restored for 30 days.
Put right Restore it, as an owner or a Groups Administrator.
"""

from datetime import timedelta

from bot.model import Evidence, Finding, Operation, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MineInBin
from bot.readings.group import DeletedGroup, Group
from bot.remedies.restore_group import RestoreGroup
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/users/groups-restore-deleted"
KEPT = timedelta(days=30)


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    Symptom.GROUP_SOURCE,
    Symptom.GROUP_OWNERS,
    Symptom.GROUP_SYNC,
    checks=_("whether it has been deleted"),
    operations={None, *Operation},
)
def diagnose(group: Group | None, deleted: DeletedGroup | Unreadable | None, mine: MineInBin | Unreadable) -> Verdict:
    """Speaks when the group is in the recycle bin and not alive."""
    if group or not deleted:
        return None
    if isinstance(deleted, Unreadable):
        return deleted
    name = deleted.display_name or deleted.id
    rows = [Evidence(_("State"), _("deleted"))]
    if deleted.deleted_date_time:
        rows.append(Evidence(_("Deleted"), deleted.deleted_date_time))
        rows.append(Evidence(_("Can be restored until"), deleted.deleted_date_time + KEPT))
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} has been deleted.", group=name),
        advice=advice(deleted),
        because=(*rows, Evidence(_("Relation to the group"), relation(deleted, mine))),
        remedies=restoring(deleted, name),
        learn=LEARN,
    )


def relation(deleted: DeletedGroup, mine: MineInBin | Unreadable) -> Text:
    """Whether the asker owns it: its owners may restore it."""
    owned = None if isinstance(mine, Unreadable) else next(mine.read, None)
    if owned is None:
        return _("not visible to you")
    return _("you are an owner") if owned.includes(deleted.id) else _("not an owner")


def restoring(deleted: DeletedGroup, name: str) -> tuple[RestoreGroup, ...]:
    """A group that can hold directory roles takes a permission to restore that this bot doesn't ask for."""
    if deleted.is_assignable_to_role:
        return ()
    return (RestoreGroup(group_id=deleted.id, group_name=name),)


def advice(deleted: DeletedGroup) -> Text:
    """How long it waits, and for whom."""
    if deleted.is_assignable_to_role:
        return _("It can hold directory roles, so a Privileged Role Administrator has to restore it, within 30 days.")
    return _("It can be restored for 30 days, with its members. Files and conversations may take a day to return.")
