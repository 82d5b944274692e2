"""A picture, a file or somebody's message came without a word to go by."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from bot.texts import Text, Voice, _
from cards import kit

Enclosed: TypeAlias = Literal["picture", "file", "message"]

SAID: Mapping[Enclosed, Text] = {
    "picture": _("I can't see pictures."),
    "file": _("I don't open files."),
    "message": _("I can't read a message that is passed on to me."),
}


def unread(enclosed: Enclosed, voice: Voice) -> kit.Card:
    """That it wasn't looked at, and what to do instead."""
    title = SAID[enclosed]
    instead = _("Write to me what won't work, and copy the error message into your text if there is one.")
    return kit.card([kit.heading(title, voice), kit.paragraph(instead, voice)], title, voice)
