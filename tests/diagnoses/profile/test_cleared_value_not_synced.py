from bot.diagnoses.profile.cleared_value_not_synced import diagnose
from bot.model import Severity
from bot.person_details import Place, Property
from bot.readings.profile import Manager, SharePointDetails
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    details,
    details_in_sharepoint,
    english,
    found,
    gap,
    not_there,
    of_profile,
    shown,
    verdict,
)

NO_MANAGER = not_there(Manager)


def test_a_manager_who_was_removed_still_stands_in_sharepoint() -> None:
    finding = found(diagnose, NO_MANAGER, of=of_profile(Property.MANAGER, Place.SHAREPOINT))
    assert english(finding.title) == "SharePoint keeps what Microsoft Entra no longer has of Lee Gu: the manager."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "SharePoint has")) == ("nothing", "boss@contoso.com")


def test_of_oneself_it_says_your_profile() -> None:
    finding = found(diagnose, details(office_location=None), of=of_profile(user=ASKER_ID))
    assert english(finding.title) == "SharePoint keeps what Microsoft Entra no longer has in your profile: the office."


def test_what_both_have_or_neither_is_in_order() -> None:
    assert verdict(diagnose, of=of_profile(Property.MANAGER)) is None
    nobody = details_in_sharepoint(Manager="")
    assert verdict(diagnose, NO_MANAGER, nobody, of=of_profile(Property.MANAGER)) is None


def test_a_value_that_only_changed_is_anothers() -> None:
    assert verdict(diagnose, details_in_sharepoint(Title="Clerk"), of=of_profile(Property.TITLE)) is None


def test_it_has_no_say_of_other_places_and_of_nobody() -> None:
    assert verdict(diagnose, NO_MANAGER, of=of_profile(Property.MANAGER, Place.OUTLOOK)) is NOT_APPLICABLE
    assert verdict(diagnose, not_there(SharePointDetails), of=of_profile()) is NOT_APPLICABLE


def test_a_manager_who_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, gap(Manager), of=of_profile(Property.MANAGER)) == (gap(Manager),)
