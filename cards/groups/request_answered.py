"""What the asker hears when an owner has answered."""

from bot.texts import Text, Voice, _
from cards import kit
from cards.groups.owner_request_closed import Closed


def request_answered(group_name: str, owner_name: str, state: Closed, voice: Voice) -> kit.Card:
    """Whether it was done; `owner_name` is "" when nobody answered."""
    accent, word, title = told(group_name, owner_name, state)
    return kit.card([kit.label(accent, word, voice), kit.heading(title, voice)], title, voice)


def told(group_name: str, owner_name: str, state: Closed) -> tuple[kit.Accent, Text, Text]:
    """Sign, word and sentence."""
    match state:
        case "done":
            title = _("{owner} did what you asked for in {group}.", owner=owner_name, group=group_name)
            return kit.Accent.GOOD, _("Done"), title
        case "declined":
            title = _("{owner} declined what you asked for in {group}.", owner=owner_name, group=group_name)
            return kit.Accent.OPEN, _("Declined"), title
        case "expired":
            title = _("No owner of {group} answered you in time.", group=group_name)
            return kit.Accent.OPEN, _("No answer"), title
