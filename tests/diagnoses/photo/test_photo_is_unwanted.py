from bot.diagnoses.photo.photo_is_unwanted import diagnose
from bot.model import Operation, Severity, Symptom
from bot.readings.user import Photo
from tests.readings import ASKER_ID, english, found, gap, not_there, of_user, offered, user, verdict

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


def test_what_the_organisation_forbids_is_another_matter() -> None:
    assert diagnose.unless == {"photo_policy_blocks", "photo_source_is_on_premises"}


def test_it_is_asked_only_when_removing_is_wanted() -> None:
    assert diagnose.operations == {Operation.REMOVE_PHOTO}
