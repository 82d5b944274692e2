"""The organisation takes photos from Active Directory only: nobody changes one in the cloud.

Seen as   An upload is refused, for administrators too, or the old photo stays whatever is uploaded.
Why       A setting of the organisation says that photos come from Active Directory. Changes in the cloud are
          off for everybody.
Put right Have the photo set in Active Directory (thumbnailPhoto, at most 10 KB), or have the setting changed.
"""

from bot.model import Evidence, Finding, Question, Severity, Symptom
from bot.readings.user import PhotoSettings
from bot.remedies.allow_photo_changes import AllowPhotoChanges
from bot.rule import Verdict, explains
from bot.texts import _

LEARN = "https://learn.microsoft.com/graph/profilephoto-configure-settings"


@explains(
    Symptom.PHOTO_REFUSED,
    Symptom.PHOTO_STALE,
    checks=_("whether photos come from Active Directory only"),
    causes=(Symptom.PHOTO_REFUSED,),
)
def diagnose(question: Question, settings: PhotoSettings | None) -> Verdict:
    """Speaks when the source is Active Directory, and names a value that Microsoft doesn't describe."""
    if settings is None:
        return None
    if not settings.known_source:
        return unknown(settings.source or "")
    return only_there(question.symptom, settings) if settings.from_active_directory else None


def only_there(symptom: Symptom, settings: PhotoSettings) -> Finding:
    """The verdict: it keeps an upload from being taken, and tells where a new photo has to come from."""
    return Finding(
        severity=Severity.CAUSE if symptom is Symptom.PHOTO_REFUSED else Severity.NOTE,
        title=_("Photos come from Active Directory here, and can't be changed in the cloud."),
        advice=_("Ask your IT support to set the photo in Active Directory. It has to be at most 10 KB."),
        because=(
            Evidence(_("Source of photos"), _("Active Directory")),
            Evidence(_("May change photos in the cloud"), _("nobody, administrators included")),
        ),
        remedies=AllowPhotoChanges.allowing(from_active_directory=True, roles=settings.roles)
        if symptom is Symptom.PHOTO_REFUSED
        else (),
        learn=LEARN,
    )


def unknown(source: str) -> Finding:
    """A value nobody has described: what follows from it isn't known."""
    return Finding(
        severity=Severity.NOTE,
        title=_("Where photos come from is set to a value here that I don't know: {value}.", value=source),
        advice=_("It may keep photos from being changed. Ask your IT support what it means."),
        because=(Evidence(_("Source of photos"), source),),
        learn=LEARN,
    )
