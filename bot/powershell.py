"""Commands to copy, where Microsoft has no API for what has to be done."""

from bot.model import Command, Operation, Question, Symptom
from bot.texts import Text, _

ON_PREMISES = _("On a computer with the Active Directory module")
ON_SYNC_SERVER = _("On the Microsoft Entra Connect server")
IN_EXCHANGE = _("In Exchange Online PowerShell")
ANYBODYS = "-BypassSecurityGroupManagerCheck"
"""Lets an Exchange administrator change a list that somebody else manages."""


def quoted(value: str) -> str:
    """A PowerShell string that expands nothing: single quotes, doubled inside."""
    for quote in "'‘’‚‛":  # PowerShell takes typographic single quotes for the plain one
        value = value.replace(quote, quote * 2)
    return f"'{value}'"


def in_active_directory(question: Question, account: str) -> tuple[Command, ...]:
    """What to run in Active Directory for a group with this sAMAccountName, then the sync that carries it here.

    https://learn.microsoft.com/powershell/module/activedirectory/
    """
    group = quoted(account)
    label, command = on_premises_change(question, group)
    return Command(label, ON_PREMISES, command), *on_sync_server()


def on_premises_change(question: Question, group: str) -> tuple[Text, str]:
    """The command for what is wanted; `group` is quoted already."""
    match question.symptom, question.operation:
        case Symptom.GROUP_MEMBERS, Operation.REMOVE_MEMBER | Operation.LEAVE:
            return _("Remove a member"), f"Remove-ADGroupMember -Identity {group} -Members '<account>'"
        case Symptom.GROUP_MEMBERS, Operation.ADD_OWNER | Operation.REMOVE_OWNER:
            return _("Set who manages it"), f"Set-ADGroup -Identity {group} -ManagedBy '<account>'"
        case Symptom.GROUP_MEMBERS, _other:
            return _("Add a member"), f"Add-ADGroupMember -Identity {group} -Members '<account>'"
        case Symptom.GROUP_EDIT, _other:
            return _("Change the description"), f"Set-ADGroup -Identity {group} -Description '<text>'"
        case Symptom.GROUP_DELETE, _other:
            return _("Delete the group"), f"Remove-ADGroup -Identity {group}"
        case _:
            return _("Look at the group"), f"Get-ADGroup -Identity {group} -Properties *"


def on_sync_server() -> tuple[Command, ...]:
    """What to run on the sync server so that changes come here at once."""
    return (Command(_("Run a sync now"), ON_SYNC_SERVER, "Start-ADSyncSyncCycle -PolicyType Delta"),)


def in_exchange_online(question: Question, mail: str) -> Command:
    """What to run in Exchange for a distribution list or mail-enabled security group with this address.

    https://learn.microsoft.com/powershell/module/exchange/
    """
    label, command = exchange_change(question, quoted(mail))
    return Command(label, IN_EXCHANGE, command)


def exchange_change(question: Question, group: str) -> tuple[Text, str]:
    """The command for what is wanted; `group` is quoted already."""
    match question.symptom:
        case Symptom.GROUP_MEMBERS:
            return exchange_members(question.operation, group)
        case Symptom.GROUP_EDIT:
            set_it = f"Set-DistributionGroup -Identity {group} -Description '<text>'"
            return _("Change the description"), f"{set_it} {ANYBODYS}"
        case Symptom.GROUP_DELETE:
            return _("Delete the group for good"), f"Remove-DistributionGroup -Identity {group} {ANYBODYS}"
        case _:
            return _("Look at the group"), f"Get-DistributionGroup -Identity {group} | fl"


def exchange_members(operation: Operation | None, group: str) -> tuple[Text, str]:
    """The command for who is in it and who owns it; `group` is quoted already."""
    set_it = f"Set-DistributionGroup -Identity {group} -ManagedBy"
    match operation:
        case Operation.REMOVE_MEMBER | Operation.LEAVE:
            # A licence that a member has through the group goes with the membership.
            remove = f"Remove-DistributionGroupMember -Identity {group} -Member '<address>'"
            return _("Remove a member, and any licence that comes with the group"), f"{remove} {ANYBODYS}"
        case Operation.ADD_OWNER:
            return _("Add an owner"), f"{set_it} @{{Add='<address>'}} {ANYBODYS}"
        case Operation.REMOVE_OWNER:
            return _("Remove an owner"), f"{set_it} @{{Remove='<address>'}} {ANYBODYS}"
        case _:
            return _("Add a member"), f"Add-DistributionGroupMember -Identity {group} -Member '<address>' {ANYBODYS}"
