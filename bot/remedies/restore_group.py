"""Bring a deleted group back from the recycle bin. https://learn.microsoft.com/graph/api/directory-deleteditems-restore"""

from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.roles import NAMES, Doing, Role
from bot.steps import Ask, Write
from bot.texts import Text, _


class RestoreGroup(Remedy):
    """Restore the group with its members and owners; its content follows within 24 hours."""

    scope: ClassVar = "Group.ReadWrite.All"
    role: ClassVar = NAMES[Role.GROUPS]
    owners_may: ClassVar = True
    danger: ClassVar = Danger.REVERSIBLE

    group_id: str
    group_name: str

    @property
    def doing(self) -> frozenset[Doing]:
        """Bringing it back."""
        return frozenset({Doing.RESTORE})

    @property
    def button(self) -> Text:
        """Two words."""
        return _("Restore the group")

    @property
    def warning(self) -> Text:
        """What to expect."""
        return _(
            "{group} comes back with its members; files and conversations can take 24 hours.", group=self.group_name
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """From the recycle bin to life."""
        return (Change(_("State"), _("deleted"), _("active")),)

    def steps(self) -> tuple[Write | Ask, ...]:
        """POST restore; the object keeps its id."""
        return (Write("POST", f"/directory/deletedItems/{self.group_id}/restore"),)

    @property
    def shows_after(self) -> Text:
        """Its content is slower than the group."""
        return _("The group shows within a few minutes; its files and conversations can take 24 hours.")
