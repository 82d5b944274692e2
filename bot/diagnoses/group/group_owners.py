"""Who owns the group, as far as Graph knows and the person who asks may see.

Seen as   "Who owns this?", "whom do I ask?", a group that nobody seems to look after.
Why       Graph keeps the owners of groups that live in the cloud. Those of groups from Active Directory and of groups
          that Exchange manages stand there, and Graph shows none.
Put right Ask one of the owners; where there is none, a Groups Administrator can make somebody one.
"""

from bot.deep_links import in_entra, in_exchange
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.group import Group, Owner, Owners
from bot.rights import asking_an_owner
from bot.rule import Verdict, explains
from bot.texts import Text, Value, _

LEARN = "https://learn.microsoft.com/graph/api/group-list-owners"
SHOWN = 15
"""More owners than this are a directory, not an answer."""


@explains(Symptom.GROUP_OWNERS, checks=_("whether it has owners"))
def diagnose(question: Question, group: Group, owners: Owners) -> Verdict:
    """Always speaks: the list is the answer, or why there is none."""
    if group.on_premises_sync_enabled:
        return managed_on_premises(group)
    if group.in_exchange:
        return managed_in_exchange(group)
    if not owners.value:
        return nobody(group)
    return Finding(
        severity=Severity.NOTE,
        title=title(group, owners),
        advice=advice(question, owners),
        because=tuple(Evidence(_("Owner"), line(one, question.asker)) for one in owners.value[:SHOWN]),
        remedies=asking_an_owner(question, group, owners),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        leads=True,
    )


def title(group: Group, owners: Owners) -> Text:
    """The only owner by name, or how many there are."""
    match owners.value:
        case (Owner(display_name=str() as name),):
            return _("{owner} owns {group}.", owner=name, group=group.name)
        case (_nameless,):
            return _("{group} has one owner, whose name you may not see.", group=group.name)
        case several:
            return _("{group} has {count} owners.", group=group.name, count=len(several))


def advice(question: Question, owners: Owners) -> Text:
    """What they can be asked, and when there is nobody to ask."""
    if any(owner.id == question.asker for owner in owners.value):
        return _("You are one of them, so you can change it.") if len(owners.value) > 1 else _("That is you.")
    if not owners.people:
        return _("An app owns it, and an app can't be asked. A Groups Administrator can make somebody an owner.")
    if not owners.reachable:
        return _("Their accounts are disabled. A Groups Administrator can make somebody else an owner.")
    return _("An owner can change it, decide who is a member, and make you an owner.")


def line(owner: Owner, asker: str) -> Value:
    """An owner's name, and what is worth knowing of them; nothing else is known of an app."""
    if not owner.display_name:
        return _("somebody whose name you may not see") if owner.person else _("an app")
    if owner.id == asker:
        return _("{name} (you)", name=owner.display_name)
    return owner.called


def nobody(group: Group) -> Finding:
    """No owner at all, which is a risk: nobody looks after it."""
    return Finding(
        severity=Severity.RISK,
        title=_("Nobody owns {group}.", group=group.name),
        advice=_("A Groups Administrator can make somebody an owner."),
        because=(Evidence(_("Owners"), _("none")),),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        leads=True,
    )


def managed_on_premises(group: Group) -> Finding:
    """Graph keeps no owners for it."""
    return Finding(
        severity=Severity.NOTE,
        title=_("{group} is managed in Active Directory, so I can't see who owns it.", group=group.name),
        advice=_("Active Directory shows it under “Managed by”. Ask your IT support to look."),
        because=(Evidence(_("Source of authority"), _("Active Directory")),),
        learn=LEARN,
        leads=True,
    )


def managed_in_exchange(group: Group) -> Finding:
    """Graph keeps no owners for it."""
    return Finding(
        severity=Severity.NOTE,
        title=_("{group} is managed in Exchange, so I can't see who owns it.", group=group.name),
        advice=_("The Exchange admin center shows its owners. Ask your IT support to look."),
        because=(Evidence(_("Managed in"), _("Exchange Online")),),
        by_hand=(in_exchange(),),
        learn=LEARN,
        leads=True,
    )
