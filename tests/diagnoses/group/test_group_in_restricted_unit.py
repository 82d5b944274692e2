from bot.diagnoses.group.group_in_restricted_unit import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import GroupUnits
from bot.readings.person import RoleAssignments
from bot.roles import Role
from tests.readings import (
    IN_UNIT,
    LEE,
    UNIT_ID,
    about_lee,
    account,
    assigned,
    english,
    found,
    gap,
    group,
    question,
    shown,
    unit,
    units,
    verdict,
)

RESTRICTED = group(is_management_restricted=True)
SCOPED = assigned(Role.GROUPS, scope=IN_UNIT)
UNSEEN = Unreadable(GroupUnits, 200, "NotVisible")
OTHER = "00000000-0000-4000-8000-000000000001"


def test_it_speaks_to_a_global_administrator_too() -> None:
    finding = found(diagnose, RESTRICTED, units(restricted=True), assigned(Role.GLOBAL))
    assert english(finding.title) == "Sales is protected: only administrators of its restricted unit can change it."
    assert finding.severity is Severity.CAUSE
    assert shown(finding, "Restricted administrative unit") == "Denmark"


def test_an_administrator_of_the_unit_is_let_in() -> None:
    assert verdict(diagnose, RESTRICTED, units(restricted=True), SCOPED) is None


def test_a_role_in_the_unit_that_may_not_do_what_is_wanted_does_not_help() -> None:
    writer = assigned(Role.DIRECTORY_WRITERS, scope=IN_UNIT)
    assert verdict(diagnose, RESTRICTED, units(restricted=True), writer) is None
    assert found(diagnose, RESTRICTED, units(restricted=True), writer, of=question(Symptom.GROUP_DELETE))


def test_a_role_in_an_ordinary_unit_of_the_group_does_not_help() -> None:
    assert found(diagnose, RESTRICTED, units(restricted=False), SCOPED).severity is Severity.CAUSE


def test_one_of_its_admins_is_not_kept_out_because_the_units_flag_was_not_shown() -> None:
    """Null because of consent: of the only unit that can be the restricting one, the person is an administrator."""
    unshown = GroupUnits(value=(unit(restricted=None),))
    assert verdict(diagnose, RESTRICTED, unshown, SCOPED) is None


def test_of_two_units_with_unshown_flags_nobody_knows_which() -> None:
    two = GroupUnits(value=(unit(restricted=None), unit(OTHER, restricted=None)))
    assert verdict(diagnose, RESTRICTED, two, SCOPED) == (UNSEEN,)
    assert found(diagnose, RESTRICTED, two, assigned()).severity is Severity.CAUSE
    sure = GroupUnits(value=(unit(UNIT_ID, restricted=True), unit(OTHER, restricted=None)))
    assert verdict(diagnose, RESTRICTED, sure, SCOPED) is None


def test_a_group_in_no_restricted_unit_is_in_order() -> None:
    assert verdict(diagnose, group(is_management_restricted=False), units(restricted=False)) is None
    assert verdict(diagnose, group(), units(restricted=False)) is None


def test_no_tick_over_units_nobody_could_look_at() -> None:
    assert verdict(diagnose, group(), gap(GroupUnits)) == (gap(GroupUnits),)
    assert verdict(diagnose, group(is_management_restricted=False), gap(GroupUnits)) is None


def test_nobody_manages_a_role_assignable_group_from_within_a_unit() -> None:
    both = group(is_management_restricted=True, is_assignable_to_role=True)
    assert "role-assignable" in english(found(diagnose, both, units(restricted=True), SCOPED).advice)


def test_an_unseen_unit_is_still_a_restricted_one_unless_a_role_in_some_unit_might_count() -> None:
    finding = found(diagnose, RESTRICTED, gap(GroupUnits), assigned())
    assert shown(finding, "Restricted administrative unit") == "not visible to you"
    assert verdict(diagnose, RESTRICTED, gap(GroupUnits), SCOPED) == (gap(GroupUnits),)
    assert verdict(diagnose, RESTRICTED, units(restricted=True), gap(RoleAssignments)) == (gap(RoleAssignments),)


def test_about_somebody_else_it_is_their_role_that_counts() -> None:
    assert verdict(diagnose, RESTRICTED, units(restricted=True), SCOPED, of=about_lee()) is None
    assert found(diagnose, RESTRICTED, units(restricted=True), of=about_lee()).severity is Severity.CAUSE


def test_a_guests_role_in_the_unit_is_of_use_only_with_one_that_reads_the_directory() -> None:
    lee = account(id=LEE, user_type="Guest")
    unsure = Unreadable(RoleAssignments, 200, "NotVisible")
    assert verdict(diagnose, RESTRICTED, lee, SCOPED, units(restricted=True), of=about_lee()) == (unsure,)
    reading = RoleAssignments(value=(*SCOPED.value, *assigned(Role.HYBRID_IDENTITY).value))
    assert verdict(diagnose, RESTRICTED, lee, reading, units(restricted=True), of=about_lee()) is None
