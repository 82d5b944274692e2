"""What Microsoft 365 gathers of people from several sources, and which of them goes first.

https://learn.microsoft.com/graph/api/resources/profile
"""

from bot.sandbox.graph_objects.wire import ComplexValue, GraphObject


class PositionDetail(ComplexValue):
    """What a position says. https://learn.microsoft.com/graph/api/resources/positiondetail"""

    job_title: str | None = None


class PersonDataSources(ComplexValue):
    """Where a value comes from. https://learn.microsoft.com/graph/api/resources/persondatasources"""

    type: tuple[str, ...] = ()


class WorkPosition(GraphObject):
    """A position somebody holds or held. https://learn.microsoft.com/graph/api/resources/workposition"""

    detail: PositionDetail = PositionDetail()
    is_current: bool | None = None
    source: PersonDataSources | None = None


class ProfilePropertySetting(GraphObject):
    """Whose values go first. https://learn.microsoft.com/graph/api/resources/profilepropertysetting"""

    display_name: str | None = None
    name: str | None = None
    prioritized_source_urls: tuple[str, ...] = ()
