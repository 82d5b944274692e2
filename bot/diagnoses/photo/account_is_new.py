"""The person's account was made within the last day, and not every service knows it yet.

Seen as   A new colleague's photo can't be uploaded, or shows in one place and not in another.
Why       Mailbox and SharePoint profile are made after the account, SharePoint's within a day.
Put right Wait until the day is over, then try again.
"""

from datetime import datetime, timedelta

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.user import User, UserAccount
from bot.rule import Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"
NEW_FOR = timedelta(hours=24)
"""Within which SharePoint has what Entra has."""


@explains(
    Symptom.PHOTO_STALE,
    Symptom.PHOTO_REFUSED,
    checks=_("whether the account is new"),
    before=("mailbox_missing", "sharepoint_never_visited"),
)
def diagnose(question: Question, user: User, account: UserAccount | Unreadable) -> Verdict:
    """Speaks when the account is less than a day old."""
    if isinstance(account, Unreadable):
        return account
    if account.created_date_time is None:
        return Unreadable(UserAccount, 200, "NotVisible")
    known = account.created_date_time + NEW_FOR
    if question.asked >= known:
        return None
    return new(user.id == question.asker, user.name, account.created_date_time, known)


def new(mine: bool, name: str, created: datetime, known: datetime) -> Finding:
    """The verdict, and when to try again."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("Your account is less than a day old.")
        if mine
        else _("The account of {person} is less than a day old.", person=name),
        advice=_("Not every service knows it yet. Try again after {known}.", known=known),
        because=(Evidence(_("Account made"), created), Evidence(_("Known everywhere after"), known)),
        learn=LEARN,
        # Unverified: that the day SharePoint needs for properties is what a new account's photo waits for.
        probable=True,
    )
