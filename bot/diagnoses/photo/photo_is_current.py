"""SharePoint and Microsoft 365 have the same photo of the person; only copies elsewhere can be old.

Seen as   An old photo in one place (Teams, Outlook, one page, one computer), though it was changed long ago.
Why       Every program keeps copies of its own, and renews them in its own time. Where the photo itself is kept,
          there is one and the same.
Put right Wait for the place where the old one shows, or empty its cache. Where the photo in both is the old one, the
          new one was never uploaded.
"""

from bot.deep_links import in_my_account
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.photo_copies import PhotoCopies
from bot.readings.sharepoint import SharePointProfile
from bot.readings.user import Photo, User
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/troubleshoot/microsoftteams/teams-im-presence/user-information-not-updated"


@explains(Symptom.PHOTO_STALE, checks=_("whether SharePoint's picture is the same"))
def diagnose(
    question: Question, user: User, photo: Photo | None, profile: SharePointProfile | None, copies: PhotoCopies | None
) -> Verdict:
    """Speaks when both pictures surely show one photo; a placeholder is shown instead of it, whatever is kept."""
    if photo is None or profile is None or copies is None or profile.placeholder or profile.elsewhere:
        return NOT_APPLICABLE
    if copies.unread is not None:
        return copies.unread
    if copies.verdict is None:
        return NOT_APPLICABLE
    return current(user.id == question.asker, user.name, copies) if copies.same else None


def current(mine: bool, name: str, copies: PhotoCopies) -> Finding:
    """The verdict, and how long each place may keep what it has."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint has the same photo of you as Microsoft 365.")
        if mine
        else _("SharePoint has the same photo of {person} as Microsoft 365.", person=name),
        advice=_(
            "If this is the new one, only the place where the old one shows is behind: reload it, or wait. "
            "If this is the old one, the new one has to be uploaded first."
        ),
        because=(
            Evidence(_("The browser"), _("until the page is reloaded, or opened in a private window")),
            # Unverified: Outlook's day and the new Teams; Microsoft gives figures for classic Teams only.
            Evidence(_("Outlook"), _("about a day, and until it is started again")),
            Evidence(_("Teams"), _("up to three days, probably")),
            Evidence(_("Single SharePoint sites"), _("until the person is active there")),
        ),
        by_hand=(in_my_account(),) if mine else (),
        pictures=copies.pictures,
        learn=LEARN,
    )
