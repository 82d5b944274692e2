"""Directory roles: the activated ones, their assignments and eligibilities.

What Privileged Identity Management keeps is told to few, except to everybody about themselves:
https://learn.microsoft.com/graph/api/rbacapplication-list-roleeligibilityscheduleinstances
"""

from dataclasses import replace

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, denied, not_found
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.odata import answer
from bot.sandbox.odata.entity import named
from bot.sandbox.odata.errors import bad_request, unsupported_query
from bot.sandbox.odata.expression import And, Comparison, Expression, properties
from bot.sandbox.odata.filter_support import needs_advanced
from bot.sandbox.world import Wire, World

_MAY_READ_PRIVILEGED_IDENTITIES = frozenset(
    {
        roles.GLOBAL_ADMINISTRATOR,
        roles.GLOBAL_READER,
        roles.PRIVILEGED_ROLE_ADMINISTRATOR,
        roles.SECURITY_ADMINISTRATOR,
        roles.SECURITY_OPERATOR,
        roles.SECURITY_READER,
    }
)


def directory_roles(call: Call) -> Reply:
    """`/directoryRoles`: all built-in roles this company knows count as activated."""
    require_member(call.world, call.caller)
    return many(call, "directoryRole", _all(call.world), "directoryRoles")


def directory_role(call: Call) -> Reply:
    """`/directoryRoles/{id}` and `/directoryRoles(roleTemplateId='…')`."""
    return one(call, "directoryRole", _the_role(call), "directoryRoles/$entity")


def role_members(call: Call) -> list[Typed]:
    """Who holds the role in the whole tenant, actively and directly."""
    template = _the_role(call)["roleTemplateId"]
    holders = [
        assignment["principalId"]
        for assignment in call.world.role_assignments
        if assignment["roleDefinitionId"] == template and assignment["directoryScopeId"] == roles.TENANT
    ]
    return relations.existing(call.world, holders)


def role_definitions(call: Call) -> Reply:
    """`/roleManagement/directory/roleDefinitions`."""
    require_member(call.world, call.caller)
    own = [roles.custom_definition(role) for role in call.world.custom_roles.values()]
    definitions = [*(roles.definition(template) for template in roles.NAMES), *own]
    return many(call, "unifiedRoleDefinition", definitions, "roleManagement/directory/roleDefinitions")


def role_definition(call: Call) -> Reply:
    """`/roleManagement/directory/roleDefinitions/{id}`, of a built-in role its template id."""
    require_member(call.world, call.caller)
    wanted = call.keys["id"].lower()
    own = call.world.custom_roles.get(wanted)
    if own is None and wanted not in roles.NAMES:
        raise not_found(wanted)
    found = roles.custom_definition(own) if own else roles.definition(wanted)
    return one(call, "unifiedRoleDefinition", found, "roleManagement/directory/roleDefinitions/$entity")


def role_assignments(call: Call) -> Reply:
    """`/roleManagement/directory/roleAssignments`: active ones; what a group holds isn't expanded.

    Unverified: that being a member is enough. The reference page asks for Directory Readers, whose rights to read roles
    every member has by default: https://learn.microsoft.com/entra/fundamentals/users-default-permissions
    """
    require_member(call.world, call.caller)
    path = "roleManagement/directory/roleAssignments"
    return many(call, "unifiedRoleAssignment", call.world.role_assignments, path)


def transitive_role_assignments(call: Call) -> Reply:
    """`/roleManagement/directory/transitiveRoleAssignments`: a principal's own roles and those of its groups.

    Those of a group carry the group's id as `principalId`. Without the header, `$count=true` and `$filter` it is 404.
    https://learn.microsoft.com/graph/api/rbacapplication-list-transitiveroleassignments?view=graph-rest-beta
    """
    require_member(call.world, call.caller)
    query, entity = call.query(), "unifiedRoleAssignment"
    if not query.eventual or query.filter is None:
        # Unverified: code and sentence.
        raise not_found("transitiveRoleAssignments")
    needs_advanced(query.filter, named(entity))
    principal, others = _principal(query.filter)
    principals = _with_groups(call, principal)
    held = [assignment for assignment in call.world.role_assignments if assignment["principalId"] in principals]
    context = call.context("roleManagement/directory/transitiveRoleAssignments")
    rest = replace(query, filter=others)
    return Reply(body=answer.many(held, entity, rest, context=context, base_url=call.address))


def _principal(filtered: Expression) -> tuple[str, Expression | None]:
    """Whose roles a filter is about, and what else it asks of them."""
    operands = filtered.operands if isinstance(filtered, And) else (filtered,)
    mine = [part for part in operands if isinstance(part, Comparison) and part.path.segments == ("principalId",)]
    others = tuple(part for part in operands if part not in mine)
    if len(mine) != 1 or any("principalId" in properties(part) for part in others):
        # Unverified: the sentence; the page knows filters on one principal only.
        raise unsupported_query()
    return str(mine[0].literal.value), And(others) if len(others) > 1 else next(iter(others), None)


def eligibilities(call: Call) -> Reply:
    """`/roleManagement/directory/roleEligibilityScheduleInstances`."""
    _require_privileged(call)
    path = "roleManagement/directory/roleEligibilityScheduleInstances"
    return many(call, "unifiedRoleEligibilityScheduleInstance", call.world.role_eligibilities, path)


def my_eligibilities(call: Call) -> Reply:
    """`/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')`."""
    mine = _of_caller(call, call.world.role_eligibilities)
    kind = "unifiedRoleEligibilityScheduleInstance"
    return many(call, kind, mine, f"Collection({kind})")


def active_assignments(call: Call) -> Reply:
    """`/roleManagement/directory/roleAssignmentScheduleInstances`."""
    _require_privileged(call)
    instances = [_instance(assignment) for assignment in call.world.role_assignments]
    path = "roleManagement/directory/roleAssignmentScheduleInstances"
    return many(call, "unifiedRoleAssignmentScheduleInstance", instances, path)


def my_active_assignments(call: Call) -> Reply:
    """`/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')`."""
    mine = [_instance(assignment) for assignment in _of_caller(call, call.world.role_assignments)]
    kind = "unifiedRoleAssignmentScheduleInstance"
    return many(call, kind, mine, f"Collection({kind})")


def _of_caller(call: Call, schedules: list[Wire]) -> list[Wire]:
    require_member(call.world, call.caller)
    if call.keys["on"].casefold() != "principal":
        # Unverified: the sentence; "approver" and others mean nothing for instances.
        raise bad_request("Invalid value for parameter 'on'.")
    principals = _with_groups(call, str(call.caller.user))
    return [schedule for schedule in schedules if schedule["principalId"] in principals]


def _the_role(call: Call) -> Wire:
    require_member(call.world, call.caller)
    wanted = next(iter(call.keys.values())).lower()
    for role in _all(call.world):
        if wanted in {role["id"], role["roleTemplateId"]} and wanted == role[_key_property(call)]:
            return role
    raise not_found(wanted)


def _key_property(call: Call) -> str:
    return "id" if "id" in call.keys else "roleTemplateId"


def _with_groups(call: Call, principal: str) -> set[str]:
    """The ids of a principal and of the groups it is in."""
    groups = relations.transitive_member_of(call.world, principal)
    return {principal, *(thing["id"] for entity, thing in groups if entity == "group")}


def _require_privileged(call: Call) -> None:
    """Raise `GraphError` 403 for people without a role that Privileged Identity Management answers to.

    Unverified: code and sentence.
    """
    require_member(call.world, call.caller)
    caller = call.caller
    if caller.user and _MAY_READ_PRIVILEGED_IDENTITIES.isdisjoint(roles.roles_over(call.world, caller.user)):
        raise denied()


def _all(world: World) -> list[Wire]:
    return [relations.directory_role(world, template) for template in roles.NAMES]


def _instance(assignment: Wire) -> Wire:
    return {
        "id": assignment["id"],
        "principalId": assignment["principalId"],
        "roleDefinitionId": assignment["roleDefinitionId"],
        "directoryScopeId": assignment["directoryScopeId"],
        "appScopeId": None,
        "startDateTime": None,
        "endDateTime": None,
        "assignmentType": "Assigned",
        "memberType": "Direct",
        "roleAssignmentOriginId": assignment["id"],
        "roleAssignmentScheduleId": assignment["id"],
    }
