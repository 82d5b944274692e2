"""The account came from Active Directory once; changes made there no longer arrive.

Seen as   HR changes the title in Active Directory as always, and Microsoft 365 keeps the old one.
Why       The user's source of authority was moved to the cloud, or the account fell out of what is synchronised.
Put right Change it in Microsoft Entra from now on; or let the sync take the account over again.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import BY_ONESELF
from bot.reading import Unreadable
from bot.readings.profile import Details
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/entra/identity/hybrid/user-source-of-authority-overview"


@explains(
    Symptom.PROFILE_STALE,
    Symptom.PROFILE_EDIT,
    checks=_("whether it came from Active Directory once"),
    before=("profile_user_editable",),
    unless=("own_contact_overrides",),
    causes=(Symptom.PROFILE_STALE,),
)
def diagnose(question: Question, details: Details) -> Verdict:
    """Speaks when the account isn't synchronised any more and still carries the id it had in Active Directory."""
    if question.detail and question.detail.property in BY_ONESELF:
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    if not details.came_from_active_directory:
        return None if not details.synced else NOT_APPLICABLE
    return left(question, details)


def left(question: Question, details: Details) -> Finding:
    """The verdict; whoever wants to change it themselves is only told where it is kept."""
    mine, last = question.subject.id == question.asker, details.on_premises_last_sync_date_time
    return Finding(
        severity=Severity.CAUSE if question.symptom is Symptom.PROFILE_STALE else Severity.NOTE,
        title=_("Active Directory no longer changes your profile.")
        if mine
        else _("Active Directory no longer changes the profile of {person}.", person=question.subject.name),
        advice=_(
            "The account came from Active Directory and is now kept in Microsoft Entra: changes made in Active "
            "Directory don't arrive. They have to be made in Microsoft Entra. Ask your IT support."
        ),
        because=(
            Evidence(_("Synced from Active Directory"), _("not any more")),
            Evidence(_("Last synced"), last or _("not known")),
        ),
        learn=LEARN,
        # Unverified: what a converted user keeps. Whether it was converted or left out of the sync takes
        # User-OnPremisesSyncBehavior.ReadWrite.All to see, which nobody should give just for reading.
        probable=True,
    )
