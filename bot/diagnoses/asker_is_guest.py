"""The person asking is a guest in this tenant, and guests manage only what they own.

Seen as   Little is shown and nothing can be changed, or 403.
Why       Guests have a few rights of their own and can't be given more by being a member.
Put right Ask an owner to do it, or an administrator to make the guest an owner.
"""

from bot.model import Evidence, Finding, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import Asker, OwnedGroups
from bot.readings.group import Group, Owners
from bot.remedies.ask_an_owner import AskAnOwner
from bot.rule import explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/fundamentals/users-default-permissions"


@explains(
    Symptom.GROUP_EDIT,
    Symptom.GROUP_MEMBERS,
    Symptom.GROUP_DELETE,
    checks=_("whether you are a guest here"),
    before=("asker_cannot_manage_group",),
)
def diagnose(asker: Asker, owned: OwnedGroups, group: Group, owners: Owners | Unreadable) -> Finding | None:
    """Speaks to guests, unless the group is theirs or nobody could change it here anyway."""
    if not asker.guest or owned.includes(group.id) or group.on_premises_sync_enabled or group.in_exchange:
        return None
    people = owners.people if isinstance(owners, Owners) else ()
    return Finding(
        severity=Severity.CAUSE,
        title=_("You are a guest here, and guests can only change groups they own."),
        advice=_("Ask an owner of {group} to do it for you.", group=group.name),
        because=(
            Evidence(_("Your account"), _("guest")),
            Evidence(_("Your part in it"), _("not an owner")),
        ),
        remedies=(AskAnOwner(group_id=group.id, group_name=group.name),) if people else (),
        learn=LEARN,
    )
