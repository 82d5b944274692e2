"""Commands to copy, where Microsoft has no API for what has to be done."""

from bot.model import Command, Symptom
from bot.texts import Text, _

ON_PREMISES = _("On a computer with the Active Directory module")
ON_SYNC_SERVER = _("On the Microsoft Entra Connect server")
IN_EXCHANGE = _("In Exchange Online PowerShell")


def quoted(value: str) -> str:
    """A PowerShell string that expands nothing: single quotes, doubled inside."""
    for quote in "'‘’‚‛":  # PowerShell takes typographic single quotes for the plain one
        value = value.replace(quote, quote * 2)
    return f"'{value}'"


def in_active_directory(symptom: Symptom, account: str) -> tuple[Command, ...]:
    """What to run in Active Directory for a group with this sAMAccountName, then the sync that carries it here.

    https://learn.microsoft.com/powershell/module/activedirectory/
    """
    group = quoted(account)
    change: dict[Symptom, tuple[Text, str]] = {
        Symptom.GROUP_MEMBERS: (_("Add a member"), f"Add-ADGroupMember -Identity {group} -Members '<account>'"),
        Symptom.GROUP_EDIT: (_("Change the description"), f"Set-ADGroup -Identity {group} -Description '<text>'"),
        Symptom.GROUP_DELETE: (_("Delete the group"), f"Remove-ADGroup -Identity {group}"),
    }
    label, command = change.get(symptom, (_("Look at the group"), f"Get-ADGroup -Identity {group} -Properties *"))
    sync = Command(_("Bring it here now"), ON_SYNC_SERVER, "Start-ADSyncSyncCycle -PolicyType Delta")
    return (Command(label, ON_PREMISES, command), sync)


def in_exchange_online(symptom: Symptom, mail: str) -> Command:
    """What to run in Exchange for a distribution list or mail-enabled security group with this address.

    https://learn.microsoft.com/powershell/module/exchange/
    """
    group = quoted(mail)
    bypass = "-BypassSecurityGroupManagerCheck"
    change: dict[Symptom, tuple[Text, str]] = {
        Symptom.GROUP_MEMBERS: (
            _("Add a member"),
            f"Add-DistributionGroupMember -Identity {group} -Member '<address>' {bypass}",
        ),
        Symptom.GROUP_EDIT: (
            _("Change the description"),
            f"Set-DistributionGroup -Identity {group} -Description '<text>' {bypass}",
        ),
        Symptom.GROUP_DELETE: (
            _("Delete the group for good"),
            f"Remove-DistributionGroup -Identity {group} {bypass}",
        ),
    }
    label, command = change.get(symptom, (_("Look at the group"), f"Get-DistributionGroup -Identity {group} | fl"))
    return Command(label, IN_EXCHANGE, command)
