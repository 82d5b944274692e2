"""SharePoint fetched the person's photo within the last day, and looks again only after that.

Seen as   The photo was changed today; Teams and Outlook have the new one, SharePoint the old one.
Why       SharePoint fetches a photo from the mailbox once in 24 hours at most, however often it is asked for.
Put right Wait until the day is over, then open a page in SharePoint that shows the photo.
"""

from datetime import datetime

from bot.model import Evidence, Finding, Picture, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.licenses import LicenseDetails
from bot.readings.photo_copies import PhotoCopies
from bot.readings.sharepoint import LOOKS_AGAIN_AFTER, SharePointProfile
from bot.readings.user import Photo, User, is_there
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PHOTO_STALE,
    checks=_("when SharePoint looks for the photo again"),
    unless=("photo_is_current", "mailbox_on_premises"),
)
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    licenses: LicenseDetails,
    profile: SharePointProfile | None,
    copies: PhotoCopies | Unreadable | None,
) -> Verdict:
    """Speaks when the copy is less than a day old; an older one is fetched as soon as it is asked for."""
    fetchable = is_there(photo) and licenses.mailbox
    if not fetchable or profile is None or profile.fetched is None or profile.trouble:
        return NOT_APPLICABLE
    again = profile.fetched + LOOKS_AGAIN_AFTER
    if question.asked >= again:
        return None
    return waits(user.id == question.asker, user.name, profile.fetched, again, seen(copies))


def waits(mine: bool, name: str, fetched: datetime, again: datetime, pictures: tuple[Picture, ...]) -> Finding:
    """The verdict, and from when SharePoint can have a newer photo."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint fetched your photo less than a day ago.")
        if mine
        else _("SharePoint fetched the photo of {person} less than a day ago.", person=name),
        advice=_(
            "It looks once a day at most. If the photo was changed since {fetched}, open SharePoint after {again}.",
            fetched=fetched,
            again=again,
        ),
        because=(
            Evidence(_("Last fetched"), fetched),
            Evidence(_("Looks again after"), again),
            Evidence(_("Concerns"), _("SharePoint only: Teams and Outlook keep copies of their own")),
        ),
        pictures=pictures,
        learn=LEARN,
        # Unverified: that the day counts from this timestamp, and that it changes when the photo is the same.
        probable=True,
    )


def seen(copies: PhotoCopies | Unreadable | None) -> tuple[Picture, ...]:
    """Both pictures, where they were read."""
    return copies.pictures if isinstance(copies, PhotoCopies) else ()
