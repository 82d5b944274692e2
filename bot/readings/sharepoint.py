"""What SharePoint keeps of a person, and where a tenant's SharePoint is."""

from datetime import UTC, datetime, timedelta
from enum import Enum
from urllib.parse import quote, urlsplit

from pydantic import BaseModel, ConfigDict, Field

from bot.reading import GraphModel, Ids, Reading
from bot.scopes import Resource
from bot.texts import _

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
"""From when SharePoint counts the seconds of a picture's timestamp. Unverified: known from samples, and so is UTC."""
LOOKS_AGAIN_AFTER = timedelta(hours=24)
"""How long SharePoint keeps a photo it has fetched before it looks again."""
CLAIM = "i:0#.f|membership|"
"""What stands before a user principal name in an account name of SharePoint Online.

https://learn.microsoft.com/sharepoint/dev/general-development/work-with-user-profiles-in-sharepoint
"""


class SiteCollection(GraphModel):
    """The part of a site that says on which host it is."""

    hostname: str | None = None


class RootSite(Reading):
    """The tenant's root site, for the host SharePoint is on: the mail domain doesn't tell it.

    https://learn.microsoft.com/graph/api/site-get
    """

    path = "/sites/root"
    scope = "Sites.Read.All"
    words = _("where your organisation's SharePoint is")

    web_url: str | None = None
    site_collection: SiteCollection | None = None


class ProfileProperty(BaseModel):
    """One property of a profile; every value is text, and "" stands for none."""

    model_config = ConfigDict(frozen=True)

    key: str = Field(alias="Key")
    value: str | None = Field(default=None, alias="Value")


class Trouble(Enum):
    """What a profile says of a copy that isn't renewed, the plainest first."""

    ELSEWHERE = _("the picture lies outside SharePoint's own folder, where a script may have put it")
    NOT_FOLLOWING = _("SharePoint isn't set to fetch it from the mailbox")
    PLACEHOLDER = _("SharePoint shows a placeholder, though there is a photo")
    NO_PICTURE = _("SharePoint has looked, but has no picture")


class SharePointProfile(Reading):
    """The person in SharePoint's own directory of people; 404 when they aren't in it.

    https://learn.microsoft.com/previous-versions/office/developer/sharepoint-rest-reference/dn790354(v=office.15)
    """

    path = "/_api/SP.UserProfiles.PeopleManager"
    audience = Resource.SHAREPOINT
    scope = "User.Read.All"
    words = _("what SharePoint keeps of the photo")

    properties: tuple[ProfileProperty, ...] = Field(alias="UserProfileProperties")
    personal_site_host_url: str | None = Field(default=None, alias="PersonalSiteHostUrl")

    @classmethod
    def url(cls, ids: Ids) -> str:
        """One's own is asked for without a name; of somebody else the account has to be known."""
        if ids.subject == ids.asker:
            return f"{cls.path}/GetMyProperties"
        account = quote(f"{CLAIM}{ids.account}".replace("'", "''"), safe="")
        return f"{cls.path}/GetPropertiesFor(accountName=@v)?@v='{account}'"

    @classmethod
    def selected(cls) -> str:
        """Everything: SharePoint's properties are a list of keys and values."""
        return ""

    def said(self, key: str) -> str:
        """The value of a property; "" when there is none."""
        return next(((each.value or "").strip() for each in self.properties if each.key == key), "")

    @property
    def picture_url(self) -> str:
        """Where SharePoint has its copy of the photo; "" when it has none."""
        return self.said("PictureURL")

    @property
    def fetched(self) -> datetime | None:
        """When SharePoint last wrote its copy; `None` when it never did."""
        seconds = self.said("SPS-PictureTimestamp")
        if not seconds.isascii() or not seconds.isdecimal() or not int(seconds):
            return None
        try:
            return BEGINNING + timedelta(seconds=int(seconds))
        except OverflowError:
            return None

    @property
    def follows_exchange(self) -> bool:
        """Whether the photo is fetched from the mailbox. Unverified: what the values mean, seen in profiles."""
        return self.said("SPS-PictureExchangeSyncState") == "1"

    @property
    def placeholder(self) -> bool:
        """Whether SharePoint shows a placeholder. Unverified: seen with an empty picture, documented nowhere."""
        return self.said("SPS-PicturePlaceholderState") == "1"

    @property
    def trouble(self) -> "Trouble | None":
        """What keeps a copy that was fetched once from being fetched again; `None` when nothing does."""
        if self.never_fetched:
            return None
        found = (
            (Trouble.ELSEWHERE, self.elsewhere),
            (Trouble.NOT_FOLLOWING, not self.follows_exchange),
            (Trouble.PLACEHOLDER, self.placeholder),
            (Trouble.NO_PICTURE, not self.picture_url),
        )
        return next((trouble for trouble, holds in found if holds), None)

    @property
    def never_fetched(self) -> bool:
        """Whether SharePoint has no copy, and never had."""
        return not self.picture_url and self.fetched is None

    @property
    def elsewhere(self) -> bool:
        """Whether the picture lies on another host than people's own sites, where somebody must have put it."""
        mine = urlsplit(self.personal_site_host_url or "").hostname
        host = urlsplit(self.picture_url).hostname
        return bool(mine and host and mine != host)
