"""A person's photo as pixels: the one Microsoft 365 has beside SharePoint's copy of it."""

from urllib.parse import quote, unquote, urlsplit

from pydantic import ConfigDict

from bot.model import Picture
from bot.pictures.comparison import Verdict
from bot.reading import Ids, Media, Reading, Unreadable
from bot.scopes import Resource
from bot.texts import _

MIDDLE, LARGE = "_MThumb.", "_LThumb."


class SharePointPicture(Media):
    """SharePoint's copy of the photo, in its largest size: `ids.picture` says where it lies.

    https://learn.microsoft.com/sharepoint/dev/sp-add-ins/working-with-folders-and-files-with-rest
    """

    # Unverified: that the permission to read profiles opens the picture too, and that everybody may open everybody's.
    path = "/_api/web/GetFileByServerRelativePath"
    audience = Resource.SHAREPOINT
    scope = "User.Read.All"
    words = _("SharePoint's picture itself")

    @classmethod
    def url(cls, ids: Ids) -> str:
        """The file by its path on the host."""
        file = unquote(urlsplit(ids.picture).path).replace(MIDDLE, LARGE).replace("'", "''")
        return f"{cls.path}(decodedurl=@v)/$value?@v='{quote(file, safe='/')}'"


class PhotoCopies(Reading):
    """Both pictures of a person, compared: made of what two waves bring, for nobody answers it as one.

    There is none (404) where Microsoft 365 has no photo.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    path = "/users/{id}/photo/$value"
    scope = "User.ReadBasic.All"
    words = _("the picture itself")

    size: int
    """Bytes of Microsoft 365's picture."""
    verdict: Verdict | None = None
    """Whether they show one photo; `None` where SharePoint has none, or one of them couldn't be looked at."""
    in_microsoft_365: str = ""
    in_sharepoint: str = ""
    """Small copies as `data:` addresses; "" where there is none to show."""
    unread: Unreadable | None = None
    """Why SharePoint's picture couldn't be read."""

    @classmethod
    def selected(cls) -> str:
        """Pictures have no properties."""
        return ""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Both, to be looked at; none where one of them can't be shown."""
        if not (self.in_microsoft_365 and self.in_sharepoint):
            return ()
        ours, theirs = _("The photo in Microsoft 365"), _("SharePoint's copy of it")
        return Picture(ours, self.in_microsoft_365), Picture(theirs, self.in_sharepoint)

    @property
    def same(self) -> bool:
        """Whether they surely show one photo."""
        return self.verdict is Verdict.SAME

    @property
    def different(self) -> bool:
        """Whether they surely show two."""
        return self.verdict is Verdict.DIFFERENT
