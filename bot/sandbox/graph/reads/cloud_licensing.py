"""The second licence store of a group, which only beta knows.

https://learn.microsoft.com/graph/api/resources/cloudlicensing-groupcloudlicensing?view=graph-rest-beta
"""

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.reads.groups import the_group
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.graph.state.group_licenses import cloud_assignments
from bot.sandbox.world import Wire

_ASSIGNMENT = "cloudLicensing.assignment"


def assignments(call: Call) -> Reply:
    """`/groups/{id}/cloudLicensing/assignments`."""
    require_member(call.world, call.caller)
    found = cloud_assignments(call.world, the_group(call)["id"])
    return many(call, _ASSIGNMENT, found, _context(call))


def assignment(call: Call) -> Reply:
    """`/groups/{id}/cloudLicensing/assignments/{id}`."""
    return one(call, _ASSIGNMENT, the_assignment(call), f"{_context(call)}/$entity")


def allotment(call: Call) -> Reply:
    """`/groups/{id}/cloudLicensing/assignments/{id}/allotment`."""
    found = the_assignment(call)["allotment"]
    return one(call, "cloudLicensing.allotment", found, f"{_context(call)}('{call.keys['assignment']}')/allotment")


def the_assignment(call: Call) -> Wire:
    """The assignment the path names, if it is the group's; raises `GraphError` 403 or 404."""
    require_member(call.world, call.caller)
    group, identifier = the_group(call)["id"], call.keys["assignment"]
    found = [each for each in cloud_assignments(call.world, group) if each["id"] == identifier]
    if not found:
        raise not_found(identifier)
    return found[0]


def _context(call: Call) -> str:
    return f"groups('{call.keys['id']}')/cloudLicensing/assignments"
