"""The person has no mailbox in Exchange Online, so SharePoint doesn't fetch a photo from one.

Seen as   The photo is there in Microsoft 365; what SharePoint shows differs, or never changes.
Why       SharePoint copies photos out of mailboxes only. Of people without one it shows the photo that Microsoft 365
          has, and makes no copy; a copy that lies there from earlier is nobody's to renew.
Put right Nothing, where no copy lies there. Where one does, a SharePoint administrator takes it away.
"""

from bot.deep_links import in_picture_sync
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.licenses import LicenseDetails
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo, User, is_there
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(Symptom.PHOTO_STALE, checks=_("whether there is a mailbox for SharePoint to fetch the photo from"))
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    licenses: LicenseDetails,
    profile: SharePointProfile | None,
) -> Verdict:
    """Speaks when there is a photo and no licence gives a mailbox; a cause only where an older copy lies about."""
    if not is_there(photo):
        return NOT_APPLICABLE
    if licenses.mailbox:
        return None
    copied = profile is not None and bool(profile.picture_url)
    return without(user.id == question.asker, user.name, copied=copied)


def without(mine: bool, name: str, *, copied: bool) -> Finding:
    """The verdict, and what SharePoint shows then."""
    return Finding(
        severity=Severity.CAUSE if copied else Severity.NOTE,
        title=_("You have no mailbox, so SharePoint doesn't fetch your photo.")
        if mine
        else _("{person} has no mailbox, so SharePoint doesn't fetch the photo.", person=name),
        advice=_("An old copy lies in SharePoint, and nothing renews it. Ask your IT support to take it away.")
        if copied
        else _("SharePoint shows the photo that Microsoft 365 has, and keeps no copy of its own."),
        because=(
            Evidence(_("Licence for a mailbox"), _("no")),
            Evidence(_("Copy in SharePoint"), _("yes") if copied else _("no")),
        ),
        by_hand=(in_picture_sync(),) if copied else (),
        learn=LEARN,
        # Unverified: announced as MC653734 and done by June 2024, but on no page that lasts.
        probable=True,
    )
