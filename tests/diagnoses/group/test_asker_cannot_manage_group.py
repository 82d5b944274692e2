from typing import Any

import pytest

from bot.diagnoses.asker_cannot_manage_group import diagnose
from bot.model import Finding, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import ActiveRoles, RoleAssignments
from bot.readings.group import Group, Owners
from bot.roles import Role
from tests.readings import (
    GROUP_ID,
    UNIT_ID,
    active,
    asker,
    assigned,
    distribution_list,
    gap,
    group,
    microsoft_365,
    owned,
    owners,
    question,
    synced,
    units,
)

IN_UNIT = f"/administrativeUnits/{UNIT_ID}"


def verdict(
    of: Group | None = None, symptom: Symptom = Symptom.GROUP_EDIT, **given: Any
) -> Finding | Unreadable | None:
    usual: dict[str, Any] = {
        "asker": asker(),
        "owned": owned(),
        "roles": active(),
        "assigned": assigned(),
        "units": units(),
        "owners": owners("Adele", "Megan"),
    }
    return diagnose(question=question(symptom), group=of or group(), **{**usual, **given})


def test_it_speaks_to_somebody_with_no_right_and_offers_to_ask() -> None:
    finding = verdict()
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert [remedy.id() for remedy in finding.remedies] == ["ask_an_owner"]


def test_it_offers_nothing_it_cannot_do() -> None:
    finding = verdict(owners=owners())
    assert isinstance(finding, Finding)
    assert finding.remedies == ()


@pytest.mark.parametrize("role", [Role.GROUPS, Role.USER, Role.GLOBAL, Role.INTUNE])
def test_it_is_silent_to_those_who_may_change_a_security_group(role: Role) -> None:
    assert verdict(owned=owned(GROUP_ID)) is None
    assert verdict(roles=active(role)) is None


def test_a_role_for_other_kinds_of_group_does_not_count() -> None:
    assert isinstance(verdict(roles=active(Role.TEAMS)), Finding)
    assert isinstance(verdict(microsoft_365(), roles=active(Role.INTUNE)), Finding)


def test_a_role_in_one_of_the_groups_units_counts_and_in_another_does_not() -> None:
    scoped = assigned(Role.GROUPS, scope=IN_UNIT)
    assert verdict(assigned=scoped, units=units(restricted=False)) is None
    assert isinstance(verdict(assigned=scoped, units=units()), Finding)


@pytest.mark.parametrize(
    "other",
    [
        synced(),
        distribution_list(),
        group(is_management_restricted=True),
        group(is_assignable_to_role=True),
    ],
)
def test_it_leaves_groups_to_whatever_else_decides(other: Group) -> None:
    assert verdict(other) is None


def test_a_dynamic_group_can_be_edited_but_not_its_members() -> None:
    dynamic = group(group_types=("DynamicMembership",))
    assert verdict(dynamic, Symptom.GROUP_MEMBERS) is None
    assert isinstance(verdict(dynamic, Symptom.GROUP_EDIT), Finding)


def test_an_administrator_who_is_no_owner_is_told_about_teams_and_outlook() -> None:
    finding = verdict(microsoft_365(), roles=active(Role.GROUPS))
    assert isinstance(finding, Finding)
    assert (finding.severity, finding.probable) == (Severity.NOTE, True)
    assert [remedy.id() for remedy in finding.remedies] == ["add_owner"]


def test_it_says_what_is_missing_rather_than_guess() -> None:
    assert verdict(roles=gap(ActiveRoles)) == gap(ActiveRoles)
    assert verdict(assigned=gap(RoleAssignments)) == gap(RoleAssignments)
    assert isinstance(verdict(owners=gap(Owners)), Finding)


def test_guests_are_another_story() -> None:
    assert verdict(asker=asker(user_type="Guest")) is None
