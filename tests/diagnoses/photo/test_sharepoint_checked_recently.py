from datetime import timedelta

import pytest

from bot.diagnoses.photo.sharepoint_checked_recently import diagnose
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
    user,
    verdict,
)

LEES, MINE = (of_user(Symptom.PHOTO_STALE, user=id) for id in (LEE, ASKER_ID))
RECENT = in_sharepoint(WHEN - timedelta(hours=3))


def test_the_next_look_is_a_day_after_the_last() -> None:
    finding = found(diagnose, user(id=ASKER_ID), RECENT, of=MINE)
    assert english(finding.title) == "SharePoint fetched your photo less than a day ago."
    assert finding.advice.values == {"fetched": WHEN - timedelta(hours=3), "again": WHEN + timedelta(hours=21)}
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)


def test_of_somebody_else_it_names_them() -> None:
    title = english(found(diagnose, RECENT, of=LEES).title)
    assert title == "SharePoint fetched the photo of Lee Gu less than a day ago."


def test_on_the_hour_the_day_is_over() -> None:
    assert verdict(diagnose, in_sharepoint(WHEN - timedelta(hours=24)), of=LEES) is None
    assert found(diagnose, in_sharepoint(WHEN - timedelta(hours=24, seconds=-1)), of=LEES)


@pytest.mark.parametrize(
    "else_",
    [not_there(Photo), products(), not_there(SharePointProfile), NEVER_IN_SHAREPOINT, in_sharepoint(follows="0")],
)
def test_what_is_never_fetched_or_stuck_is_not_waited_for(else_: Photo | SharePointProfile) -> None:
    assert verdict(diagnose, RECENT, else_, of=LEES) is NOT_APPLICABLE


def test_a_profile_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(SharePointProfile), of=LEES) == (gap(SharePointProfile),)
