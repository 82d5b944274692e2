"""What couldn't be seen, and what would have to be different to see it; what isn't looked at by anybody here."""

from collections.abc import Sequence

from bot.model import Report
from bot.operations import row
from bot.reading import INCOMPLETE, Unreadable
from bot.texts import Text, Voice, _
from cards import kit

NOT_VISIBLE = "NotVisible"
"""The code of what Graph answered without saying what was asked: the person may not see it."""


def gaps(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """Each thing that may not be seen with its permission, and in one line what Graph just didn't tell."""
    unread, own = (*report.gaps, *report.unseen), report.question.oneself
    refused = [gap for gap in unread if gap.status in {401, 403}]
    hidden = [gap for gap in unread if gap.code == NOT_VISIBLE]
    too_long = [gap for gap in unread if gap.code == INCOMPLETE]
    silent = tuple(
        words(gap, own=own) for gap in unread if gap not in refused and gap not in hidden and gap not in too_long
    )
    lines = [
        *(forbidden(gap, own=own) for gap in refused),
        *(not_visible(gap, own=own) for gap in hidden),
        *(endless(gap, own=own) for gap in too_long),
    ]
    if silent:
        lines.append(_("Microsoft didn't tell me {things}. Check again in a minute.", things=silent))
    if not lines:
        return ()
    title = kit.subheading(_("What I couldn't see"), voice)
    return [kit.section([title, *(kit.quiet(line, voice, close=False) for line in lines)])]


def not_looked_at(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """What is known to be able to stop people and isn't looked at here: said wherever all seems clear."""
    things = row(report.question).not_looked_at
    if report.cause or report.vanished or not things:
        return ()
    return [kit.quiet(_("I didn't look at: {things}.", things=things), voice, close=False)]


def forbidden(gap: Unreadable, *, own: bool = False) -> Text:
    """What may not be seen; either the app lacks the permission, or the person's role doesn't reach so far."""
    return _(
        "I may not see {thing}. It takes the permission {permission}, and a role that allows it.",
        thing=words(gap, own=own),
        permission=str(gap.needs),
    )


def not_visible(gap: Unreadable, *, own: bool = False) -> Text:
    """What Graph left empty."""
    return _("Microsoft doesn't show you {thing}.", thing=words(gap, own=own))


def endless(gap: Unreadable, *, own: bool = False) -> Text:
    """What is too long to read to the end."""
    return _("There is too much of it to read to the end: {thing}.", thing=words(gap, own=own))


def words(gap: Unreadable, *, own: bool = False) -> Text:
    """The reading as people call it, their own or somebody else's."""
    return (own and gap.reading.own_words) or gap.reading.words
