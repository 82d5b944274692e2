"""A tenant's SharePoint as far as people go: its hosts, and who is in its directory of people.

https://learn.microsoft.com/sharepoint/user-profile-sync
"""

from typing import Annotated, Literal

from pydantic import Field

from bot.sandbox.graph_objects.wire import ComplexValue, Guid, Timestamp
from bot.sandbox.portraits import Portrait

Host = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}\.sharepoint\.com$")]
State = Literal["", "0", "1"]


class SharePointProfile(ComplexValue):
    """What SharePoint keeps of one person: of the photo, and of the details where they aren't Entra's.

    Unverified: what the two states mean, which Microsoft documents nowhere: "1" and "0" are an ordinary person's.
    """

    picture: Portrait | None = None
    picture_timestamp: Timestamp | None = None
    picture_exchange_sync_state: State = ""
    picture_placeholder_state: State = ""
    personal_host: Host | None = None  # where their own site is, in an organisation with several geographies
    picture_host: str | None = None  # where a script of somebody's has put the picture, not SharePoint
    properties: dict[str, str] = Field(default_factory=dict[str, str])  # what it has else than Entra, by its own names
    takes_over: Timestamp | None = None  # when the job brings Entra's; None when only another change makes it
    typed: dict[str, str] = Field(default_factory=dict[str, str])  # what was typed or imported here, never overwritten


class SharePoint(ComplexValue):
    """The hosts, and the people by the ids of their users; whoever isn't named has no profile."""

    host: Host
    personal_host: Host
    profiles: dict[Guid, SharePointProfile] = Field(default_factory=dict[str, SharePointProfile])
