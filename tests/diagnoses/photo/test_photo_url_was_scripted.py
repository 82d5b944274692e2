import pytest

from bot.diagnoses.photo.photo_url_was_scripted import diagnose
from bot.model import Severity, Symptom
from bot.readings.sharepoint import SharePointProfile
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    NEVER_IN_SHAREPOINT,
    english,
    found,
    gap,
    in_sharepoint,
    not_there,
    of_user,
    user,
    verdict,
)

LEES, MINE = of_user(Symptom.PHOTO_STALE), of_user(Symptom.PHOTO_STALE, user=ASKER_ID)
SCRIPTED = in_sharepoint(picture="https://intranet.contoso.com/people/lee.jpg")


def test_it_names_where_the_picture_lies() -> None:
    finding = found(diagnose, SCRIPTED, of=LEES)
    assert english(finding.title) == ("SharePoint shows a picture of Lee Gu from intranet.contoso.com, not the photo.")
    assert (finding.severity, finding.probable, len(finding.by_hand)) == (Severity.CAUSE, True, 1)
    own = found(diagnose, user(id=ASKER_ID), SCRIPTED, of=MINE)
    assert english(own.title) == "SharePoint shows a picture of you from intranet.contoso.com, not your photo."


def test_sharepoints_own_folder_is_in_order() -> None:
    assert verdict(diagnose, of=LEES) is None


@pytest.mark.parametrize("none", [NEVER_IN_SHAREPOINT, not_there(SharePointProfile)])
def test_without_a_picture_it_has_no_say(none: SharePointProfile) -> None:
    assert verdict(diagnose, none, of=LEES) is NOT_APPLICABLE


def test_a_profile_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(SharePointProfile), of=LEES) == (gap(SharePointProfile),)
