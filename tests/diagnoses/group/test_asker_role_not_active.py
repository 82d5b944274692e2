from bot.deep_links import in_pim
from bot.diagnoses.group.asker_role_not_active import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import GroupUnits
from bot.readings.person import EligibleRoles, GroupEligibleRoles, RoleAssignments, RoleGroups
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    IN_UNIT,
    LEE,
    about_lee,
    account,
    active,
    assigned,
    eligible,
    english,
    found,
    gap,
    group,
    not_eligible_through,
    owned,
    question,
    shown,
    through_groups,
    units,
    verdict,
)

WAITING = eligible(Role.GROUPS)


def test_it_speaks_about_a_sleeping_role_that_would_do() -> None:
    finding = found(diagnose, owned(), WAITING)
    assert english(finding.title) == "You could change Sales, but your role isn't active."
    assert finding.severity is Severity.CAUSE
    assert shown(finding, "Roles that can be activated") == "Groups Administrator"


def test_the_pim_link_is_the_best_button_for_oneself_only() -> None:
    assert found(diagnose, owned(), WAITING).page == in_pim()
    assert found(diagnose, owned(), WAITING).remedies == ()
    assert found(diagnose, owned(), WAITING, of=about_lee()).page is None


def test_about_somebody_else_the_words_are_about_them() -> None:
    finding = found(diagnose, account(id=LEE), owned(), WAITING, of=about_lee())
    assert english(finding.title) == "Lee Gu could change Sales, but the role isn't active."
    assert english(finding.advice).startswith("Lee Gu has to activate it in PIM.")


def test_whoever_has_the_right_already_is_in_order() -> None:
    assert verdict(diagnose, WAITING) is None
    assert verdict(diagnose, owned(), active(Role.USER), WAITING) is None


def test_roles_that_would_not_help_are_not_spoken_of() -> None:
    assert verdict(diagnose, owned(), eligible(Role.TEAMS)) is None
    assert verdict(diagnose, owned(), eligible()) is None


def test_a_role_that_may_change_but_not_delete_does_not_wake_for_deleting() -> None:
    sleeping = eligible(Role.DIRECTORY_WRITERS)
    assert found(diagnose, owned(), sleeping).severity is Severity.CAUSE
    assert verdict(diagnose, owned(), sleeping, of=question(Symptom.GROUP_DELETE)) is None


def test_eligibility_in_a_unit_counts_for_groups_in_it() -> None:
    scoped = eligible(Role.GROUPS, scope=IN_UNIT)
    assert found(diagnose, owned(), scoped, units(restricted=False)).severity is Severity.CAUSE
    assert verdict(diagnose, owned(), scoped, units()) is None


def test_eligible_in_the_very_restricted_unit_is_told_to_activate_as_well() -> None:
    guarded, inside = group(is_management_restricted=True), units(restricted=True)
    assert found(diagnose, guarded, inside, eligible(Role.GROUPS, scope=IN_UNIT)).severity is Severity.CAUSE
    assert verdict(diagnose, guarded, inside, eligible(Role.GROUPS)) is None


def test_a_role_for_the_whole_organisation_is_the_one_to_activate_for_a_role_assignable_group() -> None:
    tier_0 = group(is_assignable_to_role=True)
    assert found(diagnose, tier_0, owned(), eligible(Role.PRIVILEGED_ROLE)).severity is Severity.CAUSE
    in_unit = eligible(Role.PRIVILEGED_ROLE, scope=IN_UNIT)
    assert verdict(diagnose, tier_0, owned(), in_unit, units(restricted=False)) is None


def test_a_role_waits_in_a_group_of_the_person() -> None:
    finding = found(diagnose, owned(), of=about_lee(), each=through_groups(Role.GROUPS))
    assert shown(finding, "Roles that can be activated") == "Groups Administrator"


def test_groups_that_could_not_all_be_looked_into_are_a_gap() -> None:
    assert verdict(diagnose, owned(), gap(RoleGroups), of=about_lee()) == (gap(RoleGroups),)
    unread = not_eligible_through(gap(GroupEligibleRoles))
    assert verdict(diagnose, owned(), of=about_lee(), each=unread) == (gap(GroupEligibleRoles),)
    too_many = through_groups(unread=1)
    assert verdict(diagnose, owned(), of=about_lee(), each=too_many) == (Unreadable(RoleGroups, 200, "Incomplete"),)


def test_without_pim_nobody_is_eligible_and_without_permission_nobody_knows() -> None:
    assert verdict(diagnose, owned(), gap(EligibleRoles, code="AadPremiumLicenseRequired")) is NOT_APPLICABLE
    assert verdict(diagnose, owned(), gap(EligibleRoles)) == (gap(EligibleRoles),)
    no_pim = not_eligible_through(gap(GroupEligibleRoles, code="AadPremiumLicenseRequired"))
    assert verdict(diagnose, owned(), each=no_pim) is None


def test_what_else_it_takes_is_a_gap() -> None:
    assert verdict(diagnose, owned(), WAITING, gap(GroupUnits)) == (gap(GroupUnits),)
    assert verdict(diagnose, owned(), eligible(), gap(RoleAssignments)) == (gap(RoleAssignments),)


def test_whoever_has_a_role_in_the_restricted_unit_has_nothing_to_activate() -> None:
    shut = (group(is_management_restricted=True), units(restricted=True), owned())
    awake = assigned(Role.GROUPS, scope=IN_UNIT)
    assert verdict(diagnose, *shut, awake, eligible(Role.USER, scope=IN_UNIT)) is None


def test_no_role_helps_with_a_role_assignable_group_in_a_restricted_unit() -> None:
    shut = (group(is_management_restricted=True, is_assignable_to_role=True), units(restricted=True), owned())
    assert verdict(diagnose, *shut, eligible(Role.GLOBAL, scope=IN_UNIT)) is None


def test_a_deletion_is_called_a_deletion() -> None:
    mine = found(diagnose, owned(), eligible(Role.GROUPS), of=question(Symptom.GROUP_DELETE))
    assert english(mine.title) == "You could delete Sales, but your role isn't active."
