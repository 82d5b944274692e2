"""Groups, their members, owners and memberships."""

from uuid import UUID

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, denied, not_found
from bot.sandbox.graph.reads.people import require_search
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights.visibility import Kind, belongs_to, kind_of, sees_members
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire


def group(call: Call) -> Reply:
    """`/groups/{id}`."""
    return one(call, "group", the_group(call), "groups/$entity")


def groups(call: Call) -> Reply:
    """`/groups`."""
    return many(call, "group", visible_groups(call), "groups")


def visible_groups(call: Call) -> list[Wire]:
    """All groups; guests must search and don't find groups with hidden membership they aren't in."""
    require_search(call)
    if kind_of(call.world, call.caller) is Kind.RESTRICTED_GUEST:
        raise denied()
    return [found for found in call.world.groups.values() if not _hidden_from(call, found)]


def the_group(call: Call) -> Wire:
    """The group the path names, if the caller may know it; raises `GraphError` 400, 403 or 404."""
    identifier = object_id(call.keys["id"])
    if kind_of(call.world, call.caller) is Kind.RESTRICTED_GUEST:
        raise denied()
    found = call.world.groups.get(identifier)
    if found is None or _hidden_from(call, found):
        raise not_found(identifier)
    return found


def object_id(text: str) -> str:
    """An object id as Graph writes it; raises `GraphError` 400 when it isn't one."""
    try:
        return str(UUID(text))
    except ValueError:
        # Unverified: Graph's sentence.
        raise bad_request(f"Invalid object identifier '{text}'.") from None


def direct_members(call: Call) -> list[Typed]:
    """The direct members, none when membership is hidden from the caller."""
    found = the_group(call)
    return relations.members(call.world, found["id"]) if sees_members(call.world, call.caller, found) else []


def transitive_members(call: Call) -> list[Typed]:
    """Members of nested groups too."""
    found = the_group(call)
    return relations.transitive_members(call.world, found["id"]) if sees_members(call.world, call.caller, found) else []


def owners(call: Call) -> list[Typed]:
    """The owners Graph shows."""
    return relations.owners(call.world, the_group(call))


def member_of(call: Call) -> list[Typed]:
    """The groups and units the group is in."""
    return _without_hidden(call, relations.member_of(call.world, the_group(call)["id"]))


def transitive_member_of(call: Call) -> list[Typed]:
    """The groups and units the group is in, directly or not."""
    return _without_hidden(call, relations.transitive_member_of(call.world, the_group(call)["id"]))


def _hidden_from(call: Call, found: Wire) -> bool:
    guest = kind_of(call.world, call.caller) is not Kind.MEMBER
    return guest and found["visibility"] == "HiddenMembership" and not belongs_to(call.world, call.caller, found["id"])


def _without_hidden(call: Call, things: list[Typed]) -> list[Typed]:
    may = call.caller.may("Member.Read.Hidden")
    return [(entity, thing) for entity, thing in things if may or thing.get("visibility") != "HiddenMembership"]
