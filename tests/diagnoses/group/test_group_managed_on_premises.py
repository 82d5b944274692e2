import pytest

from bot.diagnoses.group.group_managed_on_premises import diagnose
from bot.model import Command, Finding, Operation, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.group import Group, SyncBehavior
from bot.readings.tenant import DirectorySync
from tests.readings import about_lee, behavior, english, found, gap, group, offered, question, shown, synced, verdict


def test_it_speaks_about_a_synced_group() -> None:
    finding = found(diagnose, synced(), behavior(cloud=False))
    assert english(finding.title) == "Sales is managed in Active Directory, so it can't be changed here."
    assert finding.severity is Severity.CAUSE
    assert offered(finding) == ["move_group_to_cloud"]
    assert shown(finding, "Source of authority") == "Active Directory (contoso.local)"


def test_a_cloud_group_is_in_order() -> None:
    assert verdict(diagnose, group(), behavior(cloud=False)) is None


def test_null_is_not_a_yes() -> None:
    assert verdict(diagnose, synced(on_premises_sync_enabled=None)) is None
    assert verdict(diagnose, synced(on_premises_sync_enabled=False)) is None


def test_the_group_has_to_be_read() -> None:
    assert verdict(diagnose, gap(Group)) == (gap(Group),)


def test_what_could_not_be_read_does_not_silence_it() -> None:
    finding = found(diagnose, synced(), gap(SyncBehavior), gap(DirectorySync))
    assert [english(each.label) for each in finding.because] == [
        "Source of authority",
        "Name in Active Directory",
        "Group last synced",
    ]


def test_a_group_in_transition_is_refused_while_it_migrates() -> None:
    finding = found(diagnose, synced(), behavior(cloud=True))
    assert (finding.severity, finding.probable, finding.remedies) == (Severity.CAUSE, True, ())
    assert english(finding.title) == "Sales is being moved to the cloud, and can't be changed until that is done."


@pytest.mark.parametrize(
    ("symptom", "operation", "cmdlet"),
    [
        (Symptom.GROUP_MEMBERS, None, "Add-ADGroupMember"),
        (Symptom.GROUP_MEMBERS, Operation.ADD_MEMBER, "Add-ADGroupMember"),
        (Symptom.GROUP_MEMBERS, Operation.REMOVE_MEMBER, "Remove-ADGroupMember"),
        (Symptom.GROUP_MEMBERS, Operation.LEAVE, "Remove-ADGroupMember"),
        (Symptom.GROUP_MEMBERS, Operation.ADD_OWNER, "Set-ADGroup"),
        (Symptom.GROUP_EDIT, None, "Set-ADGroup"),
        (Symptom.GROUP_DELETE, None, "Remove-ADGroup"),
        (Symptom.GROUP_SOURCE, None, "Get-ADGroup"),
    ],
)
def test_the_command_fits_what_was_asked(symptom: Symptom, operation: Operation | None, cmdlet: str) -> None:
    finding = found(diagnose, synced(on_premises_sam_account_name="O'Hara"), of=question(symptom, operation))
    command = next(way for way in finding.by_hand if isinstance(way, Command))
    assert command.command.startswith(f"{cmdlet} -Identity 'O''Hara'")


def test_a_mail_enabled_group_is_said_to_land_in_exchange_before_it_is_moved() -> None:
    finding = found(diagnose, synced(mail_enabled=True))
    assert "managed in Exchange Online" in english(finding.advice)
    (move,) = finding.remedies
    assert "managed in Exchange Online" in english(move.warning)


def test_it_holds_for_everybody_whoever_it_is_asked_for() -> None:
    assert verdict(diagnose, synced(), of=about_lee()) == verdict(diagnose, synced())
    assert isinstance(verdict(diagnose, synced(), of=about_lee()), Finding)


def test_a_closed_switch_is_no_cloud() -> None:
    unseen: Unreadable = gap(SyncBehavior)
    assert found(diagnose, synced(), unseen).severity is Severity.CAUSE
