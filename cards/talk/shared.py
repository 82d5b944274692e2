"""What a whole chat may see of a question: that it was asked, and nothing about anybody's rights."""

from collections.abc import Sequence

from bot.buttons import View
from bot.model import SubjectKind
from bot.symptoms import SYMPTOMS
from bot.texts import Text, Voice, _
from cards import kit


def shared(asker_name: str, subject_name: str | None, view: View, voice: Voice, viewers: Sequence[str]) -> kit.Card:
    """A neutral card that Teams replaces for each of `viewers` (`29:…` ids) with what they themselves may see."""
    title = asked(asker_name, subject_name, view)
    show = kit.press(view, _("Show what I see"), voice)
    said = _("The answer depends on who looks, so everybody gets their own.")
    refresh = kit.Refresh(action=show, user_ids=list(viewers[: kit.MOST_VIEWERS]))
    body = [kit.paragraph(title, voice), kit.quiet(said, voice), *kit.buttons([show])]
    return kit.card(body, title, voice, refresh=refresh)


def asked(asker_name: str, subject_name: str | None, view: View) -> Text:
    """That something was asked, in words everybody has read."""
    if subject_name:
        return _("{asker} asked about {group}.", asker=asker_name, group=subject_name)
    if SYMPTOMS[view.symptom].kind is SubjectKind.GROUP:
        return _("{asker} asked about a group.", asker=asker_name)
    return _("{asker} asked me something.", asker=asker_name)
