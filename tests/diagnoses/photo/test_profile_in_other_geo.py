import pytest

from bot.diagnoses.photo.profile_in_other_geo import diagnose
from bot.model import Link, Severity, Symptom
from bot.readings.sharepoint import RootSite, SharePointProfile
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, english, found, gap, in_sharepoint, not_there, of_user, user, verdict

LEES, MINE = of_user(Symptom.PHOTO_STALE), of_user(Symptom.PHOTO_STALE, user=ASKER_ID)


def at(host: str) -> SharePointProfile:
    return in_sharepoint().model_copy(update={"personal_site_host_url": f"https://{host}:443/"})


ELSEWHERE = at("contosoapc-my.sharepoint.com")


def test_it_names_the_geography_and_opens_it_for_oneself() -> None:
    finding = found(diagnose, user(id=ASKER_ID), ELSEWHERE, of=MINE)
    assert english(finding.title) == "Your SharePoint profile is in another geography: APC."
    assert (finding.severity, finding.probable) == (Severity.NOTE, True)
    assert [way.url for way in finding.by_hand if isinstance(way, Link)] == ["https://contosoapc-my.sharepoint.com/"]


def test_of_somebody_else_there_is_nothing_to_open() -> None:
    finding = found(diagnose, ELSEWHERE, of=LEES)
    assert english(finding.title) == "The SharePoint profile of Lee Gu is in another geography: APC."
    assert finding.by_hand == ()


@pytest.mark.parametrize(
    "host",
    [
        "contoso-my.sharepoint.com",
        "fabrikamapc-my.sharepoint.com",
        "contosoapc.sharepoint.com",
        "contosoapc-my.sharepoint.com.evil.example",
        "contosoeast-my.sharepoint.com",
        "",
    ],
)
def test_the_first_geography_and_strangers_are_no_geography(host: str) -> None:
    assert verdict(diagnose, at(host), of=LEES) is None


def test_without_a_profile_it_has_no_say() -> None:
    assert verdict(diagnose, not_there(SharePointProfile), of=LEES) is NOT_APPLICABLE


def test_where_sharepoint_is_may_not_be_seen() -> None:
    assert verdict(diagnose, gap(RootSite), of=LEES) == (gap(RootSite),)
