"""The person has a profile photo in Microsoft 365 that they want gone.

Seen as   A photo shows in Teams and Outlook that the person doesn't want there.
Why       It was uploaded, or came from Active Directory.
Put right Remove it, where the organisation lets people change their photos.
"""

from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.readings.user import Photo, User, is_there
from bot.remedies.remove_photo import RemovePhoto
from bot.rule import Verdict, explains
from bot.texts import Text, _

LEARN = "https://learn.microsoft.com/graph/api/profilephoto-delete"


@explains(
    Symptom.PHOTO_REFUSED,
    checks=_("whether there is a photo to remove"),
    unless=("photo_policy_blocks", "photo_source_is_on_premises"),
    operations={Operation.REMOVE_PHOTO},
)
def diagnose(
    question: Question,
    user: User,
    photo: Photo | None,
) -> Verdict:
    """Speaks while there is one."""
    if not is_there(photo):
        return None
    mine = user.id == question.asker
    return Finding(
        severity=Severity.CAUSE,
        title=_("Microsoft 365 has a photo of you.")
        if mine
        else _("Microsoft 365 has a photo of {person}.", person=user.name),
        advice=advice(mine),
        because=(Evidence(_("Photo"), _("there is one")),),
        remedies=(RemovePhoto(user_id=user.id, user_name=user.name),) if mine else (),
        learn=LEARN,
    )


def advice(mine: bool) -> Text:
    """Who can remove it: somebody else's takes a permission this bot doesn't ask for."""
    if mine:
        return _("I can remove it for you. It can't be brought back, and copies elsewhere show for some days.")
    return _("The person can remove it themselves: they write “remove my photo” to me.")
