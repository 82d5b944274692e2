"""Settings of Microsoft 365 groups, the tenant's or one group's.

https://learn.microsoft.com/graph/api/resources/groupsetting
"""

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject, Guid

GROUP_UNIFIED = "62375ab9-6b52-47ed-826b-58e47e0e304b"
"""Template of the tenant's settings, called Group.Unified."""

GROUP_UNIFIED_GUEST = "08d542b9-071f-4e16-94b0-74abb372e3d9"
"""Template of one group's settings, called Group.Unified.Guest."""


class SettingValue(ComplexValue):
    """One setting by its name; the value is a text whatever it means, such as `false`."""

    name: str
    value: str | None = None


class GroupSetting(GraphObject):
    """Settings that follow one template; what a template has and this lacks stands as the template says."""

    display_name: str | None = None
    template_id: Guid
    values: tuple[SettingValue, ...] = ()
