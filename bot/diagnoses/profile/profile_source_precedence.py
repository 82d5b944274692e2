"""Another source than Microsoft Entra gives the job title that the profile card shows.

Seen as   Microsoft Entra and SharePoint have the right title, and the card shows another.
Why       Microsoft 365 gathers people's details from several sources, an HR system's connector for example; the
          organisation decides which goes first.
Put right Change the title in that source, or the order of the sources.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import Place, Property
from bot.reading import Unreadable
from bot.readings.profile import Details, Positions, ProfileSettings, WorkPosition
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, Value, _

LEARN = "https://learn.microsoft.com/graph/profilepriority-configure-profilepropertysetting"
OF_CARDS = frozenset({None, Place.TEAMS, Place.OUTLOOK, Place.SHAREPOINT})


@explains(
    Symptom.PROFILE_STALE,
    checks=_("whether another source gives a job title"),
    before=("profile_managed_on_premises", "user_managed_on_premises_converted", "profile_user_editable"),
)
def diagnose(
    question: Question, details: Details, positions: Positions | None, settings: ProfileSettings | Unreadable | None
) -> Verdict:
    """Speaks when a current position from elsewhere has another title, and may go first."""
    asked = question.detail
    if asked and (asked.property not in {None, Property.TITLE} or asked.place not in OF_CARDS):
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    others = positions.others(details.said(Property.TITLE)) if positions else ()
    if not others or (isinstance(settings, ProfileSettings) and not settings.first) or settings is None:
        return None
    return shown_first(question, details, others[0], settings)


def shown_first(
    question: Question, details: Details, other: WorkPosition, settings: ProfileSettings | Unreadable
) -> Finding:
    """The verdict, with both titles."""
    source: Value = tuple(other.source.type) if other.source else ""
    return Finding(
        severity=Severity.CAUSE,
        title=title(question, other.title),
        advice=_(
            "Cards may show that one instead of Microsoft Entra's. It is changed in the source; the order of the "
            "sources is set by a People Administrator."
        ),
        because=(
            Evidence(_("Microsoft Entra has"), details.job_title or _("nothing")),
            Evidence(_("The other source"), source),
            Evidence(
                _("What goes first"),
                _("not visible to you") if isinstance(settings, Unreadable) else _("another source"),
            ),
        ),
        learn=LEARN,
        # Unverified: that the source that goes first is the one whose title differs.
        probable=True,
    )


def title(question: Question, other: str) -> Text:
    """The verdict in a sentence."""
    if question.subject.id == question.asker:
        return _("Another source gives “{title}” as your job title.", title=other)
    name = question.subject.name
    return _("Another source gives “{title}” as the job title of {person}.", title=other, person=name)
