"""Administrative units."""

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights.visibility import require_member
from bot.sandbox.world import Wire


def units(call: Call) -> Reply:
    """`/directory/administrativeUnits`."""
    require_member(call.world, call.caller)
    found = list(call.world.administrative_units.values())
    return many(call, "administrativeUnit", found, "administrativeUnits")


def unit(call: Call) -> Reply:
    """`/directory/administrativeUnits/{id}`."""
    return one(call, "administrativeUnit", _the_unit(call), "administrativeUnits/$entity")


def unit_members(call: Call) -> list[Typed]:
    """The users and groups in the unit, none when its membership is hidden from the caller."""
    found = _the_unit(call)
    if found["visibility"] == "HiddenMembership" and not call.caller.may("Member.Read.Hidden"):
        return []
    return relations.existing(call.world, call.world.unit_members.get(found["id"], ()))


def _the_unit(call: Call) -> Wire:
    require_member(call.world, call.caller)
    found = call.world.administrative_units.get(call.keys["id"].lower())
    if found is None:
        raise not_found(call.keys["id"])
    return found
