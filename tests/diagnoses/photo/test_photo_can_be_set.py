from bot.diagnoses.photo.photo_can_be_set import diagnose
from bot.model import Severity, Symptom
from bot.readings.user import Photo
from bot.remedies.upload_photo import UploadPhoto
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, found, gap, not_there, of_user, shown, user, verdict

MINE, ME = of_user(Symptom.PHOTO_REFUSED, ASKER_ID), user(id=ASKER_ID)
PHOTO = Photo.model_validate({"@odata.mediaEtag": '"BA09D118"', "id": "648X648", "width": 648, "height": 648})


def test_ones_own_can_be_set_and_what_is_there_is_remembered() -> None:
    finding = found(diagnose, ME, PHOTO, of=MINE)
    assert finding.severity is Severity.NOTE
    assert finding.remedies == (UploadPhoto.over('"BA09D118"', ASKER_ID, ME.name),)


def test_without_one_there_is_nothing_to_remember() -> None:
    for none in (not_there(Photo), Photo(width=1, height=1)):
        finding = found(diagnose, ME, none, of=MINE)
        assert shown(finding, "Photo") == "there is none"
        assert finding.remedies == (UploadPhoto.over("", ASKER_ID, ME.name),)


def test_nobody_sets_somebody_elses() -> None:
    assert verdict(diagnose, PHOTO, of=of_user(Symptom.PHOTO_REFUSED)) is NOT_APPLICABLE


def test_a_photo_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, ME, gap(Photo), of=MINE) == (gap(Photo),)
