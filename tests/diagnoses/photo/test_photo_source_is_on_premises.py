import pytest

from bot.diagnoses.photo.photo_source_is_on_premises import diagnose
from bot.model import Severity, Symptom
from bot.readings.user import PhotoSettings
from tests.readings import english, found, gap, not_there, of_user, verdict

REFUSED, STALE = of_user(Symptom.PHOTO_REFUSED), of_user(Symptom.PHOTO_STALE)


@pytest.mark.parametrize("source", ["onPremises", "onpremises", " ONPREMISES "])
def test_nobody_can_change_one_in_the_cloud(source: str) -> None:
    finding = found(diagnose, PhotoSettings(source=source), of=REFUSED)
    assert english(finding.title) == "Photos come from Active Directory here, and can't be changed in the cloud."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)


def test_it_does_not_explain_an_old_photo_but_is_good_to_know() -> None:
    assert found(diagnose, PhotoSettings(source="onPremises"), of=STALE).severity is Severity.NOTE
    assert not diagnose.may_cause(Symptom.PHOTO_STALE)


@pytest.mark.parametrize("source", [None, "", "cloud", "Cloud"])
def test_the_cloud_is_in_order(source: str | None) -> None:
    assert verdict(diagnose, PhotoSettings(source=source), of=REFUSED) is None
    assert verdict(diagnose, not_there(PhotoSettings), of=REFUSED) is None


def test_a_value_nobody_has_described_is_named_and_not_taken_for_none() -> None:
    finding = found(diagnose, PhotoSettings(source="fromTheMoon"), of=REFUSED)
    assert english(finding.title).endswith("that I don't know: fromTheMoon.")
    assert finding.severity is Severity.NOTE


def test_settings_that_may_not_be_read_are_a_gap() -> None:
    assert verdict(diagnose, gap(PhotoSettings), of=REFUSED) == (gap(PhotoSettings),)
