import pytest

from bot.diagnoses.photo.photo_policy_blocks import diagnose
from bot.model import Severity, Symptom
from bot.readings.asker import MyRoles
from bot.readings.user import PhotoSettings
from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.roles import Role
from tests.readings import ASKER_ID, english, found, gap, my_roles, not_there, of_user, shown, verdict

MINE = of_user(Symptom.PHOTO_REFUSED, ASKER_ID)
USERS_ONLY = PhotoSettings(allowed_roles=[f" {Role.USER.upper()}"])


def test_photos_from_active_directory_are_changed_by_nobody() -> None:
    finding = found(diagnose, PhotoSettings(source="OnPremises"), my_roles(Role.GLOBAL), of=MINE)
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert english(finding.title).startswith("Photos come from Active Directory here")
    assert finding.remedies == (AllowPhotoChanges(from_active_directory=True, allowed_roles=""),)


def test_certain_roles_may_and_others_may_not() -> None:
    finding = found(diagnose, USERS_ONLY, my_roles(Role.GLOBAL), of=MINE)
    assert shown(finding, "Photos may be changed by") == "User Administrator"
    assert finding.remedies == (AllowPhotoChanges(from_active_directory=False, allowed_roles=Role.USER),)
    assert verdict(diagnose, USERS_ONLY, my_roles(Role.USER), of=MINE) is None


@pytest.mark.parametrize("settings", [PhotoSettings(), PhotoSettings(source="cloud", allowed_roles={})])
def test_nothing_set_is_in_order(settings: PhotoSettings) -> None:
    assert verdict(diagnose, settings, of=MINE) is None
    assert verdict(diagnose, not_there(PhotoSettings), of=MINE) is None


def test_what_isnt_read_or_known_is_a_gap() -> None:
    assert verdict(diagnose, gap(PhotoSettings), of=MINE) == (gap(PhotoSettings),)
    assert verdict(diagnose, USERS_ONLY, gap(MyRoles), of=MINE) == (gap(MyRoles),)
    assert isinstance(verdict(diagnose, PhotoSettings(source="moon"), of=MINE), tuple)


def test_what_could_not_be_put_back_is_not_changed() -> None:
    assert found(diagnose, PhotoSettings(allowed_roles=["staff"]), my_roles(), of=MINE).remedies == ()
