"""Profiles while the company runs: what SharePoint has of people's photos, and the pull that renews it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.sandbox.graph_objects.sharepoint import SharePoint
from bot.sandbox.portraits import Photo, portrait

PULLS_EVERY = timedelta(hours=24)
"""How long SharePoint is content with what it has.

https://support.microsoft.com/office/20594d76-d054-4af4-a660-401133e3d48a
"""


@dataclass
class Profile:
    """What SharePoint keeps of one person's photo; the states are as the file has them."""

    picture: Photo
    fetched: datetime | None
    exchange_sync_state: str
    placeholder_state: str
    picture_host: str | None
    personal_host: str | None = None

    def requested(self, photo: Photo, now: datetime) -> None:
        """Somebody asked for the photo: fetch the mailbox's, unless that was done within a day, or it is stuck.

        Unverified: that a photo that has gone takes SharePoint's copy with it.
        """
        if self.exchange_sync_state == "0" or (self.fetched and now - self.fetched < PULLS_EVERY):
            return
        self.picture, self.fetched, self.picture_host = photo, now, None
        self.exchange_sync_state, self.placeholder_state = "1", "0" if photo else "1"

    @property
    def timestamp(self) -> str:
        """`SPS-PictureTimestamp`: whole seconds since the year 1."""
        beginning = datetime(1, 1, 1, tzinfo=UTC)
        return str(int((self.fetched - beginning).total_seconds())) if self.fetched else ""


def awakened(sharepoint: SharePoint | None) -> dict[str, Profile]:
    """The profiles of a company that wakes up, by the ids of their users."""
    listed = sharepoint.profiles if sharepoint else {}
    return {
        user: Profile(
            portrait(kept.picture) if kept.picture else (),
            kept.picture_timestamp,
            kept.picture_exchange_sync_state,
            kept.picture_placeholder_state,
            kept.picture_host,
            kept.personal_host,
        )
        for user, kept in listed.items()
    }
