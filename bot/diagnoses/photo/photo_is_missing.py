"""The person has no profile photo in Microsoft 365.

Seen as   Initials or a grey head instead of a photo, everywhere.
Why       No photo has been uploaded, or it was removed. Who may upload one is the organisation's decision: everybody,
          certain roles, or nobody because photos come from Active Directory.
Put right Upload one where it may be changed.
"""

from bot.deep_links import in_my_account
from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyRoles
from bot.readings.user import Photo, PhotoSettings, User, is_there
from bot.roles import NAMES, named
from bot.rule import Verdict, explains
from bot.texts import Text, Value, _

LEARN = "https://learn.microsoft.com/graph/api/resources/photoupdatesettings"


@explains(Symptom.PHOTO_MISSING, Symptom.PHOTO_STALE, checks=_("whether there is a photo"))
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    settings: PhotoSettings | Unreadable | None,
    roles: MyRoles | Unreadable,
) -> Verdict:
    """Speaks when Graph has none, and says where one may be put."""
    if is_there(photo):
        return None
    mine = user.id == question.asker
    return Finding(
        severity=Severity.CAUSE,
        title=_("You have no profile photo.") if mine else _("{person} has no profile photo.", person=user.name),
        advice=where(mine, settings, roles),
        because=(
            Evidence(_("Photo"), _("there is none")),
            Evidence(_("Photos may be changed by"), changed_by(settings)),
        ),
        by_hand=(in_my_account(),) if mine and not closed(settings) else (),
        learn=LEARN,
        probable=isinstance(settings, Unreadable) or (settings is not None and not settings.known_source),
    )


def closed(settings: PhotoSettings | Unreadable | None) -> bool:
    """Whether the person can't change it in the cloud themselves, as far as that is known."""
    return isinstance(settings, PhotoSettings) and (settings.from_active_directory or bool(settings.roles))


def where(mine: bool, settings: PhotoSettings | Unreadable | None, roles: MyRoles | Unreadable) -> Text:
    """Where a photo may be put, by whom."""
    if isinstance(settings, PhotoSettings) and settings.from_active_directory:
        return _("Photos come from Active Directory here, so it has to be set there. Ask your IT support.")
    if isinstance(settings, PhotoSettings) and settings.roles:
        held = roles.templates if isinstance(roles, MyRoles) else frozenset[str]()
        if held & settings.roles:
            return _(
                "Only certain roles may change photos here. You have one: upload it in the Microsoft 365 admin center."
            )
        return _("Only certain roles may change photos here. Ask your IT support to upload one.")
    if mine:
        return _("Upload one on your account page, in Teams or in Outlook. It can take a day to show everywhere.")
    return _("The person can upload one on their account page, in Teams or in Outlook.")


def changed_by(settings: PhotoSettings | Unreadable | None) -> Value:
    """Who may, as the organisation has set it."""
    match settings:
        case Unreadable():
            return _("not visible to you")
        case PhotoSettings(from_active_directory=True):
            return _("nobody in the cloud, for they come from Active Directory")
        case PhotoSettings(known_source=False):
            return _("a setting I don't know: {value}", value=settings.source or "")
        case PhotoSettings() if settings.roles:
            known = named(settings.roles)
            more = len(settings.roles - {str(role) for role in NAMES})
            return (*known, _("{count} more", count=more)) if more else known
        case _:
            return _("everybody, for themselves")
