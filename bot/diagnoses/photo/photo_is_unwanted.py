"""The person has a profile photo in Microsoft 365 that they want gone.

Seen as   A photo shows in Teams and Outlook that the person doesn't want there.
Why       It was uploaded, or came from Active Directory. Who may remove it is the organisation's decision: everybody
          their own, certain roles, or nobody in the cloud because photos come from Active Directory.
Put right Remove it where it may be changed.
"""

from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyRoles
from bot.readings.user import Photo, PhotoSettings, User
from bot.remedies.remove_photo import RemovePhoto
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/profilephoto-delete"


@explains(Symptom.PHOTO_REFUSED, checks=_("whether there is a photo to remove"), operations={Operation.REMOVE_PHOTO})
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
    settings: PhotoSettings | Unreadable | None,
    roles: MyRoles | Unreadable,
) -> Verdict:
    """Speaks while there is one."""
    if photo is None or photo.placeholder:
        return None
    mine = user.id == question.asker
    refused = why_not(settings, roles)
    return Finding(
        severity=Severity.CAUSE,
        title=_("Microsoft 365 has a photo of you.")
        if mine
        else _("Microsoft 365 has a photo of {person}.", person=user.name),
        advice=refused or advice(mine),
        because=(Evidence(_("Photo"), _("there is one")),),
        remedies=(RemovePhoto(user_id=user.id, user_name=user.name),) if mine and not refused else (),
        learn=LEARN,
    )


def why_not(settings: PhotoSettings | Unreadable | None, roles: MyRoles | Unreadable) -> Text | None:
    """What forbids it, as far as that can be read; what can't, Microsoft says when the button is pressed."""
    if not isinstance(settings, PhotoSettings):
        return None
    if settings.from_active_directory:
        return _("Photos come from Active Directory here, so it has to be removed there. Ask your IT support.")
    if settings.roles and isinstance(roles, MyRoles) and not roles.templates & settings.roles:
        return _("Only certain roles may change photos here. Ask your IT support to remove it.")
    return None


def advice(mine: bool) -> Text:
    """Who can remove it: somebody else's takes a permission this bot doesn't ask for."""
    if mine:
        return _("I can remove it for you. It can't be brought back, and copies elsewhere show for some days.")
    return _("The person can remove it themselves: they write “remove my photo” to me.")
