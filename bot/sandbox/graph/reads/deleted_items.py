"""Deleted groups, as long as they can be restored.

https://learn.microsoft.com/graph/api/resources/directory
"""

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.reads.groups import object_id
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.odata.errors import bad_request
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


def owned_by_user(call: Call) -> Reply:
    """`POST /directory/deletedItems/getUserOwnedObjects`: the deleted groups somebody owns, by their ids, all at once.

    Unverified: that any member may ask, whomever about, and the sentence for another type; no deleted app is kept here.
    https://learn.microsoft.com/graph/api/directory-deleteditems-getuserownedobjects
    """
    require_member(call.world, call.caller)
    asked = call.json()
    if asked.get("type") not in {"Group", "Application"} or not isinstance(asked.get("userId"), str):
        raise bad_request("Invalid value specified for property 'type' of resource 'User'.")
    owner = str(asked["userId"]).lower()
    deleted = sorted(call.world.deleted_groups.items()) if asked["type"] == "Group" else []
    theirs = [group for id, group in deleted if owner in call.world.owners.get(id, ())]
    found = [{"@odata.type": "#microsoft.graph.group", **group} for group in theirs]
    return Reply(body={"@odata.context": call.context("directoryObjects"), "value": found})


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
