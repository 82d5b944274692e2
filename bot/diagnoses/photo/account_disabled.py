"""The person's account is switched off, so SharePoint passes over it.

Seen as   The photo of somebody who has left or is away for long stays as it was.
Why       SharePoint doesn't renew the profiles of accounts that can't sign in, and nobody opens SharePoint as them.
Put right Nothing; when the account is switched on again, the photo follows.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.user import User, UserAccount
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PHOTO_STALE,
    checks=_("whether the account is switched off"),
    before=("mailbox_missing", "sharepoint_never_visited", "sharepoint_sync_is_stuck", "sharepoint_copy_is_old"),
)
def diagnose(question: Question, user: User, account: UserAccount | Unreadable) -> Verdict:
    """Speaks of others only: whoever asks has signed in."""
    if user.id == question.asker:
        return NOT_APPLICABLE
    if isinstance(account, Unreadable):
        return account
    if account.account_enabled is None:
        return Unreadable(UserAccount, 200, "NotVisible")
    if account.account_enabled:
        return None
    return Finding(
        severity=Severity.CAUSE,
        title=_("The account of {person} is switched off, so SharePoint leaves the photo as it is.", person=user.name),
        advice=_("When the account is switched on again, the photo follows within a day or so."),
        because=(Evidence(_("Sign-in"), _("blocked")),),
        learn=LEARN,
        # Unverified: documented for the profile's properties; that it goes for photos follows from nobody visiting.
        probable=True,
    )
