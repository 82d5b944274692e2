"""A picture that can't become a photo, and what would do instead."""

from collections.abc import Mapping

from bot.pictures.refusal import Refusal
from bot.texts import Text, Voice, _
from cards import kit

WHY: Mapping[Refusal, Text] = {
    Refusal.HEIC: _("It is a HEIC picture, as iPhones make them. Send it as JPEG instead."),
    Refusal.TOO_MANY_BYTES: _("It is too large. Send one of at most 8 MB."),
    Refusal.TOO_LARGE: _("It has too many pixels. Send a smaller one."),
    Refusal.TOO_SMALL: _("It is too small. Send one of at least 48 pixels."),
    Refusal.BUSY: _("Too many pictures are waiting just now. Send it again in a minute."),
    Refusal.TOO_SLOW: _("It took too long to read. Send it again in a minute."),
}
OTHER = _("I can't read it as a picture. Send a JPEG or PNG.")
NOT_FETCHED = _("I couldn't fetch it from Teams. Send it again.")


def picture_refused(refusal: Refusal | None, voice: Voice) -> kit.Card:
    """Why it is of no use; `None` when it couldn't even be fetched."""
    title = _("I can't use that picture.")
    why = WHY.get(refusal, OTHER) if refusal else NOT_FETCHED
    panel = [
        kit.label(kit.Accent.CAUSE, _("Refused"), voice),
        kit.heading(title, voice),
        kit.paragraph(why, voice),
    ]
    return kit.card([kit.panel(panel)], title, voice)
