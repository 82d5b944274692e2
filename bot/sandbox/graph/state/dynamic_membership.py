"""Groups whose members follow a rule; the rule is evaluated some minutes after it changes.

https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
"""

from datetime import timedelta

from bot.sandbox.graph.state.group_licenses import reconcile
from bot.sandbox.graph.state.membership_rule import matcher
from bot.sandbox.graph.state.settle import later
from bot.sandbox.world import Wire, World, wire_moment

EVALUATED_AFTER = timedelta(minutes=5)
"""Unverified: small tenants take minutes, large ones half an hour, the first time up to a day."""


def evaluate_later(world: World, group: str) -> None:
    """Have the group's rule decide its members in a while; until then the status says that it runs."""
    properties = world.groups[group]
    # A paused rule has no status.
    status = _status("Running", _last_updated(properties)) if _is_on(properties) else None
    world.groups[group] = properties | {"membershipRuleProcessingStatus": status}
    later(world, EVALUATED_AFTER, lambda world: evaluate(world, group))


def evaluate(world: World, group: str) -> None:
    """Let the rule decide the members now; paused groups and rules this company can't read keep what they have."""
    properties = world.groups.get(group)
    if properties is None or "DynamicMembership" not in properties["groupTypes"] or not _is_on(properties):
        return
    rule = matcher(properties["membershipRule"] or "")
    if rule:
        world.members[group] = [user["id"] for user in world.users.values() if rule(user)]
        status = _status("Succeeded", wire_moment(world.clock.now()))
    else:
        # Unverified: the sentence.
        status = _status("Failed", _last_updated(properties), "The membership rule could not be evaluated.")
    world.groups[group] = properties | {"membershipRuleProcessingStatus": status}
    reconcile(world, group)


def _is_on(group: Wire) -> bool:
    return group["membershipRuleProcessingState"] == "On"


def _last_updated(group: Wire) -> str | None:
    status: Wire | None = group["membershipRuleProcessingStatus"]
    return status["lastMembershipUpdated"] if status else None


def _status(status: str, last_updated: str | None, error: str | None = None) -> Wire:
    return {"status": status, "errorMessage": error, "lastMembershipUpdated": last_updated}
