from bot.diagnoses.group_rollback_pending import diagnose
from bot.model import Finding, Severity
from bot.readings.group import SyncBehavior
from tests.readings import behavior, gap, group, sync, synced

LEFT_BEHIND = synced(on_premises_sync_enabled=None)


def test_it_speaks_between_the_undo_and_the_next_sync() -> None:
    finding = diagnose(LEFT_BEHIND, behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.RISK
    assert [remedy.id() for remedy in finding.remedies] == ["move_group_to_cloud"]


def test_it_is_silent_about_a_group_that_was_moved_to_the_cloud() -> None:
    assert diagnose(LEFT_BEHIND, behavior(cloud=True), sync()) is None


def test_it_is_silent_about_groups_that_are_synced_or_never_were() -> None:
    assert diagnose(synced(), behavior(cloud=False), sync()) is None
    assert diagnose(group(), behavior(cloud=False), sync()) is None


def test_it_is_silent_when_the_tenant_no_longer_syncs() -> None:
    assert diagnose(LEFT_BEHIND, behavior(cloud=False), sync(enabled=False)) is None


def test_it_cannot_tell_without_the_switch_but_only_where_it_matters() -> None:
    unseen = gap(SyncBehavior)
    assert diagnose(LEFT_BEHIND, unseen, sync()) is unseen
    assert diagnose(group(), unseen, sync()) is None
