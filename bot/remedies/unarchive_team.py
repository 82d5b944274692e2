"""Open an archived team again. https://learn.microsoft.com/graph/api/team-unarchive"""

from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.roles import NAMES, Role
from bot.steps import Ask, Write
from bot.texts import Text, _


class UnarchiveTeam(Remedy):
    """Make an archived team editable again, or archive it when `archive` is true."""

    scope: ClassVar = "TeamSettings.ReadWrite.All"
    role: ClassVar = NAMES[Role.TEAMS]
    owners_may: ClassVar = True
    danger: ClassVar = Danger.REVERSIBLE
    in_units: ClassVar = False

    group_id: str
    group_name: str
    archive: bool = False

    @property
    def roles(self) -> frozenset[str]:
        """Those that Microsoft names for it."""
        return frozenset({Role.TEAMS, Role.GLOBAL})

    @property
    def button(self) -> Text:
        """Two words."""
        return _("Archive the team") if self.archive else _("Open the team again")

    @property
    def warning(self) -> Text:
        """What changes for everybody in it."""
        if self.archive:
            return _("Nobody can post in {group} or change its settings while it is archived.", group=self.group_name)
        return _("Everybody in {group} can post again.", group=self.group_name)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Archived or not."""
        archived, active = _("archived"), _("active")
        before, after = (active, archived) if self.archive else (archived, active)
        return (Change(_("Team"), before, after),)

    def steps(self) -> tuple[Write | Ask, ...]:
        """POST; Teams answers 202 and finishes later. Archiving wants a body, as Graph's own description has it."""
        if self.archive:
            return (Write("POST", f"/teams/{self.group_id}/archive", {"shouldSetSpoSiteReadOnlyForMembers": False}),)
        return (Write("POST", f"/teams/{self.group_id}/unarchive"),)

    def undo(self) -> "UnarchiveTeam":
        """Turns the switch the other way."""
        return self.model_copy(update={"archive": not self.archive})

    @property
    def shows_after(self) -> Text:
        """Teams works it off afterwards."""
        return _("It shows within a few minutes.")
