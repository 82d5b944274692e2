"""The organisation's settings keep the person from changing the photo.

Seen as   The camera on one's own picture is missing or does nothing, or Microsoft answers that it isn't allowed.
Why       The organisation lets certain roles change photos only, or nobody because photos come from Active Directory.
Put right Ask somebody who may, change it in Active Directory, or let everybody change their own.
"""

from bot.model import Evidence, Finding, Operation, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyRoles
from bot.readings.user import PhotoSettings
from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.rule import Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/profilephoto-configure-settings"


@explains(
    Symptom.PHOTO_REFUSED,
    checks=_("whether the organisation lets you change photos"),
    operations={Operation.REMOVE_PHOTO, Operation.UPLOAD_PHOTO},
)
def diagnose(settings: PhotoSettings | Unreadable | None, roles: MyRoles | Unreadable) -> Verdict:
    """Speaks when the settings are known to forbid it to the asker."""
    if settings is None:
        return None
    if isinstance(settings, Unreadable):
        return settings
    if settings.from_active_directory:
        return blocked(settings)
    return by_role(settings, roles) if settings.known_source else Unreadable(PhotoSettings, 200, "UnexpectedAnswer")


def by_role(settings: PhotoSettings, roles: MyRoles | Unreadable) -> Finding | Unreadable | None:
    """Whether the asker lacks the roles that alone may, where only some may."""
    if not settings.roles:
        return None
    if isinstance(roles, Unreadable):
        return roles
    return None if roles.templates & settings.roles else blocked(settings)


def blocked(settings: PhotoSettings) -> Finding:
    """The verdict, and the way to change the settings for whoever may."""
    ad = settings.from_active_directory
    remedies = AllowPhotoChanges.allowing(from_active_directory=ad, roles=settings.roles)
    return Finding(
        severity=Severity.CAUSE,
        title=_("Photos come from Active Directory here, so they can't be changed in the cloud.")
        if ad
        else _("Only certain roles may change photos here, and you have none of them."),
        advice=_("Ask your IT support to change it in Active Directory, or to let people change their own.")
        if ad
        else _("Ask your IT support to change it for you, or to let people change their own."),
        because=tuple(Evidence(each.label, each.before) for remedy in remedies for each in remedy.changes),
        remedies=remedies,
        learn=LEARN,
    )
