import pytest

from bot.diagnoses.profile.delve_is_retired import diagnose
from bot.model import Link, Severity, Symptom
from bot.person_details import Place, Property
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, english, found, of_profile, verdict


@pytest.mark.parametrize("symptom", [Symptom.PROFILE_STALE, Symptom.PROFILE_EDIT])
def test_whoever_names_delve_is_told_that_it_is_gone_and_what_took_its_place(symptom: Symptom) -> None:
    finding = found(diagnose, of=of_profile(place=Place.DELVE, symptom=symptom, user=ASKER_ID))
    assert english(finding.title) == "Delve is gone: Microsoft retired it on 16 December 2024."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, False)
    assert [way.url for way in finding.by_hand if isinstance(way, Link)] == [
        "https://support.microsoft.com/office/edit-your-profile-in-microsoft-365-e7056090-56d4-4b81-bb3f-b6af31089ebe"
    ]


def test_of_somebody_else_in_delve_it_says_the_same() -> None:
    theirs = found(diagnose, of=of_profile(Property.TITLE, Place.DELVE))
    assert theirs == found(diagnose, of=of_profile(place=Place.DELVE, user=ASKER_ID))


def test_it_has_no_say_where_delve_is_not_named() -> None:
    assert verdict(diagnose, of=of_profile()) is NOT_APPLICABLE
    assert verdict(diagnose, of=of_profile(Property.TITLE, Place.TEAMS)) is NOT_APPLICABLE
