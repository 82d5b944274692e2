"""Microsoft's refusals in plain words.

The literals are Graph's own; they are compared in lower case because their spelling has changed before.
https://learn.microsoft.com/graph/errors
"""

from collections.abc import Mapping

from bot.remediate import PICTURE_GONE
from bot.remedy import Remedy
from bot.steps import ASKED_LATELY, Refused
from bot.texts import Text, _

MESSAGES: tuple[tuple[str, Text], ...] = (
    (
        "on-premises mastered",
        _("It is still managed in Active Directory, so Microsoft 365 takes no changes to it."),
    ),
    ("mail-enabled security groups", _("Exchange manages this group, so it can only be changed in Exchange.")),
    ("originated within an external service", _("Exchange manages this group, so it can only be changed in Exchange.")),
    ("references already exist", _("It was so already; somebody was faster.")),
    ("references do not exist", _("It was undone already; somebody was faster.")),
    ("at least one owner", _("This is the last owner, and a group must keep one. Make somebody else an owner first.")),
    (
        "product license assigned",
        _("Licences are assigned to the group. It can be deleted when they have been removed from it."),
    ),
    ("not licensed for this feature", _("Your organisation doesn't have the licence this takes.")),
    ("doesn't have premium license", _("Your organisation doesn't have the licence this takes.")),
    ("same value for property", _("Something else already has the same name or address.")),
)
"""Part of Graph's message → what it means. Unverified: some of these come from single reports, not documentation."""


OURS: Mapping[str, Text] = {
    "NobodyReached": _("I reached none of the owners in Teams. Write to one of them yourself."),
    PICTURE_GONE: _("I have no picture of yours: I keep one for ten minutes. Send it again, and confirm that one."),
    ASKED_LATELY: _("They got the same from you less than a day ago, and still have it. Give them a little time."),
}
"""Codes of our own, for what isn't Microsoft's to refuse."""


def plainly(refused: Refused, remedy: Remedy) -> Text:
    """Why Microsoft said no, and who could do it if that is why."""
    if refused.code == "ForbiddenByPolicy":  # Unverified: seen for roles; that every block of photos is one
        return _("Your organisation's settings don't let you change this photo.")
    said = refused.message.lower()
    known = next((text for literal, text in MESSAGES if literal in said), None)
    return known or OURS.get(refused.code) or by_status(refused, remedy)


def by_status(refused: Refused, remedy: Remedy) -> Text:
    """What the HTTP status alone tells."""
    match refused.status:
        case 401:
            return _("Microsoft no longer accepts your sign-in. Sign in again, and try once more.")
        case 403:
            return forbidden(remedy)
        case 404:
            return _("Microsoft can't find it any more: the group or the person may have been deleted.")
        case status if status == 429 or status >= 500:
            return _("Microsoft is too busy to make changes now. Try again in a few minutes.")
        case _:
            return _("Microsoft gave no reason I know. Its code below helps an administrator to find out.")


def forbidden(remedy: Remedy) -> Text:
    """Who may, where that is a matter of roles."""
    if not (remedy.roles or remedy.doing):
        return _("Microsoft doesn't let your account do this.")
    return _("Your account may not do this. This role may: {role}.", role=remedy.role)
