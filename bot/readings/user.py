"""A person a question is about. https://learn.microsoft.com/graph/api/resources/user"""

from datetime import datetime
from typing import TypeGuard, cast

from pydantic import Field

from bot.reading import GraphModel, Media, Reading
from bot.texts import _


class UserNames(GraphModel):
    """What anybody may read of anybody."""

    id: str
    display_name: str | None = None
    user_principal_name: str | None = None
    mail: str | None = None
    job_title: str | None = None

    @property
    def name(self) -> str:
        """What to call them; the id when the person who asks may not read the name."""
        return self.display_name or self.user_principal_name or self.id


class User(Reading, UserNames):
    """The person, as far as anybody may read it."""

    path = "/users/{id}"
    scope = "User.ReadBasic.All"
    words = _("the person's account")


class UserAccount(Reading):
    """What kind of account it is."""

    path = "/users/{id}"
    scope = "User.Read.All"
    words = _("what kind of account it is")

    id: str
    user_type: str | None = None
    account_enabled: bool | None = None
    created_date_time: datetime | None = None
    on_premises_sync_enabled: bool | None = None

    @property
    def guest(self) -> bool:
        """Whether it is a guest's."""
        return self.user_type == "Guest"


class DeletedUser(Reading, UserNames):
    """The person in the recycle bin, where an account stays 30 days."""

    path = "/directory/deletedItems/{id}/graph.user"
    scope = "User.Read.All"
    words = _("the recycle bin")

    deleted_date_time: datetime | None = Field(default=None)


class Photo(Reading):
    """The photo Microsoft 365 shows of the person; 404 when there is none.

    https://learn.microsoft.com/graph/api/profilephoto-get
    """

    path = "/users/{id}/photo"
    scope = "User.ReadBasic.All"
    words = _("the photo")

    id: str = ""
    width: int | None = None
    height: int | None = None
    media_etag: str = Field(default="", alias="@odata.mediaEtag")
    """What changes when the photo does."""

    @property
    def placeholder(self) -> bool:
        """Whether it is the single pixel that stands for no photo, as Microsoft documents it."""
        return self.width == 1 and self.height == 1


def is_there(photo: Photo | None) -> TypeGuard[Photo]:
    """Whether there is a photo, and not only what stands for none."""
    return photo is not None and not photo.placeholder


class PhotoContent(Media):
    """The photo's bytes; 404 when there is none. https://learn.microsoft.com/graph/api/profilephoto-get"""

    path = "/users/{id}/photo/$value"
    scope = "User.ReadBasic.All"
    words = _("the picture itself")


class PhotoSettings(Reading):
    """Who may change photos, and from where: an organisation's setting, still in beta.

    Microsoft's own samples write an empty object for no roles and a blank before an id, so whatever comes is taken.
    https://learn.microsoft.com/graph/api/resources/photoupdatesettings
    """

    path = "/admin/people/photoUpdateSettings"
    scope = "PeopleSettings.Read.All"
    version = "beta"
    words = _("who may change photos here")

    source: str | None = None
    allowed_roles: object = None

    @classmethod
    def selected(cls) -> str:
        """This address takes no `$select`."""
        return ""

    @property
    def roles(self) -> frozenset[str]:
        """Template ids of the roles that may change photos, in lower case; empty when everybody may."""
        said = self.allowed_roles
        given = cast(list[object], said) if isinstance(said, list) else []
        return frozenset(str(role).strip().lower() for role in given if str(role).strip())

    @property
    def known_source(self) -> bool:
        """Whether the value is one Microsoft describes: nothing, `cloud` or `onPremises`."""
        return (self.source or "").strip().lower() in {"", "cloud", "onpremises"}

    @property
    def from_active_directory(self) -> bool:
        """Whether photos come from Active Directory only."""
        return (self.source or "").strip().lower() == "onpremises"
