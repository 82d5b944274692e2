"""SharePoint shows a picture that lies elsewhere: somebody wrote its address into the profile.

Seen as   SharePoint shows another photo than Teams and Outlook, for months or years, whatever is uploaded.
Why       The address of the picture isn't in SharePoint's own folder. Scripts of earlier years wrote such addresses;
          they don't follow when the photo changes.
Put right A SharePoint administrator empties the address; then SharePoint fetches the photo again.
"""

from datetime import datetime
from urllib.parse import urlsplit

from bot.deep_links import in_picture_sync
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.sharepoint import SharePointProfile, Trouble
from bot.readings.user import User
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PHOTO_STALE,
    checks=_("whether SharePoint's picture is where SharePoint puts pictures"),
    before=("mailbox_missing",),
)
def diagnose(question: Question, user: User, profile: SharePointProfile | None) -> Verdict:
    """Speaks when the picture's address is on another host than people's own sites."""
    if profile is None or not profile.picture_url:
        return NOT_APPLICABLE
    if not profile.elsewhere:
        return None
    host = urlsplit(profile.picture_url).hostname or ""
    return scripted(user.id == question.asker, user.name, host, profile.fetched)


def scripted(mine: bool, name: str, host: str, fetched: datetime | None) -> Finding:
    """The verdict, and where the picture lies."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint shows a picture of you from {host}, not your photo.", host=host)
        if mine
        else _("SharePoint shows a picture of {person} from {host}, not the photo.", person=name, host=host),
        advice=_("It doesn't follow when the photo changes. Ask your IT support to empty the picture's address."),
        because=(
            Evidence(_("What SharePoint says"), Trouble.ELSEWHERE.value),
            Evidence(_("Last fetched"), fetched or _("not known")),
        ),
        by_hand=(in_picture_sync(),),
        learn=LEARN,
        # Unverified: that nothing but a script puts a picture there, and that emptying the address is enough.
        probable=True,
    )
