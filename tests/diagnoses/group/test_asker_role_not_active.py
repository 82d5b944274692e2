from typing import Any

from bot.diagnoses.asker_role_not_active import diagnose
from bot.model import Finding, Severity
from bot.reading import Unreadable
from bot.readings.asker import EligibleRoles
from bot.readings.group import Group
from bot.roles import Role
from bot.texts import Voice, say
from tests.readings import GROUP_ID, UNIT_ID, active, asker, assigned, eligible, gap, group, owned, synced, units

IN_UNIT = f"/administrativeUnits/{UNIT_ID}"


def verdict(of: Group | None = None, **given: Any) -> Finding | Unreadable | None:
    usual: dict[str, Any] = {
        "asker": asker(),
        "owned": owned(),
        "roles": active(),
        "assigned": assigned(),
        "units": units(),
        "eligible": eligible(Role.GROUPS),
    }
    return diagnose(group=of or group(), **{**usual, **given})


def test_it_speaks_about_a_sleeping_role_that_would_do() -> None:
    finding = verdict()
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert say(finding.because[0].value, Voice()) == "Groups Administrator"


def test_it_is_silent_when_something_else_gives_the_right() -> None:
    assert verdict(owned=owned(GROUP_ID)) is None
    assert verdict(roles=active(Role.USER)) is None


def test_it_is_silent_about_roles_that_would_not_help() -> None:
    assert verdict(eligible=eligible(Role.TEAMS)) is None
    assert verdict(eligible=eligible()) is None
    assert verdict(synced()) is None


def test_eligibility_in_a_unit_counts_for_groups_in_it() -> None:
    scoped = eligible(Role.GROUPS, scope=IN_UNIT)
    assert isinstance(verdict(eligible=scoped, units=units(restricted=False)), Finding)
    assert verdict(eligible=scoped, units=units()) is None


def test_without_pim_nobody_is_eligible_and_without_permission_nobody_knows() -> None:
    assert verdict(eligible=gap(EligibleRoles, code="AadPremiumLicenseRequired")) is None
    assert verdict(eligible=gap(EligibleRoles)) == gap(EligibleRoles)
