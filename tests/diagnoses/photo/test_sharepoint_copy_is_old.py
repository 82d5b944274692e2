from datetime import timedelta

import pytest

from bot.diagnoses.photo.sharepoint_copy_is_old import diagnose
from bot.model import Link, Severity, Symptom
from bot.pictures.comparison import Verdict as Seen
from bot.readings.photo_copies import PhotoCopies
from bot.readings.sharepoint import RootSite, SharePointProfile, SiteCollection
from bot.readings.user import Photo
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    LEE,
    NEVER_IN_SHAREPOINT,
    WHEN,
    copies,
    english,
    found,
    gap,
    in_sharepoint,
    not_there,
    of_user,
    offered,
    products,
    user,
    verdict,
)

LEES, MINE = (of_user(Symptom.PHOTO_STALE, user=id) for id in (LEE, ASKER_ID))
OLD = in_sharepoint(WHEN - timedelta(days=90))
UNSEEN = not_there(PhotoCopies)


def test_it_says_from_when_the_copy_is_and_no_more_than_that() -> None:
    finding = found(diagnose, user(id=ASKER_ID), OLD, UNSEEN, of=MINE)
    assert english(finding.title).startswith("SharePoint's copy of your photo is from ")
    assert finding.title.values == {"when": WHEN - timedelta(days=90)}
    assert english(finding.advice).startswith("If you changed your photo after that,")
    assert (finding.severity, finding.probable, len(finding.by_hand)) == (Severity.CAUSE, True, 1)
    assert finding.doubt
    assert english(finding.doubt).startswith("I couldn't compare the two pictures")
    assert finding.pictures == ()


def test_where_the_pictures_differ_it_is_certain_and_shows_both() -> None:
    finding = found(diagnose, user(id=ASKER_ID), OLD, copies(Seen.DIFFERENT), of=MINE)
    assert english(finding.title).startswith("SharePoint still has another photo of you, from ")
    assert not finding.probable
    assert [english(each.shows) for each in finding.pictures] == [
        "The photo in Microsoft 365",
        "SharePoint's copy of it",
    ]
    lees = found(diagnose, OLD, copies(Seen.DIFFERENT), of=LEES)
    assert english(lees.title).startswith("SharePoint still has another photo of Lee Gu, from ")
    assert english(lees.advice).startswith("Lee Gu has to open SharePoint once.")


def test_where_the_pixels_do_not_tell_both_are_shown_and_asked_about() -> None:
    finding = found(diagnose, OLD, copies(Seen.UNSURE), of=LEES)
    assert finding.probable
    assert finding.doubt
    assert english(finding.doubt).startswith("Look at both pictures")
    assert len(finding.pictures) == 2


def test_a_picture_that_can_not_be_shown_is_not_shown_alone() -> None:
    assert found(diagnose, OLD, copies(Seen.DIFFERENT, in_sharepoint=""), of=LEES).pictures == ()


def test_of_somebody_else_it_is_theirs_to_open_sharepoint() -> None:
    finding = found(diagnose, OLD, UNSEEN, of=LEES)
    assert english(finding.title).startswith("SharePoint's copy of the photo of Lee Gu is from ")
    assert "Lee Gu has to open SharePoint" in english(finding.advice)
    assert finding.by_hand == ()


def test_within_a_day_it_is_not_old() -> None:
    assert verdict(diagnose, in_sharepoint(WHEN - timedelta(hours=24, seconds=-1)), of=LEES) is None
    assert found(diagnose, in_sharepoint(WHEN - timedelta(hours=24)), of=LEES)


@pytest.mark.parametrize(
    "else_",
    [not_there(Photo), products(), not_there(SharePointProfile), NEVER_IN_SHAREPOINT, in_sharepoint(follows="0")],
)
def test_what_is_never_fetched_or_stuck_is_not_merely_old(else_: Photo | SharePointProfile) -> None:
    assert verdict(diagnose, OLD, else_, of=LEES) is NOT_APPLICABLE


def test_a_profile_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(SharePointProfile), of=LEES) == (gap(SharePointProfile),)


def test_the_pages_to_open_are_the_tenants_own_where_its_host_is_known() -> None:
    site = RootSite(site_collection=SiteCollection(hostname="Contoso.sharepoint.com"))
    finding = found(diagnose, user(id=ASKER_ID), OLD, site, of=MINE)
    assert [way.url for way in finding.by_hand if isinstance(way, Link)] == [
        "https://contoso.sharepoint.com/_layouts/15/sharepoint.aspx",
        "https://contoso-my.sharepoint.com/",
    ]


@pytest.mark.parametrize("host", ["evil.example", "contoso.sharepoint.com.evil.example", "a/b.sharepoint.com", None])
def test_no_other_host_becomes_a_link(host: str | None) -> None:
    site = RootSite(site_collection=SiteCollection(hostname=host))
    finding = found(diagnose, user(id=ASKER_ID), OLD, site, of=MINE)
    assert [way.url for way in finding.by_hand if isinstance(way, Link)] == ["https://www.office.com/"]


def test_one_starts_it_oneself_and_sends_words_to_others() -> None:
    mine, lees = found(diagnose, user(id=ASKER_ID), OLD, of=MINE), found(diagnose, OLD, of=LEES)
    assert (offered(mine), mine.hand_off) == (["start_photo_sync"], ())
    assert (offered(lees), [each.id() for each in lees.hand_off]) == ([], ["start_photo_sync"])
