"""The person's mailbox isn't in Exchange Online, so SharePoint has nowhere to fetch the photo from.

Seen as   The photo was changed on the account page or in Teams, and never reaches SharePoint.
Why       SharePoint copies photos out of mailboxes in Exchange Online only. A mailbox in the organisation's own
          Exchange keeps a photo of its own.
Put right Have the photo set in the organisation's own Exchange or in Active Directory.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.licenses import LicenseDetails
from bot.readings.mailbox import MailboxSettings
from bot.readings.user import User, UserAccount
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/exchange/exchange-hybrid"


@explains(
    Symptom.PHOTO_STALE,
    checks=_("whether the mailbox is in Exchange Online"),
    unless=("photo_is_current",),
)
def diagnose(
    question: Question, user: User, account: UserAccount, licenses: LicenseDetails, mailbox: MailboxSettings | None
) -> Verdict:
    """Speaks of the asker's own: synced from Active Directory, licensed for a mailbox, and none in the cloud."""
    if user.id != question.asker or not licenses.mailbox:
        return NOT_APPLICABLE
    if mailbox is not None:
        return None
    if not account.on_premises_sync_enabled or not user.mail:
        return NOT_APPLICABLE
    return Finding(
        severity=Severity.CAUSE,
        title=_("Your mailbox isn't in Exchange Online, so SharePoint can't fetch your photo."),
        advice=_("Ask your IT support to set the photo in your organisation's own Exchange or in Active Directory."),
        because=(
            Evidence(_("Mailbox in Exchange Online"), _("none")),
            Evidence(_("Account"), _("synchronised from Active Directory")),
        ),
        learn=LEARN,
        # Unverified: the same answer is given of a mailbox that is inactive, or is being deleted.
        probable=True,
    )
