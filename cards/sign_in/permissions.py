"""Microsoft's permissions, said so that people know what they allow."""

from collections.abc import Sequence

from bot.scopes import SCOPES, Scope
from bot.texts import Text, Voice, _
from cards import kit


def allowed(scopes: Sequence[Scope], voice: Voice) -> Sequence[kit.Element]:
    """What each permission lets the bot do, and under it Microsoft's name for it."""
    return [kit.section([kit.paragraph(words(scope), voice), kit.quiet(str(scope), voice)]) for scope in scopes]


def words(scope: Scope) -> Text:
    """What a permission is for."""
    return SCOPES[scope].allows if scope in SCOPES else _("something else")
