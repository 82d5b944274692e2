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
        return {"true": True, "false": False}.get((value or "").strip().lower())


GROUP_UNIFIED = "62375ab9-6b52-47ed-826b-58e47e0e304b"
"""The template of what holds for every Microsoft 365 group."""
GROUP_UNIFIED_GUEST = "08d542b9-071f-4e16-94b0-74abb372e3d9"
"""The template of what one group has for itself."""


def switch(settings: tuple[Setting, ...], template: str, name: str) -> bool | None:
    """What the settings of one template say; one "no" among several is a no."""
    said = {each.says(name) for each in settings if (each.template_id or "").lower() == template}
    return False if False in said else True if True in said else None


class TenantGroupSettings(Listing[Setting]):
    """What holds for every Microsoft 365 group. https://learn.microsoft.com/graph/api/resources/groupsetting"""

    path = "/groupSettings"
    scope = "GroupSettings.Read.All"
    words = _("your organisation's settings for groups")

    def says(self, name: str) -> bool | None:
        """A switch by name, as its own template has it; settings of other templates don't count here."""
        return switch(self.value, GROUP_UNIFIED, name)


class GroupSettings(Listing[Setting]):
    """What holds for this group, whatever holds for the others."""

    path = "/groups/{id}/settings"
    scope = "GroupSettings.Read.All"
    words = _("the group's own settings")

    def says(self, name: str) -> bool | None:
        """A switch by name, as its own template has it; settings of other templates don't count here."""
        return switch(self.value, GROUP_UNIFIED_GUEST, name)
