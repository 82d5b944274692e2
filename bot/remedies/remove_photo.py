"""Remove one's own profile photo. https://learn.microsoft.com/graph/api/profilephoto-delete"""

from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.steps import Ask, Write
from bot.texts import Text, _

NO_PHOTO = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException'"
"""How Graph's 404 begins for somebody who has none."""


class RemovePhoto(Remedy):
    """Remove the photo of whoever presses; nothing keeps the old one, so there is no way back."""

    scope: ClassVar = "User.ReadWrite"
    role: ClassVar = _("Yourself")
    danger: ClassVar = Danger.COSTLY
    in_units: ClassVar = False

    user_id: str
    user_name: str

    @property
    def button(self) -> Text:
        """Three words."""
        return _("Remove my photo")

    @property
    def warning(self) -> Text:
        """What can't be had back.

        That a photo from Active Directory stays away was reported of a record that marks photos as deleted.
        """
        return _(
            "I keep no copy, so I can't bring the photo back: save it first if you want it again. If it came from "
            "Active Directory, it probably doesn't come back by itself either."
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """From a photo to none."""
        return (Change(_("Photo"), _("there is one"), _("there is none")),)

    def steps(self) -> tuple[Write | Ask, ...]:
        """DELETE of one's own, whoever it is on the button."""
        return (Write("DELETE", "/me/photo", already_so=NO_PHOTO),)

    @property
    def shows_after(self) -> Text:
        """Everywhere else keeps a copy of its own."""
        return _("It is gone within minutes; Teams, Outlook and SharePoint can show it for some days.")

    @property
    def once_done(self) -> Text:
        """Everywhere else keeps a copy of its own."""
        return self.shows_after
