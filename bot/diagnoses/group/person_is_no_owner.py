"""Somebody else doesn't own the group: an owner can make them one.

Seen as   "Does Lee own Sales?", or a request to become an owner that an owner says yes to.
Why       Owners are set one by one; belonging to the group doesn't make anybody an owner.
Put right Make the person an owner, as an owner or a Groups Administrator.
"""

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.group import Group, Owners
from bot.readings.person import Account
from bot.rights import making_owner
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/group-post-owners"


@explains(
    Symptom.GROUP_OWNERS,
    checks=_("whether the person owns it"),
    before=("group_owners",),
    operations=(None,),
    causes=(),
)
def diagnose(question: Question, group: Group, account: Account, owners: Owners) -> Verdict:
    """Speaks of somebody else than the asker, in a group whose owners Graph keeps."""
    if question.oneself or group.on_premises_sync_enabled or group.in_exchange:
        return NOT_APPLICABLE
    if any(owner.id == account.id for owner in owners.value):
        return None
    return Finding(
        severity=Severity.NOTE,
        title=_("{person} doesn't own {group}.", person=account.name, group=group.name),
        advice=advice(group, account),
        because=(Evidence(_("Relation to the group"), _("not an owner")),),
        remedies=making_owner(group, account),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        leads=True,
    )


def advice(group: Group, account: Account) -> Text:
    """Who can make them one."""
    if group.is_management_restricted:
        return _("Only an administrator of its restricted unit can make {person} an owner.", person=account.name)
    if group.is_assignable_to_role:
        return _("An owner or a Privileged Role Administrator can make {person} an owner.", person=account.name)
    return _("An owner or a Groups Administrator can make {person} an owner.", person=account.name)
