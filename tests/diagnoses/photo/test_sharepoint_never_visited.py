import pytest

from bot.diagnoses.photo.sharepoint_never_visited import diagnose
from bot.model import Severity, Symptom
from bot.readings.licenses import LicenseDetails
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    LEE,
    MAILBOX,
    NEVER_IN_SHAREPOINT,
    english,
    found,
    gap,
    not_there,
    of_user,
    products,
    shown,
    user,
    verdict,
)

LEES, MINE = (of_user(Symptom.PHOTO_STALE, user=id) for id in (LEE, ASKER_ID))
ME = user(id=ASKER_ID)


def test_a_photo_that_was_never_fetched_is_said_to_its_owner_with_the_way_there() -> None:
    finding = found(diagnose, ME, NEVER_IN_SHAREPOINT, of=MINE)
    assert english(finding.title) == "SharePoint has never fetched your photo."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert shown(finding, "Profile in SharePoint") == "it has no photo"
    assert len(finding.by_hand) == 1


def test_somebody_without_a_profile_is_told_apart() -> None:
    finding = found(diagnose, not_there(SharePointProfile), of=LEES)
    assert english(finding.title) == "Lee Gu has no profile in SharePoint yet."
    assert english(finding.advice).startswith("Lee Gu has to open SharePoint once.")
    assert (shown(finding, "Profile in SharePoint"), finding.by_hand) == ("there is none", ())


def test_without_a_licence_for_sharepoint_opening_it_is_no_advice() -> None:
    finding = found(diagnose, ME, not_there(SharePointProfile), products(MAILBOX[0]), of=MINE)
    assert english(finding.advice) == "No licence gives SharePoint. Ask your IT support for one."
    assert (shown(finding, "Licence for SharePoint"), finding.by_hand) == ("no", ())


def test_a_copy_is_in_order() -> None:
    assert verdict(diagnose, of=LEES) is None


@pytest.mark.parametrize(
    "else_", [not_there(Photo), Photo(width=1, height=1), products(), products("EXCHANGE_S_FOUNDATION")]
)
def test_without_a_photo_or_a_mailbox_there_is_nothing_to_fetch(else_: Photo | LicenseDetails) -> None:
    assert verdict(diagnose, NEVER_IN_SHAREPOINT, else_, of=LEES) is NOT_APPLICABLE


@pytest.mark.parametrize("reading", [SharePointProfile, LicenseDetails, Photo])
def test_what_may_not_be_read_is_a_gap(reading: type[Photo]) -> None:
    assert verdict(diagnose, gap(reading), of=LEES) == (gap(reading),)
