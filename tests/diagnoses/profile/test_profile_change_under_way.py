from datetime import timedelta

import pytest

from bot.diagnoses.profile.profile_change_under_way import diagnose
from bot.model import Severity
from bot.person_details import Place, Property
from bot.reading import Unreadable
from bot.readings.profile import Details, Manager, SharePointDetails
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    NOT_VISIBLE,
    WHEN,
    details,
    details_in_sharepoint,
    english,
    found,
    gap,
    not_there,
    of_profile,
    shown,
    synced_details,
    verdict,
)

OLD = details_in_sharepoint(Title="Clerk")
MINE = of_profile(Property.TITLE, user=ASKER_ID)


def test_somebody_elses_new_title_is_still_on_its_way() -> None:
    finding = found(diagnose, OLD, of=of_profile(Property.TITLE, Place.SHAREPOINT))
    assert english(finding.title) == "SharePoint hasn't taken over the job title of Lee Gu yet."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "SharePoint has")) == ("Buyer", "Clerk")
    assert shown(finding, "There at the latest") == "24 hours after the change; when that was, I can't see"


def test_of_a_synced_account_the_last_sync_bounds_it() -> None:
    finding = found(diagnose, OLD, synced_details(), of=MINE)
    assert english(finding.title) == "SharePoint hasn't taken over the job title in your profile yet."
    assert shown(finding, "There at the latest") == "21 Nov 2026, 09:42"
    assert english(finding.advice).startswith("Wait:")


@pytest.mark.parametrize(("before", "late"), [(timedelta(hours=24), False), (timedelta(hours=24, seconds=1), True)])
def test_after_a_day_waiting_is_over_and_a_script_may_be_the_reason(before: timedelta, late: bool) -> None:
    finding = found(diagnose, OLD, synced_details(on_premises_last_sync_date_time=WHEN - before), of=MINE)
    assert finding.probable is late
    assert english(finding.advice).startswith("It should have been there since") is late


def test_a_disabled_account_gets_nothing() -> None:
    finding = found(diagnose, OLD, details(account_enabled=False), of=MINE)
    assert english(finding.advice).startswith("SharePoint passes over disabled accounts")


def test_without_a_detail_everything_that_differs_is_named() -> None:
    both = details_in_sharepoint(Title="Clerk", Office="Vejle")
    finding = found(diagnose, both, of=of_profile())
    assert english(finding.title) == "SharePoint hasn't taken over the job title and the office of Lee Gu yet."
    assert shown(finding, "SharePoint has") == "Clerk (the job title) and Vejle (the office)"


def test_a_new_manager_is_compared_by_account() -> None:
    new = Manager(id="new", user_principal_name="new@contoso.com")
    finding = found(diagnose, new, of=of_profile(Property.MANAGER))
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "SharePoint has")) == (
        "new@contoso.com",
        "boss@contoso.com",
    )


def test_blanks_and_capitals_are_no_difference_and_emptied_is_anothers() -> None:
    assert verdict(diagnose, of=of_profile()) is None
    assert verdict(diagnose, details_in_sharepoint(Title=" BUYER "), of=MINE) is None
    assert verdict(diagnose, details(job_title=None), of=MINE) is None


def test_it_has_no_say_of_other_places_other_details_and_nobody() -> None:
    assert verdict(diagnose, OLD, of=of_profile(Property.TITLE, Place.TEAMS)) is NOT_APPLICABLE
    assert verdict(diagnose, OLD, of=of_profile(Property.MOBILE)) is NOT_APPLICABLE
    assert verdict(diagnose, not_there(SharePointDetails), of=MINE) is NOT_APPLICABLE


def test_what_it_could_not_compare_is_a_gap() -> None:
    assert verdict(diagnose, gap(SharePointDetails), of=MINE) == (gap(SharePointDetails),)
    assert verdict(diagnose, NOT_VISIBLE, of=MINE) == (Unreadable(Details, 200, "NotVisible"),)
    assert verdict(diagnose, gap(Manager), of=of_profile()) == (gap(Manager),)
    assert verdict(diagnose, gap(Manager), of=MINE) is None
