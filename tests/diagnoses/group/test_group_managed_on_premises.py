import pytest

from bot.diagnoses.group_managed_on_premises import diagnose
from bot.model import Command, Finding, Severity, Symptom
from bot.readings.group import SyncBehavior
from bot.readings.tenant import DirectorySync
from bot.texts import Voice, say
from tests.readings import behavior, gap, group, question, sync, synced


def test_it_speaks_about_a_synced_group() -> None:
    finding = diagnose(question(), synced(), behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.CAUSE
    assert [remedy.id() for remedy in finding.remedies] == ["move_group_to_cloud"]
    assert say(finding.because[0].value, Voice()) == "Active Directory (contoso.local)"


def test_it_is_silent_about_a_cloud_group() -> None:
    assert diagnose(question(), group(), behavior(cloud=False), sync()) is None


def test_what_could_not_be_read_does_not_silence_it() -> None:
    finding = diagnose(question(), synced(), gap(SyncBehavior), gap(DirectorySync))
    assert isinstance(finding, Finding)
    assert [say(e.label, Voice()) for e in finding.because] == [
        "Source of authority",
        "Name in Active Directory",
        "Group last synced",
    ]


def test_synced_and_cloud_managed_at_once_is_only_probable() -> None:
    finding = diagnose(question(), synced(), behavior(cloud=True), sync())
    assert isinstance(finding, Finding)
    assert (finding.severity, finding.probable, finding.remedies) == (Severity.RISK, True, ())


@pytest.mark.parametrize(
    ("symptom", "cmdlet"),
    [
        (Symptom.GROUP_MEMBERS, "Add-ADGroupMember"),
        (Symptom.GROUP_EDIT, "Set-ADGroup"),
        (Symptom.GROUP_DELETE, "Remove-ADGroup"),
        (Symptom.GROUP_SOURCE, "Get-ADGroup"),
    ],
)
def test_the_command_fits_what_was_asked(symptom: Symptom, cmdlet: str) -> None:
    finding = diagnose(question(symptom), synced(on_premises_sam_account_name="O'Hara"), behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    command = next(way for way in finding.by_hand if isinstance(way, Command))
    assert command.command.startswith(f"{cmdlet} -Identity 'O''Hara'")


def test_a_mail_enabled_group_is_said_to_land_in_exchange() -> None:
    finding = diagnose(question(), synced(mail_enabled=True), behavior(cloud=False), sync())
    assert isinstance(finding, Finding)
    assert "Exchange Online" in say(finding.advice, Voice())
