"""Something is being put right just now."""

from datetime import datetime

from bot.buttons import About, Again
from bot.remedy import Remedy
from bot.texts import Voice, _
from cards import kit
from cards.report.header import titled


def under_way(about: About, name: str, since: datetime, remedy: Remedy, voice: Voice) -> kit.Card:
    """What was begun when, and when it can be expected to show; `since` is an aware datetime."""
    title = _("Under way since {time}: {action}.", time=kit.clock(since, voice), action=remedy.button)
    again = kit.press(Again(about=about), _("Check again"), voice)
    said = [kit.heading(title, voice), kit.paragraph(remedy.shows_after, voice)]
    shown = kit.band(kit.Accent.NOTE, _("Under way"), said, voice)
    return kit.card([titled(about.kind, name, None, voice), shown, *kit.buttons([again])], title, voice)
