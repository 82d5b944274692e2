"""A page's web part keeps a copy of the person from the day they were put on the page.

Seen as   The profile card is right, and the page with the people or the organisation chart shows the old title.
Why       The web parts for people and for organisation charts remember what they were given.
Put right Whoever may edit the page removes the person, adds them again and publishes the page.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import Place
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/sharepoint/user-profile-sync"


@explains(
    Symptom.PROFILE_STALE,
    Symptom.PROFILE_EDIT,
    checks=_("whether a web part keeps a copy"),
    before=("profile_managed_on_premises", "profile_user_editable"),
)
def diagnose(question: Question) -> Verdict:
    """Speaks when a web part is named: what it remembers can't be read, so it is only probable."""
    if question.detail is None or question.detail.place is not Place.WEB_PART:
        return NOT_APPLICABLE
    return Finding(
        severity=Severity.CAUSE,
        title=_("The page's web part keeps a copy of its own."),
        advice=_(
            "Whoever may edit the page removes the person from the web part, adds them again and publishes. If only "
            "you see the old one, delete what your browser has stored for the site."
        ),
        because=(Evidence(_("Concerns"), _("that page only: the profile card doesn't use the copy")),),
        learn=LEARN,
        # Unverified: two reports by users; Microsoft describes no copy.
        probable=True,
    )
