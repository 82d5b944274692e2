from bot.diagnoses.group_formerly_synced import diagnose
from bot.model import Finding, Severity
from bot.readings.group import SyncBehavior
from tests.readings import behavior, gap, group, question, sync, synced

ORPHAN = synced(on_premises_sync_enabled=False)


def test_it_speaks_about_a_group_that_left_the_sync() -> None:
    finding = diagnose(question(), ORPHAN, behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    assert (finding.severity, finding.probable) == (Severity.RISK, True)


def test_it_speaks_when_the_whole_tenant_stopped_syncing() -> None:
    assert isinstance(
        diagnose(question(), synced(on_premises_sync_enabled=None), gap(SyncBehavior), sync(enabled=None)), Finding
    )


def test_it_is_silent_about_cloud_synced_and_moved_groups() -> None:
    assert diagnose(question(), group(), behavior(cloud=False), sync()) is None
    assert diagnose(question(), synced(), behavior(cloud=False), sync()) is None
    assert diagnose(question(), ORPHAN, behavior(cloud=True), sync()) is None


def test_null_alone_does_not_mean_formerly_synced() -> None:
    assert diagnose(question(), synced(on_premises_sync_enabled=None), behavior(cloud=False), sync()) is None
