"""Deleted groups, as long as they can be restored.

https://learn.microsoft.com/graph/api/resources/directory
"""

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.reads.groups import object_id
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.world import Wire


def deleted_groups(call: Call) -> Reply:
    """`/directory/deletedItems/graph.group`."""
    require_member(call.world, call.caller)
    return many(call, "group", list(call.world.deleted_groups.values()), "groups")


def deleted_group(call: Call) -> Reply:
    """`/directory/deletedItems/{id}/graph.group`."""
    return one(call, "group", the_deleted_group(call), "groups/$entity")


def deleted_item(call: Call) -> Reply:
    """`/directory/deletedItems/{id}`: the same, among objects of any type."""
    return one(call, "group", the_deleted_group(call), "directoryObjects/$entity", typed=True)


def the_deleted_group(call: Call) -> Wire:
    """The deleted group the path names; raises `GraphError` 403 or 404.

    Unverified: that any member may look at deleted groups.
    """
    require_member(call.world, call.caller)
    identifier = object_id(call.keys["id"])
    found = call.world.deleted_groups.get(identifier)
    if found is None:
        raise not_found(identifier)
    return found
