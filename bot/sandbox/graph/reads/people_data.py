"""Whom people report to, and what other sources than Entra say of them.

https://learn.microsoft.com/graph/api/profile-list-positions
"""

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.reads.people import somebody
from bot.sandbox.graph.rights.scopes import READ_MANAGER, READ_POSITIONS
from bot.sandbox.graph.rights.visibility import require_member, user_as_seen


def manager(call: Call) -> Reply:
    """`/users/{id}/manager`: 404 when nobody is named."""
    found = call.world.users.get(call.world.managers.get(somebody(call, READ_MANAGER)["id"], ""))
    if found is None:
        raise not_found("manager")
    return one(call, "user", user_as_seen(call.world, call.caller, found), "directoryObjects/$entity", typed=True)


def positions(call: Call) -> Reply:
    """`/users/{id}/profile/positions`. Unverified: that guests may ask of themselves only."""
    person = somebody(call, READ_POSITIONS)
    if person["id"] != call.caller.user:
        require_member(call.world, call.caller)
    held = call.world.positions.get(person["id"], [])
    return many(call, "workPosition", held, f"users('{person['id']}')/profile/positions")


def profile_property_settings(call: Call) -> Reply:
    """`/admin/people/profilePropertySettings`."""
    require_member(call.world, call.caller)
    return many(
        call,
        "profilePropertySetting",
        call.world.profile_property_settings,
        "admin/people/profilePropertySettings",
    )
