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
from bot.sandbox.graph.state.expiry import renew
from bot.sandbox.graph.state.group_licenses import cloud_assignments, is_licensed
from bot.sandbox.graph.state.soft_delete import restore, soft_delete
from bot.sandbox.graph.writes.locks import require_unlocked
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire, World


def delete_group(call: Call) -> Reply:
    """`DELETE /groups/{id}`: Microsoft 365 and security groups can be restored for thirty days.

    Unverified: that Graph refuses to delete a group mastered on-premises, and with which sentence; and that licences
    are looked at before that, as they are in the sync engine's export (error 113).
    """
    group = the_group(call)
    require_change(call.world, call.caller, group, Change.DELETE)
    _require_no_licenses(call.world, group)
    require_unlocked(group)
    soft_delete(call.world, group["id"], call.now)
    return NO_CONTENT


def restore_item(call: Call) -> Reply:
    """`POST /directory/deletedItems/{id}/restore`."""
    if call.body:
        call.json()
    group = the_deleted_group(call)
    require_change(call.world, call.caller, group, Change.RESTORE)
    restore(call.world, group["id"])
    call.world.groups[group["id"]] = renew(call.world.groups[group["id"]], call.now)
    if relations.is_dynamic(group):
        call.world.members[group["id"]] = []
        evaluate_later(call.world, group["id"])
    return one(call, "group", call.world.groups[group["id"]], "directoryObjects/$entity", typed=True)


def _require_no_licenses(world: World, group: Wire) -> None:
    """Raise `GraphError` 400 while either licence store has something on the group, or still takes it back."""
    if is_licensed(group):
        # Unverified: status and code; the sentence is the sync engine's.
        raise bad_request(
            "Unable to delete the group because there is a product license assigned to the group. "
            "To delete this group, remove any product licenses first."
        )
    if cloud_assignments(world, group["id"]):
        # Unverified: the sentence. One public report says that it names an active modern license.
        raise bad_request("Unable to delete the group because it has an active modern license assigned.")
