"""What the organisation, or a group for itself, has set for Microsoft 365 groups.

https://learn.microsoft.com/entra/identity/users/groups-settings-cmdlets
"""

from bot.reading import GraphModel, Listing
from bot.texts import _


class SettingValue(GraphModel):
    """One setting by name; the value is text, "true" and "false" too."""

    name: str
    value: str | None = None


class Setting(GraphModel):
    """A directory setting object: a template filled in."""

    template_id: str | None = None
    values: tuple[SettingValue, ...] = ()

    def says(self, name: str) -> bool | None:
        """A switch by name; `None` when it isn't set."""
        value = next((each.value for each in self.values if each.name == name), None)
        return None if not value else value.strip().lower() == "true"


class TenantGroupSettings(Listing[Setting]):
    """What holds for every Microsoft 365 group. https://learn.microsoft.com/graph/api/resources/groupsetting"""

    path = "/groupSettings"
    scope = "GroupSettings.Read.All"
    words = _("your organisation's settings for groups")


class GroupSettings(Listing[Setting]):
    """What holds for this group, whatever holds for the others."""

    path = "/groups/{id}/settings"
    scope = "GroupSettings.Read.All"
    words = _("the group's own settings")
