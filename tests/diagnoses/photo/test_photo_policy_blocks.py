import pytest

from bot.diagnoses.photo.photo_policy_blocks import diagnose
from bot.model import Severity, Symptom
from bot.readings.user import PhotoSettings
from bot.roles import Role
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, english, found, gap, my_roles, not_there, of_user, shown, user, verdict

LEES, MINE = of_user(Symptom.PHOTO_REFUSED), of_user(Symptom.PHOTO_REFUSED, user=ASKER_ID)
ME = user(id=ASKER_ID)
UNKNOWN_ROLE = "11111111-0000-4000-8000-000000000001"
CERTAIN = PhotoSettings(source="cloud", allowed_roles=[f" {Role.PEOPLE.upper()} ", UNKNOWN_ROLE])


def test_whoever_has_none_of_the_roles_is_told_which_they_are() -> None:
    finding = found(diagnose, ME, CERTAIN, my_roles(Role.GROUPS), of=MINE)
    assert english(finding.title) == "Only certain roles may change photos here, and you have none of them."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert shown(finding, "May change photos") == "People Administrator and 1 more"


def test_of_somebody_else_only_ones_own_roles_are_known() -> None:
    finding = found(diagnose, CERTAIN, of=LEES)
    assert english(finding.title) == "Only certain roles may change photos here."
    assert finding.probable
    assert finding.doubt
    assert english(finding.doubt) == "I only know your roles, not those of Lee Gu."


def test_a_role_is_compared_without_case_and_blanks() -> None:
    assert verdict(diagnose, ME, CERTAIN, my_roles(Role.PEOPLE), of=MINE) is None


@pytest.mark.parametrize("empty", [{}, [], None, [" "]])
def test_without_roles_everybody_may(empty: object) -> None:
    assert verdict(diagnose, ME, PhotoSettings(allowed_roles=empty), of=MINE) is None
    assert verdict(diagnose, ME, not_there(PhotoSettings), of=MINE) is None


def test_where_nobody_may_roles_say_nothing() -> None:
    nobody = PhotoSettings(source="onPremises", allowed_roles=[str(Role.PEOPLE)])
    assert verdict(diagnose, ME, nobody, of=MINE) is NOT_APPLICABLE


def test_settings_that_may_not_be_read_are_a_gap() -> None:
    assert verdict(diagnose, ME, gap(PhotoSettings), of=MINE) == (gap(PhotoSettings),)
