"""Settings of Microsoft 365 groups: the tenant's, and what single groups have otherwise.

https://learn.microsoft.com/graph/api/group-list-settings
"""

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.reads.groups import the_group
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.world import Wire


def tenant_settings(call: Call) -> Reply:
    """`/groupSettings`: empty where nobody ever changed what Microsoft set."""
    return many(call, "groupSetting", _of(call, call.world.tenant), "groupSettings")


def tenant_setting(call: Call) -> Reply:
    """`/groupSettings/{id}`."""
    return one(call, "groupSetting", _the(call, call.world.tenant), "groupSettings/$entity")


def settings_of_group(call: Call) -> Reply:
    """`/groups/{id}/settings`."""
    group = the_group(call)["id"]
    return many(call, "groupSetting", _of(call, group), f"groups('{group}')/settings")


def setting_of_group(call: Call) -> Reply:
    """`/groups/{id}/settings/{id}`."""
    group = the_group(call)["id"]
    return one(call, "groupSetting", _the(call, group), f"groups('{group}')/settings/$entity")


def _of(call: Call, owner: str) -> list[Wire]:
    require_member(call.world, call.caller)
    return call.world.group_settings.get(owner, [])


def _the(call: Call, owner: str) -> Wire:
    identifier = call.keys["setting"]
    found = [setting for setting in _of(call, owner) if setting["id"] == identifier.lower()]
    if not found:
        raise not_found(identifier)
    return found[0]
