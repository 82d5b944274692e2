"""Open SharePoint as oneself, so that it fetches the photo anew; the bot looks whether it has.

Microsoft tells people to open Microsoft 365 in a private window, and SharePoint or OneDrive from there; it may be tried
every time, and is done once in 24 hours at most.
https://support.microsoft.com/office/20594d76-d054-4af4-a660-401133e3d48a
"""

from datetime import timedelta
from typing import ClassVar

from bot.remedy import Change, Danger, Remedy
from bot.steps import ByHand
from bot.texts import Text, _

FETCHES_EVERY = timedelta(hours=24)


class StartPhotoSync(Remedy):
    """The person opens SharePoint and says so; nothing is written by the bot."""

    scope: ClassVar = "User.Read"
    role: ClassVar = _("Yourself")
    danger: ClassVar = Danger.COSTLY
    in_units: ClassVar = False

    user_id: str
    user_name: str

    @property
    def button(self) -> Text:
        """Three words."""
        return _("Start the sync")

    @property
    def confirmation(self) -> Text:
        """What is said when it has been done."""
        return _("I've done it")

    @property
    def warning(self) -> Text:
        """What to do, in which order."""
        return _(
            "Open a private window, sign in as yourself, and open the pages below there until you see your own picture "
            "at the top. Then press “I've done it”."
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """Nothing changes by pressing."""
        return ()

    @property
    def handed_on(self) -> tuple[Text, Text]:
        """To the person, since only they can do it, in words for somebody who hasn't asked."""
        return _("Send this to {person}", person=self.user_name), _(
            "open a private window, sign in as yourself, and open SharePoint until you see your own picture at the "
            "top. It can take a day after that."
        )

    def steps(self) -> tuple[ByHand, ...]:
        """Nothing but what the person does."""
        return (ByHand(),)

    @property
    def shows_after(self) -> Text:
        """As long as SharePoint takes."""
        return _("SharePoint can take 24 hours to fetch it.")

    @property
    def settles_within(self) -> timedelta:
        """As long as SharePoint takes."""
        return FETCHES_EVERY
