"""Where a detail of somebody's profile is changed today, and by whom.

Seen as   "Why can't I change my name?", "Where do I put my skills?", a title that is wrong everywhere.
Why       People fill in a part themselves, on their profile card. The name, title, department, manager and numbers
          are kept in Microsoft Entra, where administrators change them.
Put right The profile card for the one part; IT support or HR for the other.
"""

from bot.deep_links import in_entra_user, in_my_account, in_profile_help
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.person_details import BY_ONESELF, CALLED, Place, Property
from bot.reading import Unreadable
from bot.readings.asker import MyRoles
from bot.readings.profile import Details
from bot.roles import Role
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/entra/fundamentals/users-default-permissions"
MAY_CHANGE_PEOPLE = frozenset({Role.USER, Role.GLOBAL})


@explains(
    Symptom.PROFILE_STALE,
    Symptom.PROFILE_EDIT,
    checks=_("what people change themselves"),
    unless=("profile_change_under_way", "cleared_value_not_synced", "own_contact_overrides", "property_is_sensitive"),
)
def diagnose(question: Question, details: Details, roles: MyRoles | Unreadable) -> Verdict:
    """Speaks of what people fill in themselves, and of what Microsoft Entra keeps and Active Directory doesn't."""
    asked = question.detail.property if question.detail else None
    if question.detail and question.detail.place is Place.DELVE and asked is None:
        return NOT_APPLICABLE
    if asked in BY_ONESELF:
        return on_the_card(question, CALLED[asked])
    if not details.visible:
        return Unreadable(Details, 200, "NotVisible")
    if details.synced:
        return partly(question) if asked is None and question.symptom is Symptom.PROFILE_EDIT else NOT_APPLICABLE
    if asked is Property.MOBILE and details.id == question.asker and question.symptom is Symptom.PROFILE_EDIT:
        return own_number() if details.user_type == "Member" else in_entra(question, details, asked, may=False)
    may = isinstance(roles, MyRoles) and bool(roles.templates & MAY_CHANGE_PEOPLE)
    return in_entra(question, details, asked, may=may)


def on_the_card(question: Question, called: Text) -> Finding:
    """What people fill in themselves."""
    mine = question.subject.id == question.asker
    return Finding(
        severity=Severity.CAUSE,
        title=_("You change {property} on your own profile card.", property=called)
        if mine
        else _("{person} changes {property} on their own profile card.", person=question.subject.name, property=called),
        advice=_(
            "Open your own card in Microsoft 365, Teams or Outlook, and choose Update your profile. It can take 48 "
            "hours to show."
        )
        if mine
        else _("Nobody else can do it. A change can take 48 hours to show."),
        because=(Evidence(_("Changed by"), _("everybody, for themselves")),),
        by_hand=(in_profile_help(),) if mine else (),
        learn=LEARN,
    )


def own_number() -> Finding:
    """One's own mobile number, which members may change."""
    return Finding(
        severity=Severity.CAUSE,
        title=_("Microsoft Entra lets you change your own mobile number."),
        advice=_("Look for it on your account page. If it isn't there, ask your IT support."),
        because=(Evidence(_("Changed by"), _("everybody, for themselves")),),
        by_hand=(in_my_account(),),
        learn=LEARN,
        # Unverified: where; the permission is documented, a page for it isn't.
        probable=True,
    )


def partly(question: Question) -> Finding:
    """What people fill in themselves though Active Directory decides the rest."""
    mine = question.subject.id == question.asker
    return Finding(
        severity=Severity.NOTE,
        title=_("Everybody changes About me, skills, projects and interests on their own profile card."),
        advice=_("It is on the card in Microsoft 365, Teams and Outlook, under Update your profile."),
        because=(Evidence(_("Changed by"), _("everybody, for themselves")),),
        by_hand=(in_profile_help(),) if mine else (),
        learn=LEARN,
    )


def in_entra(question: Question, details: Details, asked: Property | None, *, may: bool) -> Finding:
    """What administrators change."""
    value = details.said(asked) if asked else ""
    return Finding(
        severity=Severity.CAUSE,
        title=title(question, CALLED[asked]),
        advice=advice(question.symptom, may=may),
        because=(
            *((Evidence(_("Microsoft Entra has"), value),) if value else ()),
            Evidence(_("Synced from Active Directory"), _("no")),
            Evidence(_("Changed by"), _("administrators, in Microsoft Entra")),
        ),
        by_hand=(in_entra_user(details.id),) if may else (),
        learn=LEARN,
    )


def advice(symptom: Symptom, *, may: bool) -> Text:
    """Who changes it; nothing tells whether what stands there is what the person takes for right."""
    if may:
        return _("Your role allows it: change it in Microsoft Entra. It can take 24 hours to show everywhere.")
    if symptom is Symptom.PROFILE_STALE:
        return _(
            "If what Microsoft Entra has is wrong, ask your IT support or HR. If it is right, you see an old copy."
        )
    return _(
        "Ask your IT support or HR. About me, skills, projects and interests everybody changes on their own profile "
        "card."
    )


def title(question: Question, called: Text) -> Text:
    """The verdict."""
    if question.subject.id == question.asker:
        return _("Administrators keep {property} in your profile, in Microsoft Entra.", property=called)
    name = question.subject.name
    return _("Administrators keep {property} of {person}, in Microsoft Entra.", property=called, person=name)
