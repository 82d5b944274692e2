"""SharePoint's copy of the person's photo isn't renewed, although there is a photo to fetch.

Seen as   The photo was changed days ago; SharePoint shows the old one or a grey head, whatever one opens.
Why       SharePoint's profile says that the photo isn't fetched from the mailbox, that a placeholder is shown, or that
          the picture lies somewhere else, where a script once put it.
Put right Open SharePoint signed in as oneself and wait a day; after that it takes a SharePoint administrator.
"""

from datetime import datetime

from bot.deep_links import in_picture_sync, in_sharepoint
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.licenses import LicenseDetails
from bot.readings.sharepoint import RootSite, SharePointProfile, Trouble
from bot.readings.user import Photo, User, is_there
from bot.remedies.start_photo_sync import StartPhotoSync
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PHOTO_STALE,
    checks=_("whether SharePoint still fetches the photo"),
    unless=("photo_is_current", "photo_url_was_scripted", "mailbox_on_premises"),
)
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    licenses: LicenseDetails,
    profile: SharePointProfile | None,
    site: RootSite | Unreadable | None,
) -> Verdict:
    """Speaks when SharePoint has something of the photo, and says that it isn't what the mailbox has."""
    fetchable = is_there(photo) and licenses.mailbox
    if not fetchable or profile is None or profile.never_fetched:
        return NOT_APPLICABLE
    if profile.trouble is None:
        return None
    return stuck(user.id == question.asker, user, profile.trouble, profile.fetched, site)


def stuck(
    mine: bool, user: User, trouble: Trouble, fetched: datetime | None, site: RootSite | Unreadable | None
) -> Finding:
    """The verdict, and what SharePoint says that keeps it."""
    start = (StartPhotoSync(user_id=user.id, user_name=user.name),)
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint's copy of your photo is stuck.")
        if mine
        else _("SharePoint's copy of the photo of {person} is stuck.", person=user.name),
        advice=advice(mine, user.name),
        because=(
            Evidence(_("What SharePoint says"), trouble.value),
            Evidence(_("Last fetched"), fetched or _("not known")),
        ),
        remedies=start if mine else (),
        hand_off=() if mine else start,
        by_hand=(*in_sharepoint(site), in_picture_sync()) if mine else (in_picture_sync(),),
        learn=LEARN,
        # Unverified: what the states of a picture mean; Microsoft documents none of them.
        probable=True,
    )


def advice(mine: bool, name: str) -> Text:
    """What may loosen it, and who is asked when that doesn't."""
    if mine:
        return _(
            "Open SharePoint, signed in as yourself, and look again tomorrow. If it is still the same, ask your IT "
            "support to run Microsoft's own check."
        )
    return _(
        "{person} has to open SharePoint and wait a day. If it is still the same, ask your IT support to run "
        "Microsoft's own check.",
        person=name,
    )
