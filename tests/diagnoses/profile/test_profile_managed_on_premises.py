import pytest

from bot.diagnoses.profile.profile_managed_on_premises import diagnose
from bot.model import Severity, Symptom
from bot.person_details import BY_ONESELF, Place, Property
from bot.reading import Unreadable
from bot.readings.profile import Details
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, NOT_VISIBLE, english, found, gap, of_profile, shown, synced_details, verdict


def test_somebody_elses_title_is_changed_in_active_directory() -> None:
    finding = found(diagnose, synced_details(), of=of_profile(Property.TITLE, Place.TEAMS))
    assert english(finding.title) == "Active Directory decides the job title in the profile of Lee Gu."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "Last synced")) == ("Buyer", "20 Nov 2026, 09:42")


def test_ones_own_name_is_refused_for_the_same_reason() -> None:
    asked = of_profile(Property.NAME, symptom=Symptom.PROFILE_EDIT, user=ASKER_ID)
    finding = found(diagnose, synced_details(id=ASKER_ID), of=asked)
    assert english(finding.title) == "Active Directory decides the name in your profile."
    assert "The cloud refuses to change it." in english(finding.advice)


def test_without_a_detail_it_is_the_details_and_shows_no_value() -> None:
    finding = found(diagnose, synced_details(), of=of_profile())
    assert english(finding.title) == "Active Directory decides the details in the profile of Lee Gu."
    assert "Microsoft Entra has" not in {english(each.label) for each in finding.because}


def test_a_mobile_number_can_be_changed_in_the_cloud_too_so_it_is_only_probable() -> None:
    assert found(diagnose, synced_details(), of=of_profile(Property.MOBILE)).probable


@pytest.mark.parametrize("property", sorted(BY_ONESELF))
def test_what_people_fill_in_themselves_is_not_active_directorys(property: Property) -> None:
    assert verdict(diagnose, synced_details(), of=of_profile(property)) is NOT_APPLICABLE


def test_delve_alone_is_not_its_business() -> None:
    assert verdict(diagnose, synced_details(), of=of_profile(place=Place.DELVE)) is NOT_APPLICABLE
    assert found(diagnose, synced_details(), of=of_profile(Property.TITLE, Place.DELVE))


def test_an_account_of_the_clouds_is_in_order_and_an_unseen_one_a_gap() -> None:
    assert verdict(diagnose, of=of_profile(Property.TITLE)) is None
    assert verdict(diagnose, NOT_VISIBLE, of=of_profile()) == (Unreadable(Details, 200, "NotVisible"),)
    assert verdict(diagnose, gap(Details), of=of_profile()) == (gap(Details),)
