"""SharePoint has never fetched the person's photo.

Seen as   The photo shows in Teams and Outlook, but SharePoint shows initials or a grey head.
Why       SharePoint fetches a photo from the mailbox when it is asked for there. Whoever has never opened SharePoint
          has no copy there; in some organisations not even a profile, which is made at the first visit.
Put right Open SharePoint once, signed in as oneself, and wait a day.
"""

from bot.deep_links import in_sharepoint
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.licenses import LicenseDetails
from bot.readings.sharepoint import RootSite, SharePointProfile
from bot.readings.user import Photo, User, is_there
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PHOTO_STALE, checks=_("whether SharePoint has ever fetched the photo"), unless=("mailbox_on_premises",)
)
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    licenses: LicenseDetails,
    profile: SharePointProfile | None,
    site: RootSite | Unreadable | None,
) -> Verdict:
    """Speaks when there is a photo to fetch and SharePoint has nothing of it.

    Without a mailbox SharePoint shows Graph's photo and keeps none, so that it has none means nothing.
    """
    if not is_there(photo) or not licenses.mailbox:
        return NOT_APPLICABLE
    if profile is not None and not profile.never_fetched:
        return None
    return never_fetched(user.id == question.asker, user, profile, site, licensed=licenses.sharepoint)


def never_fetched(
    mine: bool, user: User, profile: SharePointProfile | None, site: RootSite | Unreadable | None, *, licensed: bool
) -> Finding:
    """The verdict; opening SharePoint helps nobody whom no licence lets in."""
    start = (StartPhotoSync(user_id=user.id, user_name=user.name),) if licensed else ()
    return Finding(
        severity=Severity.CAUSE,
        title=title(mine, user.name, known=profile is not None),
        advice=advice(mine, user.name) if licensed else _("No licence gives SharePoint. Ask your IT support for one."),
        because=(
            Evidence(_("Photo in Microsoft 365"), _("there is one")),
            Evidence(_("Profile in SharePoint"), _("there is none") if profile is None else _("it has no photo")),
            Evidence(_("Licence for SharePoint"), _("yes") if licensed else _("no")),
        ),
        remedies=start if mine else (),
        hand_off=() if mine else start,
        by_hand=in_sharepoint(site) if mine and licensed else (),
        learn=LEARN,
        # Unverified: that a profile nobody fetched a photo for looks so, and that the first visit makes one.
        probable=True,
    )


def title(mine: bool, name: str, *, known: bool) -> Text:
    """The verdict, for somebody SharePoint knows and for somebody it doesn't."""
    if mine:
        return _("SharePoint has never fetched your photo.") if known else _("You have no profile in SharePoint yet.")
    if known:
        return _("SharePoint has never fetched the photo of {person}.", person=name)
    return _("{person} has no profile in SharePoint yet.", person=name)


def advice(mine: bool, name: str) -> Text:
    """What makes SharePoint fetch it."""
    if mine:
        return _(
            "Open Microsoft 365 in a private window, sign in as yourself, and open SharePoint. Then give it a day."
        )
    return _("{person} has to open SharePoint once. It can take a day after that.", person=name)
