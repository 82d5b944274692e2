from bot.diagnoses.group_managed_in_exchange import diagnose
from bot.model import Command, Finding, Severity, Symptom
from tests.readings import distribution_list, group, microsoft_365, question


def test_it_speaks_about_a_distribution_list() -> None:
    finding = diagnose(question(Symptom.GROUP_MEMBERS), distribution_list())
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    command = next(way for way in finding.by_hand if isinstance(way, Command))
    assert command.command.startswith("Add-DistributionGroupMember -Identity 'list@contoso.com'")


def test_it_speaks_about_a_mail_enabled_security_group() -> None:
    assert isinstance(diagnose(question(), distribution_list(security_enabled=True)), Finding)


def test_it_is_silent_about_microsoft_365_and_security_groups() -> None:
    assert diagnose(question(), microsoft_365()) is None
    assert diagnose(question(), group()) is None


def test_it_leaves_synced_lists_to_active_directory() -> None:
    assert diagnose(question(), distribution_list(on_premises_sync_enabled=True)) is None
