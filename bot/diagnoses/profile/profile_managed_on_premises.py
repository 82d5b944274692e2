"""Active Directory has the person's details; Microsoft 365 only shows them.

Seen as   A title or a number is wrong everywhere, and every field in Microsoft 365 is greyed out or refuses.
Why       The account is synchronised from Active Directory, which decides the name, title, department, manager,
          office, numbers and address. The cloud refuses to change them.
Put right Change it in Active Directory, or in the HR system that feeds it; the next sync brings it along.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import BY_ONESELF, CALLED, Place, Property
from bot.reading import Unreadable
from bot.readings.profile import Details
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/resources/user"


@explains(
    Symptom.PROFILE_STALE,
    Symptom.PROFILE_EDIT,
    checks=_("whether Active Directory has the details"),
    before=("profile_user_editable", "mobile_phone_detached"),
    unless=("own_contact_overrides",),
)
def diagnose(question: Question, details: Details) -> Verdict:
    """Speaks of a synchronised account, unless it is about something people fill in themselves."""
    asked = question.detail.property if question.detail else None
    if asked in BY_ONESELF or about_delve_alone(question):
        return NOT_APPLICABLE
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    if not details.synced:
        return None
    return Finding(
        severity=Severity.CAUSE,
        title=title(question, CALLED[asked]),
        advice=advice(question),
        because=evidence(details, asked),
        learn=LEARN,
        # Unverified: a mobile number can be changed in the cloud too, and then no longer follows Active Directory.
        probable=asked is Property.MOBILE,
    )


def about_delve_alone(question: Question) -> bool:
    """Whether nothing but Delve was asked about."""
    detail = question.detail
    return detail is not None and detail.place is Place.DELVE and detail.property is None


def title(question: Question, called: Text) -> Text:
    """The verdict."""
    if question.subject.id == question.asker:
        return _("Active Directory decides {property} in your profile.", property=called)
    name = question.subject.name
    return _("Active Directory decides {property} in the profile of {person}.", property=called, person=name)


def advice(question: Question) -> Text:
    """Where it is changed; nothing tells whether what stands there is what the person takes for right."""
    if question.symptom is Symptom.PROFILE_EDIT:
        return _(
            "It is changed in Active Directory and comes along with the next sync, as a rule within 30 minutes. The "
            "cloud refuses to change it. Ask your IT support or HR."
        )
    return _(
        "If what Microsoft Entra has is wrong, it is changed in Active Directory and comes along with the next sync: "
        "ask your IT support or HR. If it is right, you see an old copy."
    )


def evidence(details: Details, asked: Property | None) -> tuple[Evidence, ...]:
    """What Microsoft Entra got from there, and when."""
    value = details.said(asked) if asked and asked is not Property.MANAGER else ""
    last = details.on_premises_last_sync_date_time
    return (
        *((Evidence(_("Microsoft Entra has"), value),) if value else ()),
        Evidence(_("Synced from Active Directory"), _("yes")),
        *((Evidence(_("Last synced"), last),) if last else ()),
    )
