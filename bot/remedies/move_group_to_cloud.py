"""Move a group's source of authority from Active Directory to Microsoft Entra ID, and back.

One object at a time; nested groups stay where they are. Going back takes effect at the next sync cycle, which
overwrites what was changed in the cloud meanwhile.
https://learn.microsoft.com/entra/identity/hybrid/how-to-group-source-of-authority-configure
"""

from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.roles import NAMES, Role
from bot.steps import Ask, Write
from bot.texts import Text, _


class MoveGroupToCloud(Remedy):
    """Make the cloud the group's source of authority, or Active Directory again when `cloud` is false."""

    scope: ClassVar = "Group-OnPremisesSyncBehavior.ReadWrite.All"
    role: ClassVar = NAMES[Role.HYBRID_IDENTITY]
    danger: ClassVar = Danger.COSTLY
    in_units: ClassVar = False

    group_id: str
    group_name: str
    cloud: bool = True
    in_exchange: bool = False
    """Whether it has a mail address but is no Microsoft 365 group: then Exchange manages it in the cloud."""

    @property
    def roles(self) -> frozenset[str]:
        """Those that Microsoft names for it."""
        return frozenset({Role.HYBRID_IDENTITY, Role.GLOBAL})

    @property
    def button(self) -> Text:
        """Two or three words."""
        return _("Move to the cloud") if self.cloud else _("Move back to AD")

    @property
    def warning(self) -> Text:
        """What stops working."""
        if self.cloud and self.in_exchange:
            return _(
                "{group} has a mail address, so from then on it is managed in Exchange Online. Changes to it in Active "
                "Directory no longer reach the cloud, and systems that read Active Directory keep the old members.",
                group=self.group_name,
            )
        if self.cloud:
            return _(
                "From then on, changes to {group} in Active Directory no longer reach the cloud. Systems that read "
                "Active Directory keep the old members, and groups nested in it stay where they are.",
                group=self.group_name,
            )
        return _(
            "At the next sync, Active Directory overwrites what was changed in the cloud. Remove cloud-only members "
            "from {group} first, and take it out of access packages.",
            group=self.group_name,
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """The source of authority, before and after."""
        directory = _("Active Directory")
        cloud = _("Exchange Online") if self.in_exchange else _("the cloud (Microsoft Entra ID)")
        before, after = (directory, cloud) if self.cloud else (cloud, directory)
        return (Change(_("Managed in"), before, after),)

    def steps(self) -> tuple[Write | Ask, ...]:
        """PATCH https://learn.microsoft.com/graph/api/onpremisessyncbehavior-update."""
        return (Write("PATCH", f"/groups/{self.group_id}/onPremisesSyncBehavior", {"isCloudManaged": self.cloud}),)

    def undo(self) -> "MoveGroupToCloud":
        """Turns the switch the other way."""
        return self.model_copy(update={"cloud": not self.cloud})

    @property
    def shows_after(self) -> Text:
        """To the cloud at once; back at the next sync.

        https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler
        """
        if self.cloud:
            return _("It shows within a few minutes.")
        return _("It shows after the next sync, within about 30 minutes.")
