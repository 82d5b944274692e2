"""`$expand`: which relationships of an object can be brought along, and what they then show."""

from collections.abc import Callable

from bot.sandbox.graph import relations
from bot.sandbox.graph.call import Call
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights import roles, scopes
from bot.sandbox.graph.rights.visibility import as_seen, sees_members
from bot.sandbox.odata.errors import unsupported_query
from bot.sandbox.odata.projection import Resolver
from bot.sandbox.world import Wire

_Follow = Callable[[Call, Wire], list[Typed]]


def resolver(call: Call, entity: str) -> Resolver:
    """What follows a relationship of an `entity` for this caller.

    It raises `GraphError` for a relationship nobody can follow here, or not this caller.
    """

    def resolve(thing: Wire, name: str) -> list[Wire] | Wire | None:
        if entity.startswith("unifiedRole") and name == "roleDefinition":
            return roles.definition(thing["roleDefinitionId"])
        if entity == "cloudLicensing.assignment" and name == "allotment":
            return thing["allotment"]
        if (entity, name) not in _RELATIONSHIPS:
            raise unsupported_query()
        access, follow = _RELATIONSHIPS[entity, name]
        scopes.require(access, call.caller)
        seen = [as_seen(call.world, call.caller, kind, found) for kind, found in follow(call, thing)]
        return next(iter(seen), None) if name in _ONE else seen

    return resolve


def _members(call: Call, group: Wire) -> list[Typed]:
    visible = sees_members(call.world, call.caller, group)
    return relations.members(call.world, group["id"]) if visible else []


def _transitive_members(call: Call, group: Wire) -> list[Typed]:
    visible = sees_members(call.world, call.caller, group)
    return relations.transitive_members(call.world, group["id"]) if visible else []


def _owners(call: Call, group: Wire) -> list[Typed]:
    return relations.owners(call.world, group)


def _member_of(call: Call, thing: Wire) -> list[Typed]:
    return relations.member_of(call.world, thing["id"])


def _transitive_member_of(call: Call, thing: Wire) -> list[Typed]:
    return relations.transitive_member_of(call.world, thing["id"])


def _owned_objects(call: Call, user: Wire) -> list[Typed]:
    return relations.owned_groups(call.world, user["id"])


def _principal(call: Call, assignment: Wire) -> list[Typed]:
    return relations.existing(call.world, [assignment["principalId"]])


def _assigned_to(call: Call, assignment: Wire) -> list[Typed]:
    return relations.existing(call.world, [assignment["assignedTo"]])


_ONE = frozenset({"principal", "assignedTo"})
"""Relationships to one object; all others are to many."""

_RELATIONSHIPS: dict[tuple[str, str], tuple[scopes.Access, _Follow]] = {
    ("group", "members"): (scopes.READ_MEMBERS, _members),
    ("group", "transitiveMembers"): (scopes.READ_MEMBERS, _transitive_members),
    ("group", "owners"): (scopes.READ_OWNERS, _owners),
    ("group", "memberOf"): (scopes.READ_GROUP_MEMBERSHIPS, _member_of),
    ("group", "transitiveMemberOf"): (scopes.READ_GROUP_TRANSITIVE, _transitive_member_of),
    ("user", "memberOf"): (scopes.READ_USER_MEMBERSHIPS, _member_of),
    ("user", "transitiveMemberOf"): (scopes.READ_USER_TRANSITIVE, _transitive_member_of),
    ("user", "ownedObjects"): (scopes.READ_USER_OWNED, _owned_objects),
    ("cloudLicensing.assignment", "assignedTo"): (scopes.READ_GROUPS, _assigned_to),
    ("unifiedRoleAssignment", "principal"): (scopes.READ_ASSIGNMENTS, _principal),
    ("unifiedRoleAssignmentScheduleInstance", "principal"): (scopes.READ_ACTIVE_ASSIGNMENTS, _principal),
    ("unifiedRoleEligibilityScheduleInstance", "principal"): (scopes.READ_ELIGIBILITIES, _principal),
}
