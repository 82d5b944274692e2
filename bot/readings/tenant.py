"""The tenant itself. https://learn.microsoft.com/graph/api/resources/organization"""

from datetime import datetime

from bot.reading import GraphModel, Listing


class Organization(GraphModel):
    """What the tenant says about its directory synchronisation."""

    id: str
    on_premises_sync_enabled: bool | None = None
    on_premises_last_sync_date_time: datetime | None = None


class DirectorySync(Listing[Organization]):
    """Whether and when the directory last synced. There is always exactly one organization."""

    path = "/organization"
    scope = "Organization.Read.All"

    @property
    def enabled(self) -> bool:
        """Whether the tenant syncs at all: off and never on both count as no."""
        return bool(self.value and self.value[0].on_premises_sync_enabled)

    @property
    def last(self) -> datetime | None:
        """When a sync cycle last finished; an aware datetime."""
        return self.value[0].on_premises_last_sync_date_time if self.value else None
