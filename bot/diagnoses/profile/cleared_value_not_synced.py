"""A detail was emptied in Microsoft Entra, and SharePoint keeps the old value.

Seen as   The manager or the office was removed weeks ago, and SharePoint still shows it.
Why       Emptying a detail alone doesn't count as a change for the job that brings it to SharePoint.
Put right Change another detail of the person too, and wait 24 hours.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import CALLED
from bot.reading import Unreadable
from bot.readings.copies import Copy, copies, differing, manager_gap, sharepoints, takes_over
from bot.readings.profile import Details, Manager, SharePointDetails
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PROFILE_STALE,
    checks=_("whether SharePoint keeps what was emptied"),
    before=("profile_managed_on_premises", "user_managed_on_premises_converted", "profile_user_editable"),
)
def diagnose(
    question: Question, details: Details, manager: Manager | Unreadable | None, profile: SharePointDetails | None
) -> Verdict:
    """Speaks when SharePoint has a value where Microsoft Entra has none."""
    if not takes_over(question.detail) or profile is None:
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    kept = differing(copies(question.detail, details, manager, profile), cleared=True)
    return still_there(question, kept) if kept else manager_gap(question.detail, manager)


def still_there(question: Question, kept: tuple[Copy, ...]) -> Finding:
    """The verdict, with what SharePoint still shows."""
    called = tuple(CALLED[copy.of] for copy in kept)
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint keeps what Microsoft Entra no longer has in your profile: {properties}.", properties=called)
        if question.subject.id == question.asker
        else _(
            "SharePoint keeps what Microsoft Entra no longer has of {person}: {properties}.",
            person=question.subject.name,
            properties=called,
        ),
        advice=_(
            "An emptied detail comes along only when another one changes too. Ask your IT support to change something "
            "else in the account, and wait 24 hours."
        ),
        because=(
            Evidence(_("Microsoft Entra has"), _("nothing")),
            Evidence(_("SharePoint has"), sharepoints(kept)),
        ),
        learn=LEARN,
        # Unverified: described by Microsoft's support in 2017, and nowhere in the documentation.
        probable=True,
    )
