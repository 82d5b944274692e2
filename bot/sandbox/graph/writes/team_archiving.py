"""Archiving and unarchiving a team: accepted at once, done a little later.

https://learn.microsoft.com/graph/api/team-archive
"""

from datetime import timedelta
from typing import Literal
from uuid import uuid4

from bot.sandbox.graph.call import Call, Reply, denied
from bot.sandbox.graph.reads.teams import the_team
from bot.sandbox.graph.rights import roles
from bot.sandbox.graph.state.settle import later
from bot.sandbox.world import World, wire_moment

DONE_AFTER = timedelta(seconds=20)
"""Unverified: how long Teams takes."""

_MAY_CHANGE = frozenset({roles.GLOBAL_ADMINISTRATOR, roles.TEAMS_ADMINISTRATOR})


def archive(call: Call) -> Reply:
    """`POST /teams/{id}/archive`."""
    if call.body:
        call.json()
    return _begin(call, "archiveTeam")


def unarchive(call: Call) -> Reply:
    """`POST /teams/{id}/unarchive`."""
    return _begin(call, "unarchiveTeam")


def _begin(call: Call, kind: Literal["archiveTeam", "unarchiveTeam"]) -> Reply:
    team = the_team(call)["id"]
    _require(call, team)
    operation = str(uuid4())
    operations = call.server.operations
    operations[operation] = {
        "id": operation,
        "operationType": kind,
        "createdDateTime": wire_moment(call.now),
        "status": "inProgress",
        "lastActionDateTime": wire_moment(call.now),
        "attemptsCount": 1,
        "targetResourceId": team,
        "targetResourceLocation": f"/teams('{team}')",
        "error": None,
    }

    def finish(world: World) -> None:
        done = {"status": "succeeded", "lastActionDateTime": wire_moment(world.clock.now())}
        operations[operation] = operations[operation] | done
        world.teams[team] = world.teams[team] | {"isArchived": kind == "archiveTeam"}

    later(call.world, DONE_AFTER, finish)
    location = f"/teams/{team}/operations/{operation}"
    return Reply(202, headers={"Location": location, "Content-Location": f"/teams/{team}"})


def _require(call: Call, team: str) -> None:
    user = call.caller.user
    if user is None or user in call.world.owners.get(team, ()):
        return
    # A Teams Administrator of a unit is one in the Microsoft 365 admin center only:
    # https://learn.microsoft.com/entra/identity/role-based-access-control/administrative-units
    if roles.roles_over(call.world, user).isdisjoint(_MAY_CHANGE):
        raise denied()
