"""Teams: a Microsoft 365 group's team and what is going on with it."""

from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import Call, Reply
from bot.sandbox.graph.reads.groups import object_id
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.rights.visibility import belongs_to
from bot.sandbox.odata.errors import GraphError
from bot.sandbox.world import Wire

_SEE_EVERY_TEAM = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.GLOBAL_READER, roles.TEAMS_ADMINISTRATOR})


def team(call: Call) -> Reply:
    """`/teams/{id}` and `/groups/{id}/team`."""
    return one(call, "team", the_team(call), "teams/$entity")


def operation(call: Call) -> Reply:
    """`/teams/{id}/operations/{operation}`: how far archiving or unarchiving has come."""
    found = call.server.operations.get(call.keys["operation"])
    if found is None or found["targetResourceId"] != the_team(call)["id"]:
        raise GraphError(404, "NotFound", "Operation not found.")
    return Reply(body={"@odata.context": call.context("teams('{}')/operations/$entity"), **found})


def the_team(call: Call) -> Wire:
    """The team the path names; raises `GraphError` 403 or 404.

    Unverified: both sentences, and that a private team is closed to people who aren't in it.
    """
    identifier = object_id(call.keys["id"])
    found = call.world.teams.get(identifier)
    if found is None or identifier not in call.world.groups:
        raise GraphError(404, "NotFound", f"No team found with Group Id {identifier}")
    if found["visibility"] != "public" and not _sees(call, identifier):
        raise GraphError(403, "Forbidden", "User is not a member of the team.")
    return found


def _sees(call: Call, identifier: str) -> bool:
    if call.caller.user is None or belongs_to(call.world, call.caller, identifier):
        return True
    return not roles.roles_over(call.world, call.caller.user, identifier).isdisjoint(_SEE_EVERY_TEAM)
