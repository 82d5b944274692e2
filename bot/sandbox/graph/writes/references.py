"""Adding and removing members and owners, one reference at a time or a few in a PATCH.

https://learn.microsoft.com/graph/api/group-post-members
https://learn.microsoft.com/graph/api/group-post-owners
"""

import re
from collections.abc import Sequence
from typing import Literal

from bot.sandbox.graph import relations
from bot.sandbox.graph.call import NO_CONTENT, Call, Reply, denied, not_found
from bot.sandbox.graph.reads.groups import object_id, the_group
from bot.sandbox.graph.rights.changes import Change, may_leave, require_change
from bot.sandbox.graph.state.license_processing import process_later
from bot.sandbox.graph.writes.guests import require_welcome
from bot.sandbox.graph.writes.locks import require_unlocked
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire, World

Side = Literal["members", "owners"]

_CHANGES = {"members": Change.MEMBERS, "owners": Change.OWNERS}
_MOST_OWNERS = 100
_REFERENCE = re.compile(r"https?://[^?#]+/(?:v1\.0|beta)/(?:directoryObjects|users|groups|servicePrincipals)/([^/?#]+)")


def add_member(call: Call) -> Reply:
    """`POST /groups/{id}/members/$ref`."""
    return _add_one(call, "members")


def add_owner(call: Call) -> Reply:
    """`POST /groups/{id}/owners/$ref`."""
    return _add_one(call, "owners")


def remove_member(call: Call) -> Reply:
    """`DELETE /groups/{id}/members/{member}/$ref`."""
    return _remove(call, "members")


def remove_owner(call: Call) -> Reply:
    """`DELETE /groups/{id}/owners/{member}/$ref`; the last owner who is a user stays."""
    return _remove(call, "owners")


def add(call: Call, group: Wire, side: Side, references: Sequence[object]) -> None:
    """Add everybody referred to, or nobody; raises `GraphError` 400, 403 or 404."""
    world = call.world
    wanted = [_referred(world, reference) for reference in references]
    for entity, thing in wanted:
        _require_fit(group, side, entity, thing)
        require_welcome(call, group, side, thing)
    there = _lists(world, side).get(group["id"], [])
    new = [thing["id"] for _, thing in wanted]
    if not set(new).isdisjoint(there) or len(set(new)) < len(new):
        raise bad_request(
            f"One or more added object references already exist for the following modified properties: '{side}'."
        )
    if side == "owners" and len(there) + len(new) > _MOST_OWNERS:
        # Unverified: the sentence.
        raise bad_request(f"The number of owners exceeds the maximum of {_MOST_OWNERS}.")
    _set(world, group, side, [*there, *new])


def require_static(group: Wire, side: Side) -> None:
    """Raise `GraphError` 403 for the members of a group whose members follow a rule.

    https://learn.microsoft.com/troubleshoot/entra/entra-id/users-groups-entra-apis/authorization-requestdenied-403-error-add-user-group
    """
    if side == "members" and relations.is_dynamic(group):
        raise denied()


def _add_one(call: Call, side: Side) -> Reply:
    body = call.json()
    group = _changeable(call, side)
    add(call, group, side, [body.get("@odata.id")])
    return NO_CONTENT


def _remove(call: Call, side: Side) -> Reply:
    identifier = object_id(call.keys["member"])
    group = _changeable(call, side, leaving=identifier)
    there = _lists(call.world, side).get(group["id"], [])
    if identifier not in there and relations.find(call.world, identifier) is None:
        raise not_found(identifier)
    if identifier not in there:
        raise bad_request(
            f"One or more removed object references do not exist for the following modified properties: '{side}'."
        )
    if side == "owners" and not group["isAssignableToRole"] and _is_last_user(call.world, there, identifier):
        raise bad_request("The group must have at least one owner, hence this owner cannot be removed.")
    _set(call.world, group, side, [other for other in there if other != identifier])
    return NO_CONTENT


def _changeable(call: Call, side: Side, *, leaving: str | None = None) -> Wire:
    """The group, if the caller may change this side of it, or only themselves go; raises `GraphError` 400 or 403."""
    group = the_group(call)
    oneself = side == "members" and leaving == call.caller.user
    if not (leaving and oneself and may_leave(call.world, group, leaving)):
        require_change(call.world, call.caller, group, _CHANGES[side])
    require_unlocked(group)
    require_static(group, side)
    return group


def _set(world: World, group: Wire, side: Side, ids: list[str]) -> None:
    _lists(world, side)[group["id"]] = ids
    if side == "members" and group["assignedLicenses"]:
        process_later(world, group["id"])


def _is_last_user(world: World, owners: list[str], identifier: str) -> bool:
    """Whether nobody but apps would own the group; with or without them, some user must.

    Role-assignable groups are exempt, as people have seen.
    https://learn.microsoft.com/graph/api/group-delete-owners
    https://github.com/microsoftgraph/msgraph-metadata/issues/653
    """
    return [owner for owner in owners if owner in world.users] == [identifier]


def _lists(world: World, side: Side) -> dict[str, list[str]]:
    return world.members if side == "members" else world.owners


def _referred(world: World, reference: object) -> relations.Typed:
    match = _REFERENCE.fullmatch(reference) if isinstance(reference, str) else None
    if match is None:
        # Unverified: the sentence.
        raise bad_request("Invalid URL format specified in @odata.id for resource reference.")
    identifier = object_id(match[1])
    found = relations.find(world, identifier)
    if found is None or found[0] == "administrativeUnit":
        raise not_found(identifier)
    return found


def _require_fit(group: Wire, side: Side, entity: str, thing: Wire) -> None:
    """Raise `GraphError` 400 for a kind of object this group can't have there. Unverified: the sentence."""
    if side == "owners":
        fits = entity in {"user", "servicePrincipal"}
    elif "Unified" in group["groupTypes"]:
        fits = entity == "user"
    elif group["isAssignableToRole"]:
        fits = entity in {"user", "servicePrincipal"}
    else:
        fits = thing["id"] != group["id"]
    if not fits:
        raise bad_request(f"An invalid operation was included in the following modified references: '{side}'.")
