from bot.diagnoses.group_in_restricted_unit import diagnose
from bot.model import Finding, Severity
from bot.readings.group import GroupUnits
from bot.roles import Role
from bot.texts import Voice, say
from tests.readings import UNIT_ID, assigned, gap, group, units

RESTRICTED = group(is_management_restricted=True)
IN_UNIT = f"/administrativeUnits/{UNIT_ID}"


def test_it_speaks_to_a_global_administrator_too() -> None:
    finding = diagnose(RESTRICTED, units(restricted=True), assigned(Role.GLOBAL))
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert say(finding.because[0].value, Voice()) == "Denmark"


def test_it_is_silent_to_an_administrator_of_the_unit() -> None:
    assert diagnose(RESTRICTED, units(restricted=True), assigned(Role.GROUPS, scope=IN_UNIT)) is None


def test_a_role_in_an_ordinary_unit_of_the_group_does_not_help() -> None:
    assert isinstance(diagnose(RESTRICTED, units(restricted=False), assigned(Role.GROUPS, scope=IN_UNIT)), Finding)


def test_it_is_silent_about_other_groups() -> None:
    assert diagnose(group(), units(restricted=False), assigned()) is None


def test_nobody_manages_a_role_assignable_group_from_within_a_unit() -> None:
    both = group(is_management_restricted=True, is_assignable_to_role=True)
    finding = diagnose(both, units(restricted=True), assigned(Role.GROUPS, scope=IN_UNIT))
    assert isinstance(finding, Finding)
    assert "role-assignable" in say(finding.advice, Voice())


def test_an_unseen_unit_is_still_a_restricted_one() -> None:
    finding = diagnose(RESTRICTED, gap(GroupUnits), assigned())
    assert isinstance(finding, Finding)
    assert say(finding.because[0].value, Voice()) == "not visible to you"
