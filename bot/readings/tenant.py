"""The tenant itself. https://learn.microsoft.com/graph/api/resources/organization"""

from datetime import datetime

from bot.reading import GraphModel, Listing
from bot.texts import _


class Organization(GraphModel):
    """What the tenant says about its directory synchronisation."""

    id: str
    display_name: str | None = None
    on_premises_sync_enabled: bool | None = None
    on_premises_last_sync_date_time: datetime | None = None


class DirectorySync(Listing[Organization]):
    """Whether and when the directory last synced. There is always exactly one organization."""

    path = "/organization"
    scope = "Organization.Read.All"
    words = _("when the directory last synced")

    @property
    def enabled(self) -> bool | None:
        """Whether the tenant syncs; false when it was switched off.

        `None` when it never did, and also when the person who asks may not read it: nothing follows from it.
        """
        return self.value[0].on_premises_sync_enabled if self.value else None

    @property
    def last(self) -> datetime | None:
        """When a sync cycle last finished; an aware datetime."""
        return self.value[0].on_premises_last_sync_date_time if self.value else None
