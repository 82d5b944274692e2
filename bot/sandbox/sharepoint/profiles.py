"""Profiles while the company runs: what SharePoint has of people, and what renews it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.sandbox.graph_objects.sharepoint import SharePoint
from bot.sandbox.portraits import Photo, portrait

PULLS_EVERY = timedelta(hours=24)
"""How long SharePoint is content with what it has.

https://support.microsoft.com/office/20594d76-d054-4af4-a660-401133e3d48a
"""
JOB_COMES_AFTER = timedelta(hours=18)
"""How long a change in Entra takes here: Microsoft promises no more than a day, and no interval.

https://learn.microsoft.com/sharepoint/user-profile-sync
"""


@dataclass
class Profile:
    """What SharePoint keeps of one person; the states are as the file has them."""

    picture: Photo
    fetched: datetime | None
    exchange_sync_state: str
    placeholder_state: str
    picture_host: str | None
    personal_host: str | None = None
    kept: dict[str, str] = field(default_factory=dict[str, str])
    """What it still has though Entra has something else, by SharePoint's names."""
    takes_over: datetime | None = None
    """When the job comes by; `None` while nothing has changed that it would notice."""
    typed: Mapping[str, str] = field(default_factory=dict[str, str])

    def details(self, entra: Mapping[str, str], now: datetime) -> Mapping[str, str]:
        """What it shows: Entra's, but for what the job hasn't brought yet, and what is its own."""
        if self.takes_over and now >= self.takes_over:
            self.kept, self.takes_over = {}, None
        return {**entra, **self.kept, **self.typed}

    def changed(self, before: Mapping[str, str], after: Mapping[str, str], now: datetime) -> None:
        """Entra's details have changed: keep the former ones until the job comes by.

        Unverified: that emptying a detail alone calls no job; Microsoft's support described it in 2017.
        """
        shown = self.details(before, now)
        changes = [key for key, value in after.items() if before.get(key) != value]
        self.kept |= {key: shown[key] for key in changes}
        if any(after[key] for key in changes):
            self.takes_over = self.takes_over or now + JOB_COMES_AFTER

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
            dict(kept.properties),
            kept.takes_over,
            kept.typed,
        )
        for user, kept in listed.items()
    }
