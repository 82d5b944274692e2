"""Microsoft Entra has one value, SharePoint still another: the job that takes it over hasn't been there yet.

Seen as   The new title shows in Teams and Outlook, and the old one in SharePoint.
Why       SharePoint takes details over from Microsoft Entra in batches, within 24 hours of the change. Nobody can
          hurry that job, and it passes over disabled accounts.
Put right Wait until 24 hours have passed; after that it takes a case with Microsoft.
"""

from datetime import datetime, timedelta

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import CALLED
from bot.reading import Unreadable
from bot.readings.copies import Copy, copies, differing, entras, manager_gap, sharepoints, takes_over
from bot.readings.profile import Details, Manager, SharePointDetails
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, Value, _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"
TAKES = timedelta(hours=24)
"""Within which Microsoft says that a change has arrived."""


@explains(
    Symptom.PROFILE_STALE,
    checks=_("whether SharePoint has taken it over"),
    before=("profile_managed_on_premises", "user_managed_on_premises_converted", "profile_user_editable"),
)
def diagnose(
    question: Question, details: Details, manager: Manager | Unreadable | None, profile: SharePointDetails | None
) -> Verdict:
    """Speaks when SharePoint has something else than Microsoft Entra, which has something."""
    if not takes_over(question.detail) or profile is None:
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    late = differing(copies(question.detail, details, manager, profile), cleared=False)
    return under_way(question, details, late) if late else manager_gap(question.detail, manager)


def under_way(question: Question, details: Details, late: tuple[Copy, ...]) -> Finding:
    """The verdict, and by when it has to be through as far as that is known."""
    called = tuple(CALLED[copy.of] for copy in late)
    last = details.on_premises_last_sync_date_time if details.synced else None
    latest = last + TAKES if last else None
    overdue = latest is not None and latest < question.asked
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint hasn't taken over {properties} in your profile yet.", properties=called)
        if question.subject.id == question.asker
        else _(
            "SharePoint hasn't taken over {properties} of {person} yet.",
            properties=called,
            person=question.subject.name,
        ),
        advice=advice(details, latest, question.asked),
        because=(
            Evidence(_("Microsoft Entra has"), entras(late)),
            Evidence(_("SharePoint has"), sharepoints(late)),
            Evidence(_("There at the latest"), by_when(latest)),
        ),
        learn=LEARN,
        probable=overdue,
        doubt=_("A script may have written SharePoint's value too.") if overdue else None,
    )


def by_when(latest: datetime | None) -> Value:
    """The moment, where it is known."""
    return latest or _("24 hours after the change; when that was, I can't see")


def advice(details: Details, latest: datetime | None, now: datetime) -> Text:
    """Wait, or no longer."""
    if details.account_enabled is False:
        return _("SharePoint passes over disabled accounts: nothing arrives there until the account is enabled again.")
    if latest and latest < now:
        return _(
            "It should have been there since {latest}. Nobody can start that job by hand: ask your IT support to open "
            "a case with Microsoft.",
            latest=latest,
        )
    return _(
        "Wait: SharePoint takes changes over in batches, within 24 hours, and nobody can hurry it. Search in "
        "SharePoint can take some hours more."
    )
