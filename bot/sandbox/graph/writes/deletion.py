"""Deleting a group and bringing it back.

https://learn.microsoft.com/graph/api/group-delete
https://learn.microsoft.com/graph/api/directory-deleteditems-restore
"""

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import NO_CONTENT, Call, Reply
from bot.sandbox.graph.reads.deleted_items import the_deleted_group
from bot.sandbox.graph.reads.groups import the_group
from bot.sandbox.graph.rights.changes import Change, require_change
from bot.sandbox.graph.state.dynamic_membership import evaluate_later
from bot.sandbox.graph.state.soft_delete import restore, soft_delete
from bot.sandbox.graph.writes.locks import require_unlocked
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire


def delete_group(call: Call) -> Reply:
    """`DELETE /groups/{id}`: Microsoft 365 and security groups can be restored for thirty days.

    Unverified: that Graph refuses to delete a group mastered on-premises, and with which sentence.
    """
    group = the_group(call)
    require_change(call.world, call.caller, group, Change.DELETE)
    require_unlocked(group)
    if _is_licensed(group):
        # Unverified: status and code; the sentence is the sync engine's.
        raise bad_request(
            "Unable to delete the group because there is a product license assigned to the group. "
            "To delete this group, remove any product licenses first."
        )
    soft_delete(call.world, group["id"])
    return NO_CONTENT


def restore_item(call: Call) -> Reply:
    """`POST /directory/deletedItems/{id}/restore`."""
    if call.body:
        call.json()
    group = the_deleted_group(call)
    require_change(call.world, call.caller, group, Change.RESTORE)
    restore(call.world, group["id"])
    if relations.is_dynamic(group):
        call.world.members[group["id"]] = []
        evaluate_later(call.world, group["id"])
    return one(call, "group", call.world.groups[group["id"]], "directoryObjects/$entity", typed=True)


def _is_licensed(group: Wire) -> bool:
    processing: Wire | None = group["licenseProcessingState"]
    busy = processing is not None and processing["state"] in {"QueuedForProcessing", "ProcessingInProgress"}
    return busy or bool(group["assignedLicenses"])
