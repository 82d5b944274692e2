"""Where a group is mastered: read it, move it to the cloud, and roll that back.

https://learn.microsoft.com/graph/api/resources/onpremisessyncbehavior
https://learn.microsoft.com/entra/identity/hybrid/concept-source-of-authority-overview
"""

from datetime import timedelta

from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import NO_CONTENT, Call, Reply, denied, invalid_value
from bot.sandbox.graph.reads.groups import the_group
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.state.settle import later
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire, World

_MAY_CHANGE = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.HYBRID_IDENTITY_ADMINISTRATOR})
# Unverified: the page asks for Hybrid Administrator even to read; that Global Reader may read too is assumed.
_MAY_READ = _MAY_CHANGE | {roles.GLOBAL_READER}


SETTLES_AFTER = timedelta(seconds=90)
"""How long a group that moves to the cloud still says that it is synced. Unverified: one or two minutes."""


def is_mastered_on_premises(group: Wire) -> bool:
    """Whether the cloud refuses to change the group; one being rolled back stays editable until the next cycle.

    So does a group on its way to the cloud, which is synced and managed by the cloud at the same time.
    """
    return group["onPremisesSyncEnabled"] is True


def sync_behavior(call: Call) -> Reply:
    """`GET /groups/{id}/onPremisesSyncBehavior`."""
    _require(call, _MAY_READ)
    found = the_group(call)
    behavior = {"id": found["id"], "isCloudManaged": found["id"] in call.world.cloud_managed}
    return one(call, "onPremisesSyncBehavior", behavior, f"groups('{found['id']}')/onPremisesSyncBehavior/$entity")


def change_sync_behavior(call: Call) -> Reply:
    """`PATCH /groups/{id}/onPremisesSyncBehavior`."""
    wanted = _wanted(call)
    _require(call, _MAY_CHANGE)
    found = the_group(call)
    _require_origin(found)
    if wanted:
        _move_to_cloud(call.world, found["id"])
    else:
        # Active Directory takes over in the next sync cycle; until then `onPremisesSyncEnabled` stays null.
        call.world.cloud_managed.discard(found["id"])
    return NO_CONTENT


def _wanted(call: Call) -> bool:
    body = call.json()
    unknown = [name for name in body if name != "isCloudManaged" and not name.startswith("@odata.")]
    if unknown:
        raise bad_request(f"Property '{unknown[0]}' is read-only and cannot be set.")
    wanted = body.get("isCloudManaged")
    if not isinstance(wanted, bool):
        raise invalid_value("isCloudManaged", "OnPremisesSyncBehavior")
    return wanted


def _require_origin(group: Wire) -> None:
    """Raise `GraphError` 400 for a group that never came from Active Directory, whichever way it is to go."""
    if not (group["onPremisesSyncEnabled"] or group["onPremisesSecurityIdentifier"]):
        # Unverified: the sentence.
        raise bad_request("The source of authority can only be changed for objects synchronized from on-premises.")


def _move_to_cloud(world: World, group: str) -> None:
    """The cloud takes over at once, but the group stays locked until it no longer says that it is synced.

    A group that is on its way already isn't hurried: a company file can hold one that is stuck there.
    """
    if group not in world.cloud_managed:
        world.cloud_managed.add(group)
        later(world, SETTLES_AFTER, lambda world: _arrive(world, group))


def _arrive(world: World, group: str) -> None:
    if group in world.groups and group in world.cloud_managed:
        world.groups[group] = world.groups[group] | {"onPremisesSyncEnabled": None}


def _require(call: Call, sufficient: frozenset[str]) -> None:
    caller = call.caller
    if caller.user is not None and roles.roles_over(call.world, caller.user).isdisjoint(sufficient):
        raise denied()
