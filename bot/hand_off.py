"""A button is for who may press it: whoever can't gets the words for somebody who can. Graph still decides."""

from dataclasses import replace

from bot.model import Finding, Question
from bot.reading import Readings
from bot.readings.asker import MyOwnedGroups, MyRoleAssignments, MyRoles
from bot.readings.group import Group, GroupUnits
from bot.readings.person import RoleAssignments
from bot.remedy import Remedy
from bot.rights import in_force, restricted
from bot.roles import managing


def for_the_asker(finding: Finding, question: Question, readings: Readings) -> Finding:
    """The finding with the remedies the asker may press as buttons, and the others to be handed to somebody else.

    What a restricted unit keeps from everybody with the role that is named is handed to nobody.
    """
    mine = tuple(remedy for remedy in finding.remedies if may_press(remedy, question, readings))
    if len(mine) == len(finding.remedies):
        return finding
    others = (each for each in finding.remedies if each not in mine and not shut(each, readings))
    return replace(finding, remedies=mine, hand_off=(*finding.hand_off, *others))


def may_press(remedy: Remedy, question: Question, readings: Readings) -> bool:
    """Whether the asker's roles or ownership allow it, as far as that is known: what isn't known, Graph will say."""
    if not remedy.roles:
        return True
    here = scoped(question, readings) if remedy.in_units else frozenset[str]()
    if shut(remedy, readings):
        return not here.isdisjoint(enough(remedy, readings))
    owned = readings.get(MyOwnedGroups)
    if remedy.owners_may and isinstance(owned, MyOwnedGroups) and owned.includes(question.subject.id):
        return True
    if remedy.owners_may and not isinstance(readings.get(Group), Group):
        return True  # whose a deleted group was isn't listed
    roles = readings.get(MyRoles)
    return not isinstance(roles, MyRoles) or not (roles.templates | here).isdisjoint(enough(remedy, readings))


def shut(remedy: Remedy, readings: Readings) -> bool:
    """Whether a restricted unit keeps out everybody who has no role in it."""
    group = readings.get(Group)
    return remedy.in_units and isinstance(group, Group) and restricted(group, readings.get(GroupUnits))


def enough(remedy: Remedy, readings: Readings) -> frozenset[str]:
    """Template ids of the roles that may do it to this kind of group."""
    group = readings.get(Group)
    if not remedy.group_managers_may or not isinstance(group, Group):
        return remedy.roles
    return frozenset(map(str, managing(unified=group.unified, role_assignable=bool(group.is_assignable_to_role))))


def scoped(question: Question, readings: Readings) -> frozenset[str]:
    """Roles the asker has for this very group, or for a unit it is in."""
    group, assigned = readings.get(Group), readings.get(RoleAssignments if question.oneself else MyRoleAssignments)
    if not isinstance(group, Group) or not isinstance(assigned, RoleAssignments):
        return frozenset()
    return in_force(group, assigned, readings.get(GroupUnits))
