"""SharePoint never takes this detail over from Microsoft Entra, however long one waits.

Seen as   The new mobile number shows in Teams, and SharePoint has the old one for good.
Why       SharePoint takes over a fixed list of details. Mobile number, address, company and employee number aren't
          on it: what SharePoint has of them was typed or imported there.
Put right Change it in SharePoint too.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import CALLED, Property
from bot.reading import Unreadable
from bot.readings.copies import OF_THEIR_OWN
from bot.readings.profile import NEVER_IN_SHAREPOINT, Details, SharePointDetails
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PROFILE_STALE,
    checks=_("whether SharePoint takes it over at all"),
    before=("profile_managed_on_premises", "user_managed_on_premises_converted", "profile_user_editable"),
)
def diagnose(question: Question, details: Details, profile: SharePointDetails | Unreadable | None) -> Verdict:
    """Speaks of a detail that isn't on the list, unless SharePoint happens to have the same."""
    asked, place = (question.detail.property, question.detail.place) if question.detail else (None, None)
    if asked is None or asked not in NEVER_IN_SHAREPOINT or place in OF_THEIR_OWN or profile is None:
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    value = details.said(asked)
    kept = None if isinstance(profile, Unreadable) else profile.said(NEVER_IN_SHAREPOINT[asked])
    return None if kept and kept == value else never(asked, value, kept)


def never(property: Property, value: str, kept: str | None) -> Finding:
    """The verdict: of everybody the same, so that nobody is named in it."""
    unseen = kept is None
    return Finding(
        severity=Severity.CAUSE,
        title=_("SharePoint never takes over {property} from Microsoft Entra.", property=CALLED[property]),
        advice=_(
            "Waiting doesn't help: what SharePoint shows was typed or imported there, and has to be changed there. "
            "Teams and Outlook show what Microsoft Entra has."
        ),
        because=(
            Evidence(_("Microsoft Entra has"), value or _("nothing")),
            Evidence(_("SharePoint has"), _("not visible to you") if unseen else kept or _("nothing")),
        ),
        learn=LEARN,
        probable=unseen,
        doubt=_("I couldn't see what SharePoint has.") if unseen else None,
    )
