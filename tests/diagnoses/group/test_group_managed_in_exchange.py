import pytest

from bot.diagnoses.group.group_managed_in_exchange import diagnose
from bot.model import Command, Operation, Severity, Symptom
from bot.readings.group import Group, SyncBehavior
from bot.rule import NOT_APPLICABLE
from tests.readings import behavior, distribution_list, english, found, gap, group, microsoft_365, question, verdict


def test_it_speaks_about_a_distribution_list() -> None:
    finding = found(diagnose, distribution_list())
    assert english(finding.title) == "Sales is managed in Exchange, so it can't be changed from here."
    assert finding.severity is Severity.CAUSE


def test_it_speaks_about_a_mail_enabled_security_group() -> None:
    assert found(diagnose, distribution_list(security_enabled=True)).severity is Severity.CAUSE


def test_other_kinds_are_none_of_its_business() -> None:
    assert verdict(diagnose, microsoft_365()) is NOT_APPLICABLE
    assert verdict(diagnose, group()) is NOT_APPLICABLE


def test_the_group_has_to_be_read_and_its_switch_has_not() -> None:
    assert verdict(diagnose, gap(Group)) == (gap(Group),)
    assert found(diagnose, distribution_list(), gap(SyncBehavior)) == found(diagnose, distribution_list())


def test_a_group_that_was_moved_to_the_cloud_is_one_story() -> None:
    finding = found(diagnose, distribution_list(), behavior(cloud=True))
    assert english(finding.title) == (
        "Sales was moved from Active Directory to the cloud. It has a mail address, so it is managed in Exchange."
    )


@pytest.mark.parametrize(
    ("symptom", "operation", "label", "cmdlet"),
    [
        (Symptom.GROUP_MEMBERS, None, "Add a member", "Add-DistributionGroupMember"),
        (
            Symptom.GROUP_MEMBERS,
            Operation.REMOVE_MEMBER,
            "Remove a member, and any licence that comes with the group",
            "Remove-DistributionGroupMember",
        ),
        (Symptom.GROUP_MEMBERS, Operation.ADD_OWNER, "Add an owner", "Set-DistributionGroup"),
        (Symptom.GROUP_DELETE, None, "Delete the group for good", "Remove-DistributionGroup"),
    ],
)
def test_the_command_fits_what_was_asked(
    symptom: Symptom, operation: Operation | None, label: str, cmdlet: str
) -> None:
    finding = found(diagnose, distribution_list(), of=question(symptom, operation))
    command = next(way for way in finding.by_hand if isinstance(way, Command))
    assert english(command.label) == label
    assert command.command.startswith(f"{cmdlet} -Identity 'list@contoso.com'")
