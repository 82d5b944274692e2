"""What a person may do to a group, from what they own and the roles they have.

Shown as an explanation only; Graph decides. https://learn.microsoft.com/graph/api/group-post-members
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import Operation, Question, Symptom
from bot.reading import Unreadable
from bot.readings.asker import MyOwnedGroups
from bot.readings.custom_roles import CustomRoles
from bot.readings.group import DeletedGroup, Group, GroupUnits, Owners
from bot.readings.person import Account, ActiveRoles, RoleAssignments, RoleEligibility
from bot.remedies.add_owner import AddOwner
from bot.remedies.ask_an_owner import AskAnOwner
from bot.roles import NAMES, Doing, managing, named
from bot.texts import Value

PREMIUM = frozenset({"AadPremiumLicenseRequired", "AadPremiumRequired"})
"""Graph's codes for a tenant without Privileged Identity Management: nobody is eligible for anything then."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's position towards one group: role template ids that would do, and how far they have them."""

    owner: bool
    """Whether they own it, and owning it is enough for what is wanted."""
    enough: frozenset[str]
    """Roles that may do to this group what is wanted."""
    active: frozenset[str]
    """Of those, the ones in force for this group."""
    others: frozenset[str]
    """Active roles that don't help here."""

    @property
    def may(self) -> bool:
        """Whether ownership or a role lets them do it."""
        return self.owner or bool(self.active)


def standing(
    question: Question,
    group: Group,
    owned: MyOwnedGroups | Unreadable,
    owners: Owners | Unreadable,
    roles: ActiveRoles | Unreadable,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Standing | Unreadable:
    """Where a person stands with the group, or what would have to be read to tell.

    What is known to be enough needs no more: a missing reading only matters when it could change the answer.
    """
    enough = enough_for(group, question, custom)
    owner = owns(question, group, owned, owners)
    everywhere = frozenset[str]() if isinstance(roles, Unreadable) else roles.templates
    here = in_force(group, assigned, units) if isinstance(assigned, RoleAssignments) else frozenset[str]()
    owners_count = owners_may(group, question) and not restricted(group, units)
    active = (here if restricted(group, units) else everywhere | here) & enough
    where = Standing(owner is True and owners_count, enough, active, (everywhere | here) - active)
    if where.may:
        return where
    unknown = owner if isinstance(owner, Unreadable) and owners_count else None
    return unknown or missing(question, group, assigned, units, custom) or where


def usable(
    question: Question, account: Account, assigned: RoleAssignments | Unreadable
) -> RoleAssignments | Unreadable:
    """The roles in force for the person that are of use to them, or that this can't be told.

    A guest can't use a role for a part of the directory without one for all of it, unless guests read as members do,
    which nobody asks here. Of themselves, who can read their roles can use them.
    https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-assign-roles
    """
    if isinstance(assigned, Unreadable) or question.oneself or not account.guest or not assigned.value:
        return assigned
    reads = any(each.directory_scope_id == "/" for each in assigned.value)
    return assigned if reads else Unreadable(RoleAssignments, 200, "NotVisible")


def owns(
    question: Question, group: Group, owned: MyOwnedGroups | Unreadable, owners: Owners | Unreadable
) -> bool | Unreadable:
    """Whether the person owns the group: of oneself from one's own list, of others from the group's."""
    if isinstance(owners, Owners) and owners.includes(question.ids.person):
        return True
    if not question.oneself:
        return owners if isinstance(owners, Unreadable) else False
    return owned if isinstance(owned, Unreadable) else owned.includes(group.id)


def missing(
    question: Question,
    group: Group,
    assigned: RoleAssignments | Unreadable,
    units: GroupUnits | Unreadable,
    custom: CustomRoles | Unreadable,
) -> Unreadable | None:
    """The reading without which a role may have been overlooked; all that is in force stands among the assignments."""
    if isinstance(assigned, Unreadable):
        return assigned
    doubtful = unclear((each.role_definition_id for each in assigned.value), group, doing(question), custom)
    might_do = enough_for(group, question, custom) | doubtful
    scoped = {each.unit for each in assigned.value if each.unit and each.role_definition_id in might_do}
    if scoped and not group.is_assignable_to_role:
        if isinstance(units, Unreadable):
            return units
        unsure = {unit.id for unit in units.perhaps_restricted} - {unit.id for unit in units.restricting}
        if restricted(group, units) and scoped & unsure:
            return Unreadable(GroupUnits, 200, "NotVisible")
    return untold(custom) if in_force(group, assigned, units) & doubtful else None


def unclear(
    roles: Iterable[str], group: Group | DeletedGroup, doing: Doing, custom: CustomRoles | Unreadable
) -> frozenset[str]:
    """Those of these roles of which nobody here knows whether they permit this; Microsoft's own all are known.

    Nobody's own roles reach a group that can hold directory roles.
    """
    if group.is_assignable_to_role:
        return frozenset()
    if isinstance(custom, Unreadable):
        return frozenset(roles) - NAMES.keys()
    return frozenset(roles) & custom.unclear(group, doing)


def untold(custom: CustomRoles | Unreadable) -> Unreadable:
    """What to say where an organisation's own role may permit it."""
    return custom if isinstance(custom, Unreadable) else Unreadable(CustomRoles, 200, "NotVisible")


def restricted(group: Group, units: GroupUnits | Unreadable | None) -> bool:
    """Whether a restricted unit keeps others out: the group says so itself, or one of its units does."""
    return bool(group.is_management_restricted or (isinstance(units, GroupUnits) and units.restricted))


def deleting(question: Question) -> bool:
    """Whether the group is to be deleted, which fewer roles may."""
    return question.symptom is Symptom.GROUP_DELETE


def doing(question: Question) -> Doing:
    """What is to be done to the group, as far as roles tell it apart."""
    if deleting(question):
        return Doing.DELETE
    if question.operation in {Operation.ADD_OWNER, Operation.REMOVE_OWNER}:
        return Doing.OWNERS
    return Doing.MEMBERS if question.symptom is Symptom.GROUP_MEMBERS else Doing.CHANGE


def enough_for(group: Group, question: Question, custom: CustomRoles | Unreadable) -> frozenset[str]:
    """Ids of the roles that may do to this group what is wanted, Microsoft's own and the organisation's."""
    return enough_to(doing(question), group, custom)


def enough_to(doing: Doing, group: Group | DeletedGroup, custom: CustomRoles | Unreadable | None) -> frozenset[str]:
    """Ids of the roles that may do this to this group."""
    role_assignable = bool(group.is_assignable_to_role)
    roles = frozenset(map(str, managing(unified=group.unified, role_assignable=role_assignable, doing=doing)))
    return roles | custom.permitting(group, doing) if isinstance(custom, CustomRoles) else roles


def role_names(roles: frozenset[str], custom: CustomRoles | Unreadable) -> tuple[Value, ...]:
    """The roles by name: Microsoft's own in their order, then the organisation's."""
    return (*named(roles), *(custom.names(roles) if isinstance(custom, CustomRoles) else ()))


def owners_may(group: Group, question: Question) -> bool:
    """Whether owning it is enough: a role-assignable group's owners can't delete it.

    https://learn.microsoft.com/graph/api/group-delete
    """
    return not (group.is_assignable_to_role and deleting(question))


def in_force(group: Group, assigned: RoleAssignments, units: GroupUnits | Unreadable | None) -> frozenset[str]:
    """Roles that count for this group: tenant-wide, for the group, or for a unit it is in.

    A role-assignable group can't be managed through a unit, one in a restricted unit only through that one.
    """
    everywhere = frozenset(each.role_definition_id for each in assigned.value if each.directory_scope_id == "/")
    if restricted(group, units):
        inside = units.restricting if isinstance(units, GroupUnits) and not group.is_assignable_to_role else ()
        return assigned.within(frozenset(unit.id for unit in inside))
    if group.is_assignable_to_role:
        return everywhere
    inside = frozenset(unit.id for unit in units.value) if isinstance(units, GroupUnits) else frozenset[str]()
    return everywhere | assigned.over(group.id) | assigned.within(inside)


def activatable(
    eligible: tuple[RoleEligibility, ...], enough: frozenset[str], scopes: frozenset[str]
) -> frozenset[str]:
    """Roles that would do within these scopes, if the person activated them."""
    return frozenset(each.role_definition_id for each in eligible if each.directory_scope_id in scopes) & enough


def scopes_over(group: Group, units: GroupUnits) -> frozenset[str]:
    """Directory scopes in which a role counts for this group; in a restricted unit only that unit's."""
    if restricted(group, units) and group.is_assignable_to_role:
        return frozenset()
    if restricted(group, units):
        return frozenset(f"/administrativeUnits/{unit.id}" for unit in units.perhaps_restricted)
    if group.is_assignable_to_role:
        return frozenset({"/"})
    return frozenset({"/", f"/{group.id}", *(f"/administrativeUnits/{unit.id}" for unit in units.value)})


def asking_an_owner(question: Question, group: Group, owners: Owners | Unreadable) -> tuple[AskAnOwner, ...]:
    """Asking the owners, when there is one who can be asked: nobody asks themselves."""
    if isinstance(owners, Unreadable) or not owners.others(question.asker):
        return ()
    return (AskAnOwner(group_id=group.id, group_name=group.name),)


def making_owner(group: Group, account: Account) -> tuple[AddOwner, ...]:
    """Making the person an owner, where that can be done from here; a member too where Teams asks for it.

    Not in a group that holds roles, which takes a permission this bot doesn't ask for. Members by rule can't be added,
    and for a guest that is another right, which the settings may withhold.
    """
    if group.is_assignable_to_role:
        return ()
    make = AddOwner(
        group_id=group.id,
        group_name=group.name,
        user_id=account.id,
        user_name=account.name,
        member_too=group.unified and not group.dynamic and not account.guest,
    )
    return (make,)
