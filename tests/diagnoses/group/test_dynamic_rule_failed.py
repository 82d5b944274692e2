import pytest

from bot.diagnoses.group.dynamic_rule_failed import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import MembershipRuleStatus
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    WHEN,
    dynamic,
    english,
    found,
    gap,
    group,
    not_there,
    question,
    rule_status,
    shown,
    verdict,
)

SYNC, MEMBERS = question(Symptom.GROUP_SYNC), question(Symptom.GROUP_MEMBERS)
FAILED = rule_status("Failed", error_message="Attribute is gone", last_membership_updated=WHEN)


def test_a_rule_that_fails_since_october_is_said_to_fail() -> None:
    finding = found(diagnose, dynamic(), FAILED, of=SYNC)
    assert english(finding.title) == "The rule of Sales fails, so its members aren't updated."
    assert finding.severity is Severity.CAUSE
    assert shown(finding, "Microsoft's message") == "Attribute is gone"
    assert finding.because[-1].value == WHEN


def test_it_is_a_risk_to_somebody_who_wants_to_change_members() -> None:
    assert found(diagnose, dynamic(), FAILED, of=MEMBERS).severity is Severity.RISK
    assert not diagnose.may_cause(Symptom.GROUP_MEMBERS)


@pytest.mark.parametrize("status", ["NotStarted", "Running", "Succeeded"])
def test_a_rule_that_is_evaluated_is_in_order(status: str) -> None:
    assert verdict(diagnose, dynamic(), rule_status(status), of=SYNC) is None


def test_groups_without_a_rule_and_paused_rules_are_none_of_its_business() -> None:
    assert verdict(diagnose, group(), FAILED, of=SYNC) is NOT_APPLICABLE
    assert verdict(diagnose, dynamic(membership_rule_processing_state="Paused"), FAILED, of=SYNC) is NOT_APPLICABLE


@pytest.mark.parametrize("untold", [MembershipRuleStatus(), rule_status(None), not_there(MembershipRuleStatus)])
def test_no_status_at_all_is_nothing_that_was_looked_at(untold: MembershipRuleStatus | Unreadable) -> None:
    assert verdict(diagnose, dynamic(), untold, of=SYNC) == (Unreadable(MembershipRuleStatus, 200, "NotVisible"),)


def test_a_status_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, dynamic(), gap(MembershipRuleStatus), of=SYNC) == (gap(MembershipRuleStatus),)
