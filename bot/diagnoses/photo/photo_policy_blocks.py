"""The organisation lets only certain roles change photos, and whoever asks has none of them.

Seen as   The camera on the account page is missing or greyed out, or an upload is refused.
Why       A setting of the organisation names the roles that may change photos, their own included.
Put right Ask somebody with one of the roles to upload the photo, or a People Administrator to change the setting,
          which takes up to a day.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.asker import MyRoles
from bot.readings.user import PhotoSettings, User
from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.roles import NAMES, named
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import Value, _

LEARN = "https://learn.microsoft.com/graph/profilephoto-configure-settings"


@explains(Symptom.PHOTO_REFUSED, checks=_("whether only certain roles may change photos"))
def diagnose(question: Question, user: User, settings: PhotoSettings | None, roles: MyRoles) -> Verdict:
    """Speaks when roles are named and the asker holds none; where nobody may, the roles say nothing."""
    if settings is None or not settings.roles:
        return None
    if settings.from_active_directory:
        return NOT_APPLICABLE
    if roles.templates & settings.roles:
        return None
    return Finding(
        severity=Severity.CAUSE,
        title=_("Only certain roles may change photos here, and you have none of them.")
        if user.id == question.asker
        else _("Only certain roles may change photos here."),
        advice=_("Ask your IT support to upload the photo. They can also open the setting again; that takes a day."),
        because=(
            Evidence(_("May change photos"), listed(settings.roles)),
            Evidence(_("A change of the setting shows"), _("within a day")),
        ),
        remedies=AllowPhotoChanges.allowing(from_active_directory=settings.from_active_directory, roles=settings.roles),
        learn=LEARN,
        probable=user.id != question.asker,
        doubt=_("I only know your roles, not those of {person}.", person=user.name),
    )


def listed(roles: frozenset[str]) -> Value:
    """The roles by name, and how many more there are."""
    known, more = named(roles), len(roles - {str(role) for role in NAMES})
    return (*known, _("{count} more", count=more)) if more else known
