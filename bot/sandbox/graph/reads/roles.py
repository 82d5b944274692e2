"""Directory roles: the activated ones, their assignments and eligibilities."""

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire, World


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
    definitions = [roles.definition(template) for template in roles.NAMES]
    return many(call, "unifiedRoleDefinition", definitions, "roleManagement/directory/roleDefinitions")


def role_definition(call: Call) -> Reply:
    """`/roleManagement/directory/roleDefinitions/{template id}`."""
    require_member(call.world, call.caller)
    template = call.keys["id"].lower()
    if template not in roles.NAMES:
        raise not_found(template)
    found = roles.definition(template)
    return one(call, "unifiedRoleDefinition", found, "roleManagement/directory/roleDefinitions/$entity")


def role_assignments(call: Call) -> Reply:
    """`/roleManagement/directory/roleAssignments`: active ones; what a group holds isn't expanded."""
    require_member(call.world, call.caller)
    path = "roleManagement/directory/roleAssignments"
    return many(call, "unifiedRoleAssignment", call.world.role_assignments, path)


def eligibilities(call: Call) -> Reply:
    """`/roleManagement/directory/roleEligibilityScheduleInstances`."""
    require_member(call.world, call.caller)
    path = "roleManagement/directory/roleEligibilityScheduleInstances"
    return many(call, "unifiedRoleEligibilityScheduleInstance", call.world.role_eligibilities, path)


def my_eligibilities(call: Call) -> Reply:
    """The same, of the person asking."""
    mine = _of_caller(call, call.world.role_eligibilities)
    kind = "unifiedRoleEligibilityScheduleInstance"
    return many(call, kind, mine, f"Collection({kind})")


def active_assignments(call: Call) -> Reply:
    """`/roleManagement/directory/roleAssignmentScheduleInstances`."""
    require_member(call.world, call.caller)
    instances = [_instance(assignment) for assignment in call.world.role_assignments]
    path = "roleManagement/directory/roleAssignmentScheduleInstances"
    return many(call, "unifiedRoleAssignmentScheduleInstance", instances, path)


def my_active_assignments(call: Call) -> Reply:
    """The same, of the person asking."""
    mine = [_instance(assignment) for assignment in _of_caller(call, call.world.role_assignments)]
    kind = "unifiedRoleAssignmentScheduleInstance"
    return many(call, kind, mine, f"Collection({kind})")


def _of_caller(call: Call, schedules: list[Wire]) -> list[Wire]:
    require_member(call.world, call.caller)
    if call.keys["on"].casefold() != "principal":
        # Unverified: the sentence; "approver" and others mean nothing for instances.
        raise bad_request("Invalid value for parameter 'on'.")
    groups = relations.transitive_member_of(call.world, str(call.caller.user))
    principals = {call.caller.user, *(thing["id"] for entity, thing in groups if entity == "group")}
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
