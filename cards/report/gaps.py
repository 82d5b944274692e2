"""What couldn't be seen, and what would have to be different to see it."""

from collections.abc import Mapping, Sequence

from bot.model import Report
from bot.reading import Reading, Unreadable
from bot.readings.asker import ActiveRoles, Asker, EligibleRoles, OwnedGroups, RoleAssignments
from bot.readings.group import DeletedGroup, Group, GroupUnits, Owners, SyncBehavior, Team
from bot.readings.tenant import DirectorySync
from bot.texts import Text, Voice, _
from cards import kit

WORDS: Mapping[type[Reading], Text] = {
    ActiveRoles: _("your active roles"),
    Asker: _("your account"),
    DeletedGroup: _("the recycle bin"),
    DirectorySync: _("when the directory last synced"),
    EligibleRoles: _("the roles you could activate"),
    Group: _("the group itself"),
    GroupUnits: _("which administrative units the group is in"),
    OwnedGroups: _("which groups you own"),
    Owners: _("who owns the group"),
    RoleAssignments: _("roles you have for a part of the organisation"),
    SyncBehavior: _("whether the group has been moved to the cloud"),
    Team: _("the team's settings"),
}
"""Readings as people call them, to follow "I couldn't see"."""


def gaps(report: Report, voice: Voice) -> Sequence[kit.Element]:
    """Each thing that may not be seen with its permission, and in one line what Graph just didn't tell."""
    refused = [gap for gap in report.gaps if gap.status in {401, 403}]
    silent = tuple(words(gap) for gap in report.gaps if gap not in refused)
    lines = [forbidden(gap) for gap in refused]
    if silent:
        lines.append(_("Microsoft didn't tell me {things}. Check again in a minute.", things=silent))
    if not lines:
        return ()
    return [
        kit.section(
            [kit.subheading(_("What I couldn't see"), voice), *(kit.quiet(line, voice, close=False) for line in lines)]
        )
    ]


def forbidden(gap: Unreadable) -> Text:
    """What may not be seen; either the app lacks the permission, or the person's role doesn't reach so far."""
    return _(
        "I may not see {thing}. It takes the permission {permission}, and a role that allows it.",
        thing=words(gap),
        permission=gap.reading.scope,
    )


def words(gap: Unreadable) -> Text:
    """The reading as people call it."""
    return WORDS.get(gap.reading, _("something this answer needs"))
