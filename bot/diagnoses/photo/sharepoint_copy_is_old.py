"""SharePoint's copy of the person's photo is more than a day old.

Seen as   The photo was changed; Teams and Outlook have the new one, SharePoint the old one, for days.
Why       SharePoint fetches a photo from the mailbox only when it is asked for there. Whoever seldom opens SharePoint
          keeps the copy of the last visit. Whether the photo was changed since shows in the pictures only.
Put right Open SharePoint signed in as oneself; the new photo can take a day to show.
"""

from datetime import datetime

from bot.deep_links import in_sharepoint
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.licenses import LicenseDetails
from bot.readings.photo_copies import PhotoCopies
from bot.readings.sharepoint import LOOKS_AGAIN_AFTER, RootSite, SharePointProfile
from bot.readings.user import Photo, User, is_there
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PHOTO_STALE,
    checks=_("when SharePoint fetched the photo"),
    unless=("photo_is_current", "mailbox_on_premises"),
)
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    licenses: LicenseDetails,
    profile: SharePointProfile | None,
    site: RootSite | Unreadable | None,
    copies: PhotoCopies | Unreadable | None,
) -> Verdict:
    """Speaks when SharePoint could have fetched the photo again and has not been asked to."""
    fetchable = is_there(photo) and licenses.mailbox
    if not fetchable or profile is None or profile.fetched is None or profile.trouble:
        return NOT_APPLICABLE
    if question.asked < profile.fetched + LOOKS_AGAIN_AFTER:
        return None
    seen = copies if isinstance(copies, PhotoCopies) else None
    return old(user.id == question.asker, user, profile.fetched, seen, site)


def old(
    mine: bool, user: User, fetched: datetime, copies: PhotoCopies | None, site: RootSite | Unreadable | None
) -> Finding:
    """The verdict: from when the copy is; certain where the pictures differ, else what follows if the photo changed."""
    sure = copies is not None and copies.different
    start = (StartPhotoSync(user_id=user.id, user_name=user.name),)
    return Finding(
        severity=Severity.CAUSE,
        title=another(mine, user.name, fetched) if sure else title(mine, user.name, fetched),
        advice=surely(mine, user.name) if sure else advice(mine, user.name),
        because=(
            Evidence(_("Last fetched"), fetched),
            Evidence(_("The two pictures"), _("they differ") if sure else _("I can't tell whether they differ")),
            Evidence(_("Concerns"), _("SharePoint only: Teams and Outlook keep copies of their own")),
        ),
        remedies=start if mine else (),
        hand_off=() if mine else start,
        by_hand=in_sharepoint(site) if mine else (),
        pictures=copies.pictures if copies else (),
        learn=LEARN,
        probable=not sure,
        doubt=_("Look at both pictures: I can't tell whether they show the same photo.")
        if copies and copies.pictures
        else _("I couldn't compare the two pictures, only see when SharePoint fetched its own."),
    )


def another(mine: bool, name: str, fetched: datetime) -> Text:
    """The verdict where the pictures differ."""
    if mine:
        return _("SharePoint still has another photo of you, from {when}.", when=fetched)
    return _("SharePoint still has another photo of {person}, from {when}.", person=name, when=fetched)


def surely(mine: bool, name: str) -> Text:
    """What makes SharePoint fetch the one there is."""
    if mine:
        return _(
            "Open Microsoft 365 in a private window, sign in as yourself, and open SharePoint. Then give it a day."
        )
    return _("{person} has to open SharePoint once. It can take a day after that.", person=name)


def title(mine: bool, name: str, fetched: datetime) -> Text:
    """The verdict, with the moment."""
    if mine:
        return _("SharePoint's copy of your photo is from {when}.", when=fetched)
    return _("SharePoint's copy of the photo of {person} is from {when}.", person=name, when=fetched)


def advice(mine: bool, name: str) -> Text:
    """What makes SharePoint fetch a newer one."""
    if mine:
        return _(
            "If you changed your photo after that, SharePoint hasn't fetched the new one. Open SharePoint, signed in "
            "as yourself; it can take a day to show."
        )
    return _(
        "If the photo was changed after that, SharePoint hasn't fetched the new one. {person} has to open SharePoint; "
        "it can take a day to show.",
        person=name,
    )
