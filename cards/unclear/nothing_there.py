"""A yes, an undo or a number, but nothing on the last card that it could be about."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from bot.texts import Text, Voice, _
from cards import kit

Missing: TypeAlias = Literal["yes", "role", "undo", "choice"]

SAID: Mapping[Missing, tuple[Text, Text]] = {
    "yes": (
        _("I don't know what you mean by that: my last message offers nothing to agree to."),
        _("Nothing was changed. Ask your question again, and I'll offer what can be done."),
    ),
    "role": (
        _("You can't do that yourself: it takes a role you don't have."),
        _("Nothing was changed. Press “Ask somebody who can” in my last message: the text to send stands there."),
    ),
    "undo": (
        _("There is nothing to undo in my last message."),
        _("Nothing was changed. To take back something older, press Undo below that action."),
    ),
    "choice": (
        _("There is nothing to choose from."),
        _("Write what it is about, by name or by e-mail address."),
    ),
}


def nothing_there(what: Missing, voice: Voice) -> kit.Card:
    """That nothing was done, and how to go on."""
    title, said = SAID[what]
    return kit.card([kit.heading(title, voice), kit.paragraph(said, voice)], title, voice)
