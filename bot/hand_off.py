"""A button is for who may press it: whoever can't gets the words for somebody who can. Graph still decides."""

from dataclasses import replace

from bot.model import Finding, Question
from bot.reading import Each, Readings, Unreadable
from bot.readings.asker import MineInBin, MyDeletedGroups, MyOwnedGroups, MyRoleAssignments, MyRoles
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import DeletedGroup, Group, GroupUnits
from bot.readings.person import RoleAssignments
from bot.remedy import Remedy
from bot.rights import enough_to, in_force, restricted, unclear


def for_the_asker(finding: Finding, question: Question, readings: Readings) -> Finding:
    """The finding with the remedies the asker may press as buttons, and the others to be handed to somebody else.

    What a restricted unit keeps from everybody with the role that is named is handed to nobody.
    """
    if not finding.remedies:
        return finding
    known = [(each, is_allowed(each, question, readings)) for each in finding.remedies]
    mine = tuple(each for each, may in known if may is not False)
    others = (each for each, may in known if may is False and not shut(each, readings))
    allowed = frozenset(each.id() for each, may in known if may)
    return replace(finding, remedies=mine, hand_off=(*finding.hand_off, *others), allowed=allowed)


def is_allowed(remedy: Remedy, question: Question, readings: Readings) -> bool | None:
    """Whether the asker's roles or ownership allow it; `None` where that isn't known, and Graph will say."""
    if not remedy.roles and not remedy.doing:
        return None
    group, roles, closed = group_in(readings), readings.get(MyRoles), shut(remedy, readings)
    here = scoped(group, readings.get(MyRoleAssignments), readings) if remedy.in_units else frozenset[str]()
    everywhere = roles.templates if isinstance(roles, MyRoles) and not closed else frozenset[str]()
    if not (everywhere | here).isdisjoint(enough(remedy, group, readings)):
        return True
    owner = owns(question, readings) if remedy.owners_may and not closed else False
    unread = owner is None or not (closed or isinstance(roles, MyRoles))
    return owner or (None if unread or doubtful(here, remedy, group, readings) else False)


def owns(question: Question, readings: Readings) -> bool | None:
    """Whether the asker owns the group, alive or deleted; `None` where nobody told."""
    if isinstance(readings.get(Group), Group):
        owned = readings.get(MyOwnedGroups)
    else:
        mine: MineInBin | Unreadable | None = readings.get(MineInBin)
        owned = next(mine.read, None) if isinstance(mine, Each) else None
    return owned.includes(question.subject.id) if isinstance(owned, MyOwnedGroups | MyDeletedGroups) else None


def shut(remedy: Remedy, readings: Readings) -> bool:
    """Whether a restricted unit keeps out everybody who has no role in it."""
    group = readings.get(Group)
    return remedy.in_units and isinstance(group, Group) and restricted(group, readings.get(GroupUnits))


def group_in(readings: Readings) -> Group | DeletedGroup | None:
    """The group, alive or deleted."""
    found = (readings.get(Group), readings.get(DeletedGroup))
    return next((each for each in found if isinstance(each, Group | DeletedGroup)), None)


def enough(remedy: Remedy, group: Group | DeletedGroup | None, readings: Readings) -> frozenset[str]:
    """Ids of the roles that may do it to this kind of group."""
    if not remedy.doing or group is None:
        return remedy.roles
    custom = readings.get(CustomRoles)
    first, *others = (enough_to(each, group, custom) for each in remedy.doing)
    return first.intersection(*others)


def doubtful(held: frozenset[str], remedy: Remedy, group: Group | DeletedGroup | None, readings: Readings) -> bool:
    """Whether one of these roles may permit it, and what the organisation's own roles permit can't be read."""
    custom = readings.get(CustomRoles)
    if group is None or not isinstance(custom, Unreadable):
        return False
    return any(unclear(held, group, each, custom) for each in remedy.doing)


def scoped(group: Group | DeletedGroup | None, assigned: object, readings: Readings) -> frozenset[str]:
    """Roles the asker has for this very group, or for a unit it is in; a deleted one is in none."""
    if not isinstance(assigned, RoleAssignments):
        return frozenset()
    if isinstance(group, Group):
        return in_force(group, assigned, readings.get(GroupUnits))
    return frozenset(each.role_definition_id for each in assigned.value if each.directory_scope_id == "/")
