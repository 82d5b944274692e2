from datetime import timedelta

from bot.diagnoses.group_is_deleted import diagnose
from bot.model import Finding, Severity
from bot.readings.group import DeletedGroup
from tests.readings import GROUP_ID, WHEN, gap, group

IN_BIN = DeletedGroup(id=GROUP_ID, display_name="Kampagne 2025", deleted_date_time=WHEN)


def test_it_speaks_about_a_group_in_the_recycle_bin() -> None:
    finding = diagnose(None, IN_BIN)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert [remedy.id() for remedy in finding.remedies] == ["restore_group"]
    assert finding.because[-1].value == WHEN + timedelta(days=30)


def test_it_is_silent_about_living_and_about_unknown_groups() -> None:
    assert diagnose(group(), None) is None
    assert diagnose(None, None) is None


def test_a_group_that_was_restored_meanwhile_is_alive() -> None:
    assert diagnose(group(), IN_BIN) is None


def test_a_closed_recycle_bin_matters_only_when_the_group_is_gone() -> None:
    assert diagnose(group(), gap(DeletedGroup)) is None
    assert diagnose(None, gap(DeletedGroup)) == gap(DeletedGroup)
