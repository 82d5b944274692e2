"""Deleted people, as long as they can be restored.

https://learn.microsoft.com/graph/api/resources/deleteditemcontainer
"""

from bot.sandbox.graph.answering import counted, many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.reads import deleted_items
from bot.sandbox.graph.reads.groups import object_id
from bot.sandbox.graph.rights.scopes import READ_DELETED, READ_DELETED_USERS, require
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.world import Wire


def deleted_users(call: Call) -> Reply:
    """`/directory/deletedItems/graph.user`."""
    return many(call, "user", _everybody(call), "users")


def how_many(call: Call) -> Reply:
    """`/directory/deletedItems/graph.user/$count`."""
    return counted(call, "user", _everybody(call))


def deleted_user(call: Call) -> Reply:
    """`/directory/deletedItems/{id}/graph.user`."""
    identifier = object_id(call.keys["id"])
    found = next((person for person in _everybody(call) if person["id"] == identifier), None)
    if found is None:
        raise not_found(identifier)
    return one(call, "user", found, "users/$entity")


def deleted_item(call: Call) -> Reply:
    """`/directory/deletedItems/{id}`: whatever it was, a person or a group.

    Raises `GraphError` 403 when the permission in the token is for the other type.
    """
    person = call.world.deleted_users.get(object_id(call.keys["id"]))
    require(READ_DELETED_USERS if person else READ_DELETED, call.caller)
    if person is None:
        return deleted_items.deleted_item(call)
    require_member(call.world, call.caller)
    return one(call, "user", person, "directoryObjects/$entity", typed=True)


def _everybody(call: Call) -> list[Wire]:
    """Everybody deleted and not yet gone. Unverified: that any member may look at them."""
    require_member(call.world, call.caller)
    return list(call.world.deleted_users.values())
