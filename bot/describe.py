"""What the subject of a question is, in a few words."""

from bot.reading import Reading, Readings
from bot.readings.asker import OwnedGroups
from bot.readings.group import DeletedGroup, Group, GroupType
from bot.texts import Text, _

TYPES: dict[GroupType, Text] = {
    GroupType.MICROSOFT_365: _("Microsoft 365 group"),
    GroupType.TEAM: _("Team"),
    GroupType.SECURITY: _("Security group"),
    GroupType.MAIL_ENABLED_SECURITY: _("Mail-enabled security group"),
    GroupType.DISTRIBUTION: _("Distribution list"),
}


def name(readings: Readings) -> str | None:
    """The group's name as Graph has it now, also from the recycle bin; `None` when it can't be read."""
    match group_in(readings):
        case Group() | DeletedGroup() as group:
            return group.display_name
        case _:
            return None


def describe(readings: Readings) -> Text | None:
    """What kind of group it is, and whether the asker owns it."""
    match group_in(readings), readings.get(OwnedGroups):
        case ((DeletedGroup() as group), _):
            return _("{type} · deleted", type=TYPES[group.type])
        case ((Group() as group), OwnedGroups() as owned) if owned.includes(group.id):
            return _("{type} · you are an owner", type=TYPES[group.type])
        case ((Group() as group), _):
            return TYPES[group.type]
        case _:
            return None


def group_in(readings: Readings) -> Reading | None:
    """The group, alive or deleted."""
    found = (readings.get(Group), readings.get(DeletedGroup))
    return next((reading for reading in found if isinstance(reading, Reading)), None)
