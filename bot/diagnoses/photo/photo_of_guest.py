"""The person is a guest: their photo here isn't the one they have at home.

Seen as   A guest's photo is missing or old here, though their own organisation shows the right one.
Why       An organisation keeps a photo of its own of every guest. The one at home isn't used, and guests have no
          mailbox here that SharePoint could fetch one from.
Put right An administrator of this organisation uploads a photo for the guest.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.user import User, UserAccount
from bot.rule import Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/external-id/user-properties"
EXTERNAL = "#EXT#"


@explains(
    Symptom.PHOTO_STALE,
    Symptom.PHOTO_MISSING,
    Symptom.PHOTO_REFUSED,
    checks=_("whether it is a guest's photo"),
    before=("photo_is_missing", "mailbox_missing", "sharepoint_never_visited", "photo_policy_blocks"),
)
def diagnose(question: Question, user: User, account: UserAccount | Unreadable) -> Verdict:
    """Speaks of guests; the address tells where the kind of account may not be read."""
    if isinstance(account, UserAccount) and account.user_type is not None:
        guest = account.guest
    elif EXTERNAL in (user.user_principal_name or "").upper():
        guest = True
    else:
        return account if isinstance(account, Unreadable) else Unreadable(UserAccount, 200, "NotVisible")
    return of_guest(user.id == question.asker, user.name) if guest else None


def of_guest(mine: bool, name: str) -> Finding:
    """The verdict, and who can put one here."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("You are a guest here: the photo you have at home isn't used.")
        if mine
        else _("{person} is a guest: the photo they have at home isn't used here.", person=name),
        advice=_("An administrator of this organisation can upload a photo of the guest. Ask your IT support."),
        because=(Evidence(_("Kind of account"), _("guest")),),
        learn=LEARN,
        # Unverified: that no service here shows a guest's photo from home.
        probable=True,
    )
