"""Make a picture one has sent one's own profile photo. https://learn.microsoft.com/graph/api/profilephoto-update"""

from hashlib import sha256
from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.steps import Upload
from bot.texts import Text, _


class UploadPhoto(Remedy):
    """Write a picture that waits in memory as the photo of whoever presses; `picture` only names it there."""

    scope: ClassVar = "User.ReadWrite"
    role: ClassVar = _("Yourself")
    danger: ClassVar = Danger.COSTLY
    in_units: ClassVar = False

    user_id: str
    user_name: str
    replaces: str
    """A hash of the entity tag of the photo there is now, "" for none: it changes when the photo does."""
    picture: str = ""

    @classmethod
    def over(cls, etag: str, user_id: str, user_name: str) -> "UploadPhoto":
        """In the place of the photo with this entity tag, "" for none; a tag is opaque and may hold any sign."""
        replaces = sha256(etag.encode()).hexdigest()[:16] if etag else ""
        return cls(user_id=user_id, user_name=user_name, replaces=replaces)

    @property
    def button(self) -> Text:
        """Three words."""
        return _("Use this picture")

    @property
    def warning(self) -> Text:
        """What becomes of the picture, and of the photo there is."""
        return _(
            "The middle of it becomes your photo for everybody here, without where and when it was taken. I keep no "
            "copy of the photo you have now, so save that first if you want it back."
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """From the photo there is to the one that was sent."""
        before = _("the photo you have now") if self.replaces else _("there is none")
        return (Change(_("Photo"), before, _("the picture you sent")),)

    def steps(self) -> tuple[Upload, ...]:
        """PUT of one's own, whoever it is on the button."""
        return (Upload("/me/photo/$value", self.picture),)

    def chosen(self, pressed: Remedy) -> Remedy:
        """With the picture on the button: no diagnosis knows of any."""
        return self.model_copy(update={"picture": pressed.picture}) if isinstance(pressed, UploadPhoto) else self

    def same_as(self, other: Remedy) -> bool:
        """Whichever picture: for the same person, while the same photo is there."""
        return isinstance(other, UploadPhoto) and (self.user_id, self.replaces) == (other.user_id, other.replaces)

    def shows_in(self, now: Remedy) -> bool:
        """Whether another photo is there by now."""
        return isinstance(now, UploadPhoto) and now.replaces not in {"", self.replaces}

    def audited(self) -> dict[str, str | bool]:
        """Without the name of the picture, which only memory knows."""
        return {name: value for name, value in super().audited().items() if name != "picture"}

    @property
    def shows_after(self) -> Text:
        """Where it shows when."""
        return _("Teams and Outlook can take some hours to show it, and SharePoint a day after you open it.")

    @property
    def once_done(self) -> Text:
        """Where it shows when."""
        return self.shows_after
