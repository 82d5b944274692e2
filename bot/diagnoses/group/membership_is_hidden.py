"""The group doesn't show who is in it.

Seen as   The list of members is empty or missing, or "Only members can see who's in this group".
Why       A Microsoft 365 group with hidden membership shows its members only to each other, to its owners and to some
          administrators. That is decided when the group is made and can't be changed later.
Put right Ask an owner who is in it, or to be made a member.
"""

from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import Group, Owners
from bot.readings.person import Account, ActiveRoles
from bot.rights import asking_an_owner, owns
from bot.roles import HIDDEN_MEMBERS, named
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/resources/group"


@explains(
    Symptom.GROUP_MEMBERS,
    checks=_("whether it hides its members"),
    operations=(Operation.SEE_MEMBERS,),
    unless=("group_is_deleted",),
)
def diagnose(
    question: Question,
    group: Group,
    account: Account,
    owned: MyOwnedGroups | Unreadable,
    owners: Owners | Unreadable,
    roles: ActiveRoles | Unreadable,
) -> Verdict:
    """Speaks of a group with hidden membership, also to those who see it all the same."""
    if group.display_name is None:
        return Unreadable(Group, 200, "NotVisible")
    if group.visibility != "HiddenMembership":
        return None
    owner = owns(question, group, owned, owners)
    if owner is True:
        return all_the_same(as_owner(question, group, account), Evidence(_("Relation to the group"), _("owner")))
    held = roles.templates & HIDDEN_MEMBERS if isinstance(roles, ActiveRoles) else frozenset[str]()
    if held:
        return all_the_same(by_role(question, group, account), Evidence(_("Active roles"), named(held)))
    if isinstance(owner, Unreadable):
        return owner
    return roles if isinstance(roles, Unreadable) else hidden(question, group, owners)


def hidden(question: Question, group: Group, owners: Owners | Unreadable) -> Finding:
    """Who sees them, and what to do; whether the person is a member isn't told for such a group."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("{group} hides who is in it: only members, owners and some administrators see that.", group=group.name),
        advice=_(
            "It can't be changed for a group that exists. Members see each other in Outlook; others ask an owner."
        ),
        because=(HIDES,),
        remedies=asking_an_owner(question, group, owners),
        learn=LEARN,
    )


HIDES = Evidence(_("Membership"), _("hidden, since the group was made"))


def all_the_same(title: Text, why: Evidence) -> Finding:
    """Hidden, but not from this person."""
    return Finding(
        severity=Severity.NOTE,
        title=title,
        advice=_("Where the list is empty all the same, the program may lack the permission to read hidden members."),
        because=(HIDES, why),
        learn=LEARN,
        leads=True,
    )


def as_owner(question: Question, group: Group, account: Account) -> Text:
    """That an owner sees them."""
    if question.oneself:
        return _("{group} hides who is in it, but you own it, so you see its members.", group=group.name)
    return _(
        "{group} hides who is in it, but {person} owns it and sees its members.", group=group.name, person=account.name
    )


def by_role(question: Question, group: Group, account: Account) -> Text:
    """That a role shows them."""
    if question.oneself:
        return _("{group} hides who is in it, but your role shows you its members.", group=group.name)
    return _(
        "{group} hides who is in it, but a role shows {person} its members.", group=group.name, person=account.name
    )
