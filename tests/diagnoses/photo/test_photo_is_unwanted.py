import pytest

from bot.diagnoses.photo.photo_is_unwanted import diagnose
from bot.model import Operation, Severity, Symptom
from bot.readings.user import Photo, PhotoSettings
from bot.roles import Role
from tests.readings import ASKER_ID, english, found, gap, my_roles, not_there, of_user, offered, user, verdict

MINE, LEES = of_user(Symptom.PHOTO_REFUSED, ASKER_ID), of_user(Symptom.PHOTO_REFUSED)
ME, PHOTO = user(id=ASKER_ID), Photo(id="648X648", width=648, height=648)


def test_ones_own_can_be_removed() -> None:
    finding = found(diagnose, ME, PHOTO, of=MINE)
    assert (finding.severity, english(finding.title)) == (Severity.CAUSE, "Microsoft 365 has a photo of you.")
    assert offered(finding) == ["remove_photo"]


def test_nobody_removes_somebody_elses() -> None:
    finding = found(diagnose, PHOTO, of=LEES)
    assert english(finding.title) == "Microsoft 365 has a photo of Lee Gu."
    assert offered(finding) == []


def test_what_isnt_there_needs_no_removing() -> None:
    assert verdict(diagnose, ME, not_there(Photo), of=MINE) is None
    assert verdict(diagnose, ME, Photo(width=1, height=1), of=MINE) is None


def test_a_photo_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(Photo), of=MINE) == (gap(Photo),)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (PhotoSettings(source="onPremises"), "Photos come from Active Directory here"),
        (PhotoSettings(allowed_roles=[Role.PEOPLE]), "Only certain roles may change photos here"),
    ],
)
def test_what_the_organisation_forbids_is_not_offered(settings: PhotoSettings, said: str) -> None:
    finding = found(diagnose, ME, PHOTO, settings, my_roles(), of=MINE)
    assert said in english(finding.advice)
    assert offered(finding) == []


def test_who_has_one_of_the_roles_may_and_so_may_everybody_as_far_as_is_known() -> None:
    held = found(diagnose, ME, PHOTO, PhotoSettings(allowed_roles=[Role.PEOPLE]), my_roles(Role.PEOPLE), of=MINE)
    unread = found(diagnose, ME, PHOTO, gap(PhotoSettings), of=MINE)
    assert offered(held) == offered(unread) == ["remove_photo"]


def test_it_is_asked_only_when_removing_is_wanted() -> None:
    assert diagnose.operations == {Operation.REMOVE_PHOTO}
