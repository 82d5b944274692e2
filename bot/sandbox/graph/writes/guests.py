"""Whether guests may come into a Microsoft 365 group, as its settings and the tenant's have it.

https://learn.microsoft.com/entra/identity/users/groups-settings-cmdlets
"""

from bot.sandbox.graph.call import Call, denied
from bot.sandbox.graph.rights.changes import Change, holds_a_role_for
from bot.sandbox.graph_objects.group_setting import GROUP_UNIFIED, GROUP_UNIFIED_GUEST
from bot.sandbox.world import Wire, World


def require_welcome(call: Call, group: Wire, side: str, thing: Wire) -> None:
    """Raise `GraphError` 403 for a guest whom the settings keep out, unless an administrator brings them.

    Unverified: status, code and sentence, and which administrators: those who may change members without owning.
    """
    is_guest = side == "members" and thing.get("userType") == "Guest"
    if not is_guest or "Unified" not in group["groupTypes"] or _welcome(call.world, group["id"]):
        return
    if not holds_a_role_for(call.world, call.caller, group, Change.MEMBERS):
        raise denied()


def _welcome(world: World, group: str) -> bool:
    """A group may keep guests out where the tenant lets them in; it can't let in whom the tenant keeps out."""
    return _allows(world, world.tenant, GROUP_UNIFIED) and _allows(world, group, GROUP_UNIFIED_GUEST)


def _allows(world: World, owner: str, template: str) -> bool:
    settings = [setting for setting in world.group_settings.get(owner, ()) if setting["templateId"] == template]
    values = [value for setting in settings for value in setting["values"] if value["name"] == "AllowToAddGuests"]
    return all((value["value"] or "true").casefold() != "false" for value in values)
