from bot.diagnoses.group.group_formerly_synced import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import SyncBehavior
from bot.readings.tenant import DirectorySync
from bot.rule import NOT_APPLICABLE
from tests.readings import behavior, english, found, gap, group, not_there, question, sync, synced, verdict

ORPHAN = synced(on_premises_sync_enabled=False)
UNSAID = synced(on_premises_sync_enabled=None)


def test_it_speaks_about_a_group_that_left_the_sync() -> None:
    finding = found(diagnose, ORPHAN, behavior(cloud=False))
    assert english(finding.title) == "Sales used to come from Active Directory."
    assert (finding.severity, finding.probable) == (Severity.RISK, True)


def test_it_is_the_answer_when_somebody_asks_where_the_group_is_managed() -> None:
    assert found(diagnose, ORPHAN, of=question(Symptom.GROUP_SOURCE)).severity is Severity.CAUSE


def test_it_speaks_when_the_whole_organisation_stopped_syncing() -> None:
    assert found(diagnose, UNSAID, behavior(cloud=False), sync(enabled=False)).severity is Severity.RISK


def test_a_group_that_was_moved_is_in_order() -> None:
    assert verdict(diagnose, ORPHAN, behavior(cloud=True)) is None


def test_a_cloud_group_has_no_past() -> None:
    assert verdict(diagnose, group()) is NOT_APPLICABLE


def test_the_groups_own_null_proves_nothing_while_the_organisation_syncs() -> None:
    """It is on its way back to Active Directory, which another diagnosis tells, or that can't be seen."""
    assert verdict(diagnose, UNSAID, behavior(cloud=False), sync()) is NOT_APPLICABLE
    assert verdict(diagnose, UNSAID, not_there(SyncBehavior), sync()) is NOT_APPLICABLE
    assert verdict(diagnose, UNSAID, gap(SyncBehavior), sync()) == (gap(SyncBehavior),)


def test_nothing_is_ticked_that_is_untrue_of_a_group_that_was_moved() -> None:
    """It did use to be synced; what is in order is that Active Directory can't overwrite it."""
    assert verdict(diagnose, UNSAID, behavior(cloud=True), sync()) is None
    assert english(diagnose.checks) == "whether Active Directory may take it over again"


def test_the_organisations_null_is_a_gap_and_no_proof() -> None:
    """A converted group, and an organisation whose switch this person may not read."""
    unseen = Unreadable(DirectorySync, 200, "NotVisible")
    assert verdict(diagnose, UNSAID, gap(SyncBehavior), sync(enabled=None)) == (unseen,)
    assert verdict(diagnose, UNSAID, not_there(SyncBehavior), sync(enabled=None)) == (unseen,)


def test_a_sync_that_may_not_be_read_is_a_gap() -> None:
    assert verdict(diagnose, UNSAID, behavior(cloud=False), gap(DirectorySync)) == (gap(DirectorySync),)
    assert verdict(diagnose, UNSAID, gap(SyncBehavior), sync(enabled=False)) == (gap(SyncBehavior),)


def test_the_groups_own_no_needs_nobody_else() -> None:
    assert found(diagnose, ORPHAN, gap(SyncBehavior), gap(DirectorySync)).severity is Severity.RISK
