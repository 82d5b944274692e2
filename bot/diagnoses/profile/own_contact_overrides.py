"""Whoever asks has a contact of their own for the person, and sees that contact's details.

Seen as   "Only I see the old title": everybody else sees the new one.
Why       A contact saved in one's own Outlook is put together with the colleague's card, for oneself alone.
Put right Change or delete one's own contact.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import Place
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/api/resources/contact"


@explains(
    Symptom.PROFILE_STALE,
    Symptom.PROFILE_EDIT,
    checks=_("whether only you see it"),
    before=("profile_change_under_way", "cleared_value_not_synced", "property_not_synced"),
)
def diagnose(question: Question) -> Verdict:
    """Speaks when it is said that nobody else sees it; contacts are private and aren't looked into."""
    if question.detail is None or question.detail.place is not Place.ONLY_ME:
        return NOT_APPLICABLE
    mine = question.subject.id == question.asker
    return Finding(
        severity=Severity.CAUSE,
        title=_("You see a contact of your own.")
        if mine
        else _("You see a contact of your own for {person}.", person=question.subject.name),
        advice=_(
            "Look in Outlook under People, in your own contacts: what stands there goes before what your organisation "
            "has, for you alone. Change or delete that contact."
        ),
        because=(Evidence(_("Seen by"), _("you alone, as you say")),),
        learn=LEARN,
        # Unverified: reported by users, and by Microsoft only of cards that are put together from several contacts.
        probable=True,
        doubt=_("I don't look into your contacts."),
    )
