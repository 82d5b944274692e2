from bot.diagnoses.group.group_rollback_pending import diagnose
from bot.model import Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import SyncBehavior
from bot.readings.tenant import DirectorySync
from bot.rule import NOT_APPLICABLE
from tests.readings import behavior, english, found, gap, group, not_there, offered, question, sync, synced, verdict

LEFT_BEHIND = synced(on_premises_sync_enabled=None)
BACK = behavior(cloud=False)


def test_it_speaks_between_the_undo_and_the_next_sync() -> None:
    finding = found(diagnose, LEFT_BEHIND, BACK)
    assert english(finding.title) == "Sales goes back to Active Directory at the next sync."
    assert finding.severity is Severity.RISK
    assert offered(finding) == ["move_group_to_cloud"]


def test_it_is_the_answer_when_somebody_asks_where_the_group_is_managed() -> None:
    assert found(diagnose, LEFT_BEHIND, BACK, of=question(Symptom.GROUP_SOURCE)).severity is Severity.CAUSE


def test_a_group_that_was_moved_to_the_cloud_is_in_order() -> None:
    assert verdict(diagnose, LEFT_BEHIND, behavior(cloud=True)) is None


def test_groups_that_never_came_from_active_directory_or_left_it_are_none_of_its_business() -> None:
    assert verdict(diagnose, group(), BACK) is NOT_APPLICABLE
    assert verdict(diagnose, synced(on_premises_sync_enabled=False), BACK) is NOT_APPLICABLE
    assert verdict(diagnose, LEFT_BEHIND, not_there(SyncBehavior)) is NOT_APPLICABLE


def test_an_organisation_that_no_longer_syncs_takes_nothing_back() -> None:
    assert verdict(diagnose, LEFT_BEHIND, BACK, sync(enabled=False)) is NOT_APPLICABLE


def test_the_organisations_null_is_a_gap() -> None:
    assert verdict(diagnose, LEFT_BEHIND, BACK, sync(enabled=None)) == (Unreadable(DirectorySync, 200, "NotVisible"),)


def test_it_cannot_tell_without_the_switch_but_only_where_it_matters() -> None:
    assert verdict(diagnose, LEFT_BEHIND, gap(SyncBehavior)) == (gap(SyncBehavior),)
    assert verdict(diagnose, group(), gap(SyncBehavior)) is NOT_APPLICABLE
    assert verdict(diagnose, LEFT_BEHIND, BACK, gap(DirectorySync)) == (gap(DirectorySync),)
