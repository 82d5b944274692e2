import pytest

from bot.diagnoses.profile.property_not_synced import diagnose
from bot.model import Severity
from bot.person_details import Place, Property
from bot.readings.profile import NEVER_IN_SHAREPOINT, SharePointDetails
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

MOBILE = details(mobile_phone="+45 2012 3456")
TYPED = details_in_sharepoint(CellPhone="+45 2011 0000")


def test_a_mobile_number_never_comes_along() -> None:
    finding = found(diagnose, MOBILE, TYPED, of=of_profile(Property.MOBILE, user=ASKER_ID))
    assert english(finding.title) == "SharePoint never takes over the mobile number from Microsoft Entra."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "SharePoint has")) == (
        "+45 2012 3456",
        "+45 2011 0000",
    )


@pytest.mark.parametrize("property", sorted(NEVER_IN_SHAREPOINT))
def test_of_somebody_else_each_of_them_is_said_to_stay(property: Property) -> None:
    assert "Waiting doesn't help" in english(found(diagnose, of=of_profile(property)).advice)


def test_the_same_number_in_both_is_in_order() -> None:
    same = details_in_sharepoint(CellPhone="+45 2012 3456")
    assert verdict(diagnose, MOBILE, same, of=of_profile(Property.MOBILE)) is None


def test_it_has_no_say_of_what_comes_along_or_of_teams() -> None:
    assert verdict(diagnose, of=of_profile(Property.TITLE)) is NOT_APPLICABLE
    assert verdict(diagnose, of=of_profile()) is NOT_APPLICABLE
    assert verdict(diagnose, MOBILE, TYPED, of=of_profile(Property.MOBILE, Place.TEAMS)) is NOT_APPLICABLE
    assert verdict(diagnose, not_there(SharePointDetails), of=of_profile(Property.MOBILE)) is NOT_APPLICABLE


def test_unseen_it_is_probable_and_says_so() -> None:
    finding = found(diagnose, MOBILE, gap(SharePointDetails), of=of_profile(Property.MOBILE))
    assert (finding.probable, shown(finding, "SharePoint has")) == (True, "not visible to you")
