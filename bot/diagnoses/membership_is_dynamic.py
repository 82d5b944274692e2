"""A rule decides who is a member, so nobody can add or remove anybody by hand.

Seen as   Add member is greyed out or missing, or Graph answers 403 for everybody.
Why       The group has dynamic membership: Microsoft Entra ID works out its members from a rule.
Put right Change the person's properties so that the rule matches, or change the rule.
"""

import re

from bot.deep_links import in_entra
from bot.model import Evidence, Finding, Severity, Symptom
from bot.readings.group import Group
from bot.rule import explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership"
MEMBER_OF = re.compile(r"\b(user|device)\.memberof\b", re.I)
"""Rules that build on another group: a preview that ended on 3 November 2026.

https://learn.microsoft.com/entra/identity/users/groups-dynamic-rule-member-of
"""


@explains(
    Symptom.GROUP_MEMBERS,
    checks=_("whether a rule decides who is a member"),
    before=("asker_cannot_manage_group", "asker_role_not_active"),
)
def diagnose(group: Group) -> Finding | None:
    """Speaks for every dynamic group that isn't Active Directory's."""
    if not group.dynamic or group.on_premises_sync_enabled:
        return None
    rows = [Evidence(_("Membership rule"), group.membership_rule or _("not visible"))]
    if group.membership_rule_processing_state:
        rows.append(Evidence(_("Rule processing"), state(group)))
    return Finding(
        severity=Severity.CAUSE,
        title=_("A rule decides who is in {group}, so members can't be added or removed by hand.", group=group.name),
        advice=advice(group),
        because=tuple(rows),
        by_hand=(in_entra(group.id),),
        learn=LEARN,
    )


def advice(group: Group) -> Text:
    """The rule is the way in, unless it has stopped working."""
    if MEMBER_OF.search(group.membership_rule or ""):
        return _(
            "The rule uses memberOf, which Microsoft stopped evaluating on 3 November 2026: the members are frozen as "
            "they were. An administrator has to write another rule."
        )
    if group.membership_rule_processing_state == "Paused":
        return _("The rule is paused, so nothing changes at all. An administrator can turn it on again.")
    return _(
        "Change what the rule looks at, for example somebody's department, and the group follows within 24 hours. Or "
        "have an administrator change the rule."
    )


def state(group: Group) -> Text:
    """The rule's processing state in words."""
    return _("paused") if group.membership_rule_processing_state == "Paused" else _("on")
