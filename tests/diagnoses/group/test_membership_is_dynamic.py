from bot.diagnoses.membership_is_dynamic import diagnose
from bot.model import Finding, Severity
from bot.texts import Voice, say
from tests.readings import group, synced

RULE = '(user.department -eq "Sales")'


def advice(**changed: str) -> str:
    finding = diagnose(group(**{"group_types": ("DynamicMembership",), "membership_rule": RULE, **changed}))
    assert isinstance(finding, Finding)
    return say(finding.advice, Voice())


def test_it_speaks_about_a_dynamic_group_and_shows_the_rule() -> None:
    finding = diagnose(group(group_types=("DynamicMembership",), membership_rule=RULE))
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert finding.because[0].value == RULE


def test_it_is_silent_about_assigned_and_synced_groups() -> None:
    assert diagnose(group()) is None
    assert diagnose(synced(group_types=("DynamicMembership",))) is None


def test_a_paused_rule_and_a_retired_one_are_told_apart() -> None:
    assert "24 hours" in advice()
    assert "paused" in advice(membership_rule_processing_state="Paused")
    assert "memberOf" in advice(membership_rule="user.memberOf -any (group.objectId -in ['x'])")
