from bot.diagnoses.group.group_is_role_assignable import diagnose
from bot.model import Severity, Symptom
from bot.readings.asker import MyOwnedGroups
from bot.readings.group import Owners
from bot.readings.person import ActiveRoles, RoleAssignments
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    IN_UNIT,
    about_lee,
    active,
    assigned,
    english,
    found,
    gap,
    group,
    offered,
    owned,
    owner,
    owners,
    question,
    verdict,
)

TIER_0 = group(is_assignable_to_role=True)
DELETE = question(Symptom.GROUP_DELETE)
PALLE = owners("Palle")


def test_it_speaks_to_a_groups_administrator() -> None:
    finding = found(diagnose, TIER_0, owned(), active(Role.GROUPS), PALLE)
    assert english(finding.title) == "Sales can hold directory roles, so only a few people may change it."
    assert finding.severity is Severity.CAUSE
    assert offered(finding) == ["ask_an_owner"]


def test_those_who_may_are_in_order() -> None:
    assert verdict(diagnose, TIER_0) is None
    for role in (Role.GLOBAL, Role.PRIVILEGED_ROLE):
        assert verdict(diagnose, TIER_0, owned(), active(role)) is None
        assert verdict(diagnose, TIER_0, owned(), active(role), of=DELETE) is None
    assert verdict(diagnose, TIER_0, owned(), assigned(Role.PRIVILEGED_ROLE), gap(ActiveRoles)) is None


def test_an_owner_of_a_role_assignable_group_does_not_delete_it() -> None:
    finding = found(diagnose, TIER_0, PALLE, of=DELETE)
    assert english(finding.title) == "Sales can hold directory roles, so only a few people may delete it."
    assert "its owners can't" in english(finding.advice)
    assert offered(finding) == []


def test_a_role_in_a_unit_does_not_reach_such_a_group() -> None:
    assert found(diagnose, TIER_0, owned(), assigned(Role.PRIVILEGED_ROLE, scope=IN_UNIT)).severity is Severity.CAUSE


def test_ordinary_groups_are_none_of_its_business() -> None:
    assert verdict(diagnose, group(), owned(), gap(ActiveRoles)) is NOT_APPLICABLE


def test_roles_that_may_not_be_read_are_a_gap() -> None:
    unread = gap(ActiveRoles), gap(RoleAssignments)
    assert verdict(diagnose, TIER_0, owned(), *unread) == (gap(RoleAssignments),)
    assert verdict(diagnose, TIER_0, gap(MyOwnedGroups)) == (gap(MyOwnedGroups),)
    assert found(diagnose, TIER_0, owned(), gap(RoleAssignments)).severity is Severity.CAUSE


def test_nobody_is_asked_when_no_owner_can_be_seen_or_can_answer() -> None:
    assert offered(found(diagnose, TIER_0, owned(), gap(Owners))) == []
    assert offered(found(diagnose, TIER_0, owned(), Owners(value=(owner("Palle", enabled=False),)))) == []


def test_about_somebody_else_it_is_their_role_that_counts() -> None:
    assert verdict(diagnose, TIER_0, owned(), active(Role.GLOBAL), of=about_lee()) is None
    assert found(diagnose, TIER_0, owned(), of=about_lee()).severity is Severity.CAUSE
