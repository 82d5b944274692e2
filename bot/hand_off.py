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
    mine = tuple(remedy for remedy in finding.remedies if may_press(remedy, question, readings))
    others = (each for each in finding.remedies if each not in mine and not shut(each, readings))
    allowed = frozenset(each.id() for each in mine if is_allowed(each, question, readings))
    return replace(finding, remedies=mine, hand_off=(*finding.hand_off, *others), allowed=allowed)


def may_press(remedy: Remedy, question: Question, readings: Readings) -> bool:
    """Whether the asker's roles or ownership allow it, as far as that is known: what isn't known, Graph will say."""
    if not remedy.roles and not remedy.doing:
        return True
    group, mine = group_in(readings), readings.get(MyRoleAssignments)
    here = scoped(group, mine, readings) if remedy.in_units else frozenset[str]()
    if shut(remedy, readings):
        return not here.isdisjoint(enough(remedy, group, readings)) or doubtful(here, remedy, group, readings)
    if remedy.owners_may and owns(question, readings) is not False:
        return True
    roles = readings.get(MyRoles)
    if not isinstance(roles, MyRoles):
        return True
    everything = roles.templates | here
    return not everything.isdisjoint(enough(remedy, group, readings)) or doubtful(here, remedy, group, readings)


def is_allowed(remedy: Remedy, question: Question, readings: Readings) -> bool:
    """Whether a role or ownership that was read is known to allow it."""
    if not remedy.roles and not remedy.doing:
        return False
    group, roles = group_in(readings), readings.get(MyRoles)
    here = scoped(group, readings.get(MyRoleAssignments), readings) if remedy.in_units else frozenset[str]()
    everywhere = roles.templates if isinstance(roles, MyRoles) and not shut(remedy, readings) else frozenset[str]()
    if not (everywhere | here).isdisjoint(enough(remedy, group, readings)):
        return True
    return remedy.owners_may and not shut(remedy, readings) and owns(question, readings) is True


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
