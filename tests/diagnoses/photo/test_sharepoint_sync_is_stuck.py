import pytest

from bot.diagnoses.photo.sharepoint_sync_is_stuck import diagnose
from bot.model import Severity, Symptom
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    LEE,
    NEVER_IN_SHAREPOINT,
    WHEN,
    english,
    found,
    gap,
    in_sharepoint,
    not_there,
    of_user,
    products,
    shown,
    user,
    verdict,
)

LEES, MINE = (of_user(Symptom.PHOTO_STALE, user=id) for id in (LEE, ASKER_ID))
ELSEWHERE = "https://intranet.contoso.com/people/lee.jpg"
STUCK = [
    (in_sharepoint(follows="0"), "SharePoint isn't set to fetch it from the mailbox"),
    (in_sharepoint(follows=""), "SharePoint isn't set to fetch it from the mailbox"),
    (in_sharepoint(placeholder="1"), "SharePoint shows a placeholder, though there is a photo"),
    (in_sharepoint(picture=""), "SharePoint has looked, but has no picture"),
    (
        in_sharepoint(picture=ELSEWHERE),
        "the picture lies outside SharePoint's own folder, where a script may have put it",
    ),
]


@pytest.mark.parametrize(("profile", "said"), STUCK)
def test_what_keeps_it_is_said(profile: SharePointProfile, said: str) -> None:
    finding = found(diagnose, profile, of=LEES)
    assert english(finding.title) == "SharePoint's copy of the photo of Lee Gu is stuck."
    assert shown(finding, "What SharePoint says") == said
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)


def test_ones_own_comes_with_the_way_to_sharepoint() -> None:
    finding = found(diagnose, user(id=ASKER_ID), in_sharepoint(follows="0"), of=MINE)
    assert english(finding.title) == "SharePoint's copy of your photo is stuck."
    assert len(finding.by_hand) == 2


def test_when_it_was_fetched_may_not_be_known() -> None:
    assert shown(found(diagnose, in_sharepoint(None, follows="0"), of=LEES), "Last fetched") == "not known"
    assert shown(found(diagnose, in_sharepoint(WHEN, follows="0"), of=LEES), "Last fetched") != "not known"


def test_a_copy_that_follows_is_in_order() -> None:
    assert verdict(diagnose, of=LEES) is None


@pytest.mark.parametrize("else_", [not_there(Photo), products(), not_there(SharePointProfile), NEVER_IN_SHAREPOINT])
def test_without_a_photo_a_mailbox_or_a_copy_nothing_is_stuck(else_: Photo | SharePointProfile) -> None:
    assert verdict(diagnose, in_sharepoint(follows="0"), else_, of=LEES) is NOT_APPLICABLE


def test_a_profile_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(SharePointProfile), of=LEES) == (gap(SharePointProfile),)
