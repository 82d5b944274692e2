from bot.diagnoses.photo.mailbox_missing import diagnose
from bot.model import Severity, Symptom
from bot.readings.licenses import LicenseDetails
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    NEVER_IN_SHAREPOINT,
    english,
    found,
    gap,
    not_there,
    of_user,
    products,
    user,
    verdict,
)

LEES, MINE = of_user(Symptom.PHOTO_STALE), of_user(Symptom.PHOTO_STALE, user=ASKER_ID)
NONE = products("EXCHANGE_S_FOUNDATION", "SHAREPOINTENTERPRISE")


def test_without_a_copy_it_is_good_to_know_and_no_cause() -> None:
    finding = found(diagnose, user(id=ASKER_ID), NONE, NEVER_IN_SHAREPOINT, of=MINE)
    assert english(finding.title) == "You have no mailbox, so SharePoint doesn't fetch your photo."
    assert (finding.severity, finding.probable, finding.by_hand) == (Severity.NOTE, True, ())
    assert found(diagnose, NONE, not_there(SharePointProfile), of=LEES).severity is Severity.NOTE


def test_an_old_copy_that_nothing_renews_is_the_cause() -> None:
    finding = found(diagnose, NONE, of=LEES)
    assert english(finding.title) == "Lee Gu has no mailbox, so SharePoint doesn't fetch the photo."
    assert "nothing renews it" in english(finding.advice)
    assert (finding.severity, len(finding.by_hand)) == (Severity.CAUSE, 1)


def test_a_licence_with_a_mailbox_is_in_order() -> None:
    assert verdict(diagnose, of=LEES) is None
    assert verdict(diagnose, products("EXCHANGE_S_DESKLESS"), of=LEES) is None


def test_without_a_photo_there_is_nothing_to_fetch() -> None:
    assert verdict(diagnose, NONE, not_there(Photo), of=LEES) is NOT_APPLICABLE
    assert verdict(diagnose, NONE, Photo(width=1, height=1), of=LEES) is NOT_APPLICABLE


def test_licences_that_may_not_be_read_are_a_gap() -> None:
    assert verdict(diagnose, gap(LicenseDetails), of=LEES) == (gap(LicenseDetails),)
