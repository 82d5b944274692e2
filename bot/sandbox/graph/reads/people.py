"""Users, and what belongs to the person asking."""

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, denied, not_found
from bot.sandbox.graph.relations import Typed
from bot.sandbox.graph.rights.scopes import READ_USER, Access
from bot.sandbox.graph.rights.visibility import Kind, kind_of, profile_of_others, user_as_seen
from bot.sandbox.odata.expression import properties
from bot.sandbox.odata.search import searched
from bot.sandbox.world import Wire


def me(call: Call) -> Reply:
    """`/me`."""
    return one(call, "user", myself(call), "users/$entity")


def user(call: Call) -> Reply:
    """`/users/{id or user principal name}`."""
    found = somebody(call)
    return one(call, "user", user_as_seen(call.world, call.caller, found), "users/$entity")


def users(call: Call) -> Reply:
    """`/users`."""
    return many(call, "user", visible_users(call), "users")


def visible_users(call: Call) -> list[Wire]:
    """Everybody; guests must search for somebody, restricted guests see themselves only."""
    require_search(call)
    _require_readable(call)
    everybody = call.world.users.values()
    if kind_of(call.world, call.caller) is Kind.RESTRICTED_GUEST:
        return [person for person in everybody if person["id"] == call.caller.user]
    return [user_as_seen(call.world, call.caller, person) for person in everybody]


def require_search(call: Call) -> None:
    """Raise `GraphError` 403 when a guest asks for everything: guests may look something up, not enumerate.

    Unverified: that a filter is what makes the difference.
    """
    looked_up = "$filter" in call.params or "$search" in call.params
    if kind_of(call.world, call.caller) is not Kind.MEMBER and not looked_up:
        raise denied()


def _require_readable(call: Call) -> None:
    """Raise `GraphError` 403 when people are to be found by what the caller can't read of them.

    With `User.ReadBasic.All` alone a filter on `accountEnabled` is refused, not answered with nobody:
    https://github.com/microsoftgraph/microsoft-graph-toolkit/issues/2602
    Unverified: that this goes for every property outside the basic profile, for `$search`, and for guests.
    """
    query, readable = call.query(), profile_of_others(call.world, call.caller)
    filtered = set(properties(query.filter)) if query.filter else set[str]()
    asked = filtered | (set(searched(query.search)) if query.search else set[str]())
    if readable is not None and not asked <= readable:
        raise denied()


def myself(call: Call) -> Wire:
    """The person asking; apps never get here, the route has no application permission."""
    return call.world.users[str(call.caller.user)]


def somebody(call: Call, access: Access = READ_USER) -> Wire:
    """The user the path names, who may be the person asking; raises `GraphError` 403 or 404.

    `access` is the route's: of its permissions those about oneself say nothing of others, not even whether they exist.
    """
    name = call.keys["id"]
    everybody = call.world.users
    by_name = (person for person in everybody.values() if person["userPrincipalName"].casefold() == name.casefold())
    found = everybody.get(name.lower()) or next(by_name, None)
    if found and found["id"] == call.caller.user:
        return found
    if not access.about_others().allows(call.caller) or kind_of(call.world, call.caller) is Kind.RESTRICTED_GUEST:
        raise access.denied()
    if found is None:
        raise not_found(name)
    return found


def direct(call: Call, person: Wire) -> list[Typed]:
    """What the person is a direct member of."""
    return _visible(call, person, relations.member_of(call.world, person["id"]))


def transitive(call: Call, person: Wire) -> list[Typed]:
    """What the person belongs to, directly or through groups."""
    return _visible(call, person, relations.transitive_member_of(call.world, person["id"]))


def owned(call: Call, person: Wire) -> list[Typed]:
    """The groups the person owns."""
    return relations.owned_groups(call.world, person["id"])


def _visible(call: Call, person: Wire, belongs_to: list[Typed]) -> list[Typed]:
    """Somebody else's membership of a group with hidden membership isn't shown."""
    if person["id"] == call.caller.user or call.caller.may("Member.Read.Hidden"):
        return belongs_to
    return [(entity, thing) for entity, thing in belongs_to if thing.get("visibility") != "HiddenMembership"]
