import pytest

from bot.diagnoses.photo.photo_is_current import diagnose
from bot.model import Severity, Symptom
from bot.pictures.comparison import Verdict as Seen
from bot.readings.photo_copies import PhotoCopies, SharePointPicture
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, copies, english, found, gap, in_sharepoint, not_there, of_user, user, verdict

LEES, MINE = (of_user(Symptom.PHOTO_STALE, **who) for who in ({}, {"user": ASKER_ID}))


def test_it_says_that_both_are_the_same_shows_them_and_says_what_remains() -> None:
    finding = found(diagnose, user(id=ASKER_ID), of=MINE)
    assert english(finding.title) == "SharePoint has the same photo of you as Microsoft 365."
    assert (finding.severity, finding.probable, len(finding.by_hand)) == (Severity.CAUSE, False, 1)
    assert [english(each.label) for each in finding.because] == [
        "The browser",
        "Outlook",
        "Teams",
        "Single SharePoint sites",
    ]
    assert len(finding.pictures) == 2


def test_of_somebody_else() -> None:
    finding = found(diagnose, of=LEES)
    assert english(finding.title) == "SharePoint has the same photo of Lee Gu as Microsoft 365."
    assert finding.by_hand == ()


@pytest.mark.parametrize("seen", [Seen.DIFFERENT, Seen.UNSURE])
def test_it_is_never_said_of_pictures_that_only_may_be_the_same(seen: Seen) -> None:
    assert verdict(diagnose, copies(seen), of=LEES) is None


@pytest.mark.parametrize(
    "changed",
    [
        not_there(Photo),
        not_there(SharePointProfile),
        not_there(PhotoCopies),
        copies(None),
        in_sharepoint(placeholder="1"),
        in_sharepoint(picture="https://intranet.contoso.com/lee.jpg"),
    ],
)
def test_where_there_are_not_two_to_compare_or_another_is_shown_it_has_no_say(changed: Photo) -> None:
    assert verdict(diagnose, changed, of=LEES) is NOT_APPLICABLE


def test_a_picture_that_may_not_be_read_is_a_gap() -> None:
    unread = gap(SharePointPicture)
    assert verdict(diagnose, copies(None, unread=unread), of=LEES) == (unread,)
    assert verdict(diagnose, gap(PhotoCopies), of=LEES) == (gap(PhotoCopies),)
