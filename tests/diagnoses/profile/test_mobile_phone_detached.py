from bot.diagnoses.profile.mobile_phone_detached import diagnose
from bot.model import Severity
from bot.person_details import Property
from bot.reading import Unreadable
from bot.readings.profile import Details, SyncFeatures
from bot.rule import NOT_APPLICABLE
from tests.readings import (
    ASKER_ID,
    NOT_VISIBLE,
    english,
    found,
    gap,
    of_profile,
    shown,
    sync_features,
    synced_details,
    verdict,
)

SYNCED = synced_details(mobile_phone="+45 2012 3456")
MOBILE = of_profile(Property.MOBILE)


def test_a_number_that_was_changed_in_the_cloud_may_have_come_loose() -> None:
    finding = found(diagnose, SYNCED, of=MOBILE)
    assert english(finding.title) == "A mobile number changed in the cloud once no longer follows Active Directory."
    assert (finding.severity, finding.probable) == (Severity.CAUSE, True)
    assert (shown(finding, "Microsoft Entra has"), shown(finding, "BypassDirSyncOverrides")) == ("+45 2012 3456", "off")


def test_of_oneself_the_switch_is_mostly_not_to_be_seen() -> None:
    finding = found(diagnose, SYNCED, gap(SyncFeatures), of=of_profile(Property.MOBILE, user=ASKER_ID))
    assert shown(finding, "BypassDirSyncOverrides") == "not visible to you"


def test_where_the_sync_overrules_the_cloud_it_is_in_order() -> None:
    assert verdict(diagnose, SYNCED, sync_features(bypass=True), of=MOBILE) is None


def test_it_has_no_say_of_a_cloud_account_or_another_number() -> None:
    assert verdict(diagnose, of=MOBILE) is NOT_APPLICABLE
    assert verdict(diagnose, SYNCED, of=of_profile(Property.PHONE)) is NOT_APPLICABLE
    assert verdict(diagnose, SYNCED, of=of_profile()) is NOT_APPLICABLE
    assert verdict(diagnose, NOT_VISIBLE, of=MOBILE) == (Unreadable(Details, 200, "NotVisible"),)
