"""What the asker hears when an owner has answered."""

from bot.texts import Text, Voice, _
from cards import kit
from cards.groups.owner_request_closed import Closed


def request_answered(group_name: str, owner_name: str, state: Closed, voice: Voice, *, seen: bool = False) -> kit.Card:
    """What became of it; `owner_name` is "" when nobody answered, `group_name` when nobody can look it up then.

    `seen` when it was looked at and shows.
    """
    accent, word, title = told(group_name, owner_name, state, seen=seen)
    return kit.card([kit.label(accent, word, voice), kit.heading(title, voice)], title, voice)


def told(group_name: str, owner_name: str, state: Closed, *, seen: bool) -> tuple[kit.Accent, Text, Text]:
    """Sign, word and sentence; "done" is what was looked at, not what somebody says."""
    match state:
        case "done" if seen:
            title = _(
                "{owner} made you an owner of {group}: I looked, and it shows.", owner=owner_name, group=group_name
            )
            return kit.Accent.GOOD, _("Done"), title
        case "done":
            title = _("{owner} says it's done: what you asked for in {group}.", owner=owner_name, group=group_name)
            return kit.Accent.NOTE, _("Answered"), title
        case "declined":
            title = _("{owner} declined what you asked for in {group}.", owner=owner_name, group=group_name)
            return kit.Accent.OPEN, _("Declined"), title
        case "expired":
            named = _("No owner of {group} answered you in time.", group=group_name)
            title = named if group_name else _("No owner answered what you asked them in time.")
            return kit.Accent.OPEN, _("No answer"), title
