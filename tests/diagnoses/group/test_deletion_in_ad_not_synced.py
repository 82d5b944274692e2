from datetime import timedelta

from bot.diagnose import judge
from bot.diagnoses import explaining
from bot.diagnoses.group.deletion_in_ad_not_synced import diagnose
from bot.model import Operation, Report, Severity, Symptom
from bot.reading import Reading, Unreadable
from bot.readings.group import Group
from bot.readings.tenant import DirectorySync
from tests.readings import VISIO, WHEN, english, everything, found, gap, group, licenses, question, shown, sync, synced
from tests.readings import verdict as judged

GONE_IN_AD = question(Symptom.GROUP_DELETE, Operation.DELETED_IN_AD)


def report(*changed: Reading | Unreadable) -> Report:
    diagnoses = explaining(GONE_IN_AD.symptom, GONE_IN_AD.operation)
    return judge(GONE_IN_AD, diagnoses, everything(*changed))


def test_a_group_that_is_still_synced_waits_for_its_deletion() -> None:
    finding = found(diagnose, synced(), of=GONE_IN_AD)
    assert english(finding.title) == (
        "For Microsoft 365, Sales still comes from Active Directory: no deletion has arrived."
    )
    assert (finding.severity, finding.leads) == (Severity.NOTE, True)
    assert finding.because[-1].value == WHEN


def test_a_sync_that_stands_still_brings_no_deletion() -> None:
    for stopped in (sync(enabled=False), sync(last=WHEN - timedelta(hours=4))):
        finding = found(diagnose, synced(), stopped, of=GONE_IN_AD)
        assert english(finding.title) == "Sales is still here because directory sync doesn't run."
        assert finding.severity is Severity.CAUSE
    assert judged(diagnose, synced(), gap(DirectorySync), of=GONE_IN_AD) == (gap(DirectorySync),)


def test_one_that_was_moved_to_the_cloud_is_not_reached() -> None:
    finding = found(diagnose, synced(on_premises_sync_enabled=None), of=GONE_IN_AD)
    assert english(finding.title).startswith("Sales no longer comes from Active Directory")
    assert shown(finding, "Source of authority") == "the cloud, formerly Active Directory"


def test_one_that_was_made_in_the_cloud_is_another_group() -> None:
    finding = found(diagnose, of=GONE_IN_AD)
    assert english(finding.title).startswith("Sales was made in the cloud")
    unseen = group(display_name=None)
    assert judged(diagnose, unseen, of=GONE_IN_AD) == (Unreadable(Group, 200, "NotVisible"),)


def test_a_licence_is_the_cause_and_nobody_is_sent_to_active_directory_again() -> None:
    said = report(synced(), licenses(VISIO))
    assert list(said.findings) == ["group_holds_licenses"]
    assert "error 113" in english(said.findings["group_holds_licenses"].advice)
    assert list(report(synced()).findings) == ["deletion_in_ad_not_synced"]
