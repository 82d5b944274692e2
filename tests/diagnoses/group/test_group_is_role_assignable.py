from bot.diagnoses.group_is_role_assignable import diagnose
from bot.model import Finding, Severity
from bot.readings.group import Owners
from bot.roles import Role
from tests.readings import GROUP_ID, active, gap, group, owned, owners

TIER_0 = group(is_assignable_to_role=True)


def test_it_speaks_to_a_groups_administrator() -> None:
    finding = diagnose(TIER_0, owned(), active(Role.GROUPS), owners("Palle"))
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert [remedy.id() for remedy in finding.remedies] == ["ask_an_owner"]


def test_it_is_silent_to_those_who_may() -> None:
    assert diagnose(TIER_0, owned(GROUP_ID), active(), owners()) is None
    assert diagnose(TIER_0, owned(), active(Role.GLOBAL), owners()) is None
    assert diagnose(TIER_0, owned(), active(Role.PRIVILEGED_ROLE), owners()) is None


def test_it_is_silent_about_ordinary_groups() -> None:
    assert diagnose(group(), owned(), active(), owners()) is None


def test_nobody_is_asked_when_no_owner_can_be_seen() -> None:
    finding = diagnose(TIER_0, owned(), active(), gap(Owners))
    assert isinstance(finding, Finding)
    assert finding.remedies == ()
