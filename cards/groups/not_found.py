"""No group fits what was written."""

from bot.texts import Voice, _
from cards import kit


def not_found(entity: str, voice: Voice) -> kit.Card:
    """What may be the reason, and what to try."""
    title = _("I can't find a group called “{entity}”.", entity=entity)
    said = (
        _("Write its e-mail address instead: that finds a group whatever it is called."),
        _("Or there is none that you may see: hidden groups only show to their members."),
        _("Dynamic distribution lists live only in Exchange, where I can't see them."),
    )
    return kit.card([kit.heading(title, voice), *(kit.paragraph(each, voice) for each in said)], title, voice)
