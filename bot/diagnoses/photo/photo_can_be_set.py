"""Nothing known keeps the person from setting their own photo.

Seen as   Somebody sends a picture that is to be their profile photo.
Why       The organisation's settings let people change their own photo.
Put right Look at the picture, and confirm it.
"""

from bot.model import Evidence, Finding, Operation, Question, Severity, Symptom
from bot.readings.user import Photo, User, is_there
from bot.remedies.upload_photo import UploadPhoto
from bot.rule import NOT_APPLICABLE, Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/api/profilephoto-update"


@explains(
    Symptom.PHOTO_REFUSED,
    checks=_("whether the photo is your own"),
    unless=("photo_policy_blocks", "photo_source_is_on_premises"),
    operations={Operation.UPLOAD_PHOTO},
    causes=(),
)
def diagnose(question: Question, user: User, photo: Photo | None) -> Verdict:
    """Speaks to the person themselves; somebody else's takes a permission this bot doesn't ask for."""
    if user.id != question.asker:
        return NOT_APPLICABLE
    present = is_there(photo)
    etag = photo.media_etag if photo and present else ""
    return Finding(
        severity=Severity.NOTE,
        title=_("You can send me a picture to be your photo."),
        advice=_("Send it here, look at what I make of it, and confirm it within ten minutes."),
        because=(Evidence(_("Photo"), _("there is one") if present else _("there is none")),),
        remedies=(UploadPhoto.over(etag, user.id, user.name),),
        learn=LEARN,
    )
