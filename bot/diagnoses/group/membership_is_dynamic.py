"""A rule decides who is a member, so nobody can add or remove anybody by hand.

Seen as   Add member is greyed out or missing, or Graph answers 403 for everybody.
Why       The group has dynamic membership: Microsoft Entra ID works out its members from a rule.
Put right Change the person's properties so that the rule matches, or change the rule.
"""

import re

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group, MembershipRuleStatus
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership"
MEMBER_OF = re.compile(r"\b(user|device)\.memberof\b", re.I)
"""Rules that build on another group: a preview that ended on 3 November 2026.

https://learn.microsoft.com/entra/identity/users/groups-dynamic-rule-member-of
"""
OF_MEMBERS = (None, Operation.ADD_MEMBER, Operation.REMOVE_MEMBER, Operation.ADD_GUEST, Operation.LEAVE)
"""Owners are set by hand in a dynamic group too."""


@explains(
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_SYNC,
    checks=_("whether a rule decides who is a member"),
    before=("group_in_restricted_unit", "group_is_role_assignable"),
    unless=("group_managed_on_premises",),
    operations=OF_MEMBERS,
)
def diagnose(question: Question, group: Group, status: MembershipRuleStatus | Unreadable | None) -> Verdict:
    """Speaks for every dynamic group that isn't Active Directory's."""
    if not group.dynamic:
        return NOT_APPLICABLE
    asked_whether_it_follows = question.symptom is Symptom.GROUP_SYNC
    if asked_whether_it_follows and not stands_still(group):
        return follows(group, status)
    return Finding(
        severity=Severity.CAUSE,
        title=standstill(group) if asked_whether_it_follows else by_rule(group),
        advice=advice(group, status),
        because=evidence(group),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
    )


def follows(group: Group, status: MembershipRuleStatus | Unreadable | None) -> Verdict:
    """The rule is on: whether it works is known from its status alone, and that it fails is said elsewhere."""
    if isinstance(status, Unreadable):
        return status
    if not works(status):
        return NOT_APPLICABLE
    return Finding(
        severity=Severity.NOTE,
        title=_("A rule decides who is in {group}, and it is on.", group=group.name),
        advice=_("A change in what the rule looks at shows in the group within minutes, at most 24 hours."),
        because=evidence(group),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
        leads=True,
    )


def by_rule(group: Group) -> Text:
    """Why nobody can add or remove anybody."""
    return _("A rule decides who is in {group}, so members can't be added or removed by hand.", group=group.name)


def standstill(group: Group) -> Text:
    """Why the members don't follow."""
    if frozen(group):
        return _("The members of {group} are frozen: Microsoft no longer evaluates its rule.", group=group.name)
    return _("The members of {group} don't change: its rule is paused.", group=group.name)


def frozen(group: Group) -> bool:
    """Whether the rule is of a kind that Microsoft has stopped evaluating."""
    return MEMBER_OF.search(group.membership_rule or "") is not None


def stands_still(group: Group) -> bool:
    """Whether the members can't follow, whatever the rule says."""
    return frozen(group) or group.membership_rule_processing_state == "Paused"


def advice(group: Group, status: MembershipRuleStatus | Unreadable | None) -> Text:
    """The rule is the way in, unless it has stopped working."""
    if frozen(group):
        return _(
            "The rule uses memberOf, which Microsoft stopped evaluating on 3 November 2026: the members are frozen as "
            "they were. An administrator has to write another rule."
        )
    if group.membership_rule_processing_state == "Paused":
        return _("The rule is paused, so nothing changes at all. An administrator can turn it on again.")
    if works(status):
        return _(
            "Change what the rule looks at, for example somebody's department, and the group follows within 24 hours. "
            "Or have an administrator change the rule."
        )
    return _("Change what the rule looks at, for example somebody's department, or have an administrator change it.")


def works(status: MembershipRuleStatus | Unreadable | None) -> bool:
    """Whether the rule is known to be evaluated."""
    known = status.membership_rule_processing_status if isinstance(status, MembershipRuleStatus) else None
    return known is not None and known.status in {"NotStarted", "Running", "Succeeded"}


def evidence(group: Group) -> tuple[Evidence, ...]:
    """The rule, and whether it is on."""
    rows = [Evidence(_("Membership rule"), group.membership_rule or _("not visible"))]
    if group.membership_rule_processing_state:
        rows.append(Evidence(_("Rule processing"), state(group)))
    return tuple(rows)


def state(group: Group) -> Text:
    """The rule's processing state in words."""
    return _("paused") if group.membership_rule_processing_state == "Paused" else _("on")
