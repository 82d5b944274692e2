from bot.diagnoses.profile.user_managed_on_premises_converted import diagnose
from bot.model import Severity, Symptom
from bot.person_details import Property
from bot.reading import Unreadable
from bot.readings.profile import Details
from bot.rule import NOT_APPLICABLE
from tests.readings import ASKER_ID, NOT_VISIBLE, english, found, of_profile, shown, synced_details, verdict

CONVERTED = synced_details(on_premises_sync_enabled=None)


def test_changes_in_active_directory_no_longer_arrive() -> None:
    finding = found(diagnose, CONVERTED, of=of_profile(Property.TITLE))
    assert english(finding.title) == "Active Directory no longer changes the profile of Lee Gu."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert shown(finding, "Last synced") == "20 Nov 2026, 09:42"


def test_one_that_was_taken_out_of_the_sync_says_false() -> None:
    left_out = synced_details(on_premises_sync_enabled=False, on_premises_last_sync_date_time=None)
    assert shown(found(diagnose, left_out, of=of_profile()), "Last synced") == "not known"


def test_for_changing_ones_own_it_is_only_good_to_know() -> None:
    finding = found(diagnose, CONVERTED, of=of_profile(symptom=Symptom.PROFILE_EDIT, user=ASKER_ID))
    assert english(finding.title) == "Active Directory no longer changes your profile."
    assert finding.severity is Severity.NOTE


def test_who_never_came_from_there_is_in_order_and_who_still_does_is_not_its_business() -> None:
    assert verdict(diagnose, of=of_profile(Property.TITLE)) is None
    assert verdict(diagnose, synced_details(), of=of_profile(Property.TITLE)) is NOT_APPLICABLE
    assert verdict(diagnose, CONVERTED, of=of_profile(Property.SKILLS)) is NOT_APPLICABLE
    assert verdict(diagnose, NOT_VISIBLE, of=of_profile()) == (Unreadable(Details, 200, "NotVisible"),)
