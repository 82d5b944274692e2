from typing import Any

import pytest

from bot.diagnoses.group.membership_is_dynamic import diagnose
from bot.model import Operation, Severity, Symptom
from bot.readings.group import MembershipRuleStatus
from bot.rule import NOT_APPLICABLE
from tests.readings import dynamic, english, found, gap, group, not_there, question, rule_status, shown, verdict

MEMBERS, SYNC = question(Symptom.GROUP_MEMBERS), question(Symptom.GROUP_SYNC)
FROZEN: dict[str, Any] = {"membership_rule": "user.memberOf -any (group.objectId -in ['x'])"}
PAUSED: dict[str, Any] = {"membership_rule_processing_state": "Paused"}


def test_it_speaks_about_a_dynamic_group_and_shows_the_rule() -> None:
    finding = found(diagnose, dynamic(), of=MEMBERS)
    assert english(finding.title) == "A rule decides who is in Sales, so members can't be added or removed by hand."
    assert finding.severity is Severity.CAUSE
    assert shown(finding, "Membership rule") == '(user.department -eq "Sales")'


def test_a_group_with_assigned_members_is_none_of_its_business() -> None:
    assert verdict(diagnose, group(), of=MEMBERS) is NOT_APPLICABLE
    assert verdict(diagnose, group(), gap(MembershipRuleStatus), of=SYNC) is NOT_APPLICABLE


def test_owners_are_set_by_hand_in_a_dynamic_group_too() -> None:
    assert diagnose.operations.isdisjoint({Operation.ADD_OWNER, Operation.REMOVE_OWNER})
    assert diagnose.operations >= {None, Operation.ADD_MEMBER, Operation.REMOVE_MEMBER, Operation.LEAVE}


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({}, rule_status("Succeeded"), "24 hours"),
        ({}, rule_status("Failed"), "or have an administrator change it"),
        ({}, gap(MembershipRuleStatus), "or have an administrator change it"),
        (PAUSED, not_there(MembershipRuleStatus), "The rule is paused"),
        (FROZEN, rule_status("Succeeded"), "memberOf"),
    ],
)
def test_only_a_rule_that_works_is_said_to_follow(changed: dict[str, Any], status: Any, said: str) -> None:
    advice = english(found(diagnose, dynamic(**changed), status, of=MEMBERS).advice)
    assert said in advice
    assert ("24 hours" in advice) is (said == "24 hours")


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        (FROZEN, "The members of Sales are frozen: Microsoft no longer evaluates its rule."),
        (PAUSED, "The members of Sales don't change: its rule is paused."),
    ],
)
def test_a_standstill_answers_whether_the_membership_updates(changed: dict[str, Any], title: str) -> None:
    finding = found(diagnose, dynamic(**changed), of=SYNC)
    assert (finding.severity, english(finding.title)) == (Severity.CAUSE, title)


def test_a_rule_that_works_leads_when_asked_whether_it_updates() -> None:
    finding = found(diagnose, dynamic(), rule_status("Succeeded"), of=SYNC)
    assert (finding.severity, finding.leads) == (Severity.NOTE, True)
    assert english(finding.title) == "A rule decides who is in Sales, and it is on."


def test_whether_the_rule_works_is_known_from_its_status_alone() -> None:
    assert verdict(diagnose, dynamic(), gap(MembershipRuleStatus), of=SYNC) == (gap(MembershipRuleStatus),)


@pytest.mark.parametrize("status", [rule_status("Failed"), rule_status(None), not_there(MembershipRuleStatus)])
def test_nothing_is_said_to_follow_that_is_not_known_to_work(status: Any) -> None:
    assert verdict(diagnose, dynamic(), status, of=SYNC) is NOT_APPLICABLE
