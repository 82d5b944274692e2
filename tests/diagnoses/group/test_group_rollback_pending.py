from bot.diagnoses.group_rollback_pending import diagnose
from bot.model import Finding, Severity, Symptom
from bot.readings.group import SyncBehavior
from tests.readings import behavior, gap, group, question, sync, synced

LEFT_BEHIND = synced(on_premises_sync_enabled=None)


def test_it_speaks_between_the_undo_and_the_next_sync() -> None:
    finding = diagnose(question(), LEFT_BEHIND, behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.RISK
    assert [remedy.id() for remedy in finding.remedies] == ["move_group_to_cloud"]


def test_it_is_silent_about_a_group_that_was_moved_to_the_cloud() -> None:
    assert diagnose(question(), LEFT_BEHIND, behavior(cloud=True), sync()) is None


def test_it_is_silent_about_groups_that_are_synced_or_never_were() -> None:
    assert diagnose(question(), synced(), behavior(cloud=False), sync()) is None
    assert diagnose(question(), group(), behavior(cloud=False), sync()) is None


def test_it_is_silent_when_the_tenant_no_longer_syncs() -> None:
    assert diagnose(question(), LEFT_BEHIND, behavior(cloud=False), sync(enabled=False)) is None


def test_it_cannot_tell_without_the_switch_but_only_where_it_matters() -> None:
    unseen = gap(SyncBehavior)
    assert diagnose(question(), LEFT_BEHIND, unseen, sync()) is unseen
    assert diagnose(question(), group(), unseen, sync()) is None


def test_it_is_the_answer_when_somebody_asks_where_the_group_is_managed() -> None:
    finding = diagnose(question(Symptom.GROUP_SOURCE), LEFT_BEHIND, behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
