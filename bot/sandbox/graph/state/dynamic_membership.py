"""Groups whose members follow a rule; the rule is evaluated some minutes after it changes.

https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
"""

import re
from collections.abc import Callable
from datetime import timedelta

from bot.sandbox.graph.state.settle import later
from bot.sandbox.world import Wire, World

EVALUATED_AFTER = timedelta(minutes=5)
"""Unverified: small tenants take minutes, large ones half an hour, the first time up to a day."""

_COMPARISON = re.compile(r'\(*\s*user\.(\w+)\s+-(eq|ne|startswith)\s+(?:"([^"]*)"|(true|false))\s*\)*', re.IGNORECASE)


def evaluate_later(world: World, group: str) -> None:
    """Have the group's rule decide its members in a while."""
    later(world, EVALUATED_AFTER, lambda world: evaluate(world, group))


def evaluate(world: World, group: str) -> None:
    """Let the rule decide the members now; paused groups and rules this company can't read keep what they have."""
    properties = world.groups.get(group)
    if properties is None or "DynamicMembership" not in properties["groupTypes"]:
        return
    rule = matcher(properties["membershipRule"] or "")
    if rule and properties["membershipRuleProcessingState"] == "On":
        world.members[group] = [user["id"] for user in world.users.values() if rule(user)]


def matcher(rule: str) -> Callable[[Wire], bool] | None:
    """What a rule of comparisons joined by `-and`, or by `-or`, says about a user; `None` for any other rule."""
    joined = any if re.search(r"\s-or\s", rule, re.IGNORECASE) else all
    if joined is any and re.search(r"\s-and\s", rule, re.IGNORECASE):
        return None
    found = [_COMPARISON.fullmatch(part.strip()) for part in re.split(r"\s-(?:and|or)\s", rule, flags=re.IGNORECASE)]
    if not all(found):
        return None
    return lambda user: joined(_holds(match, user) for match in found if match)


def _holds(comparison: re.Match[str], user: Wire) -> bool:
    name, operator, text, boolean = comparison.groups()
    properties = {key.casefold(): value for key, value in user.items()}
    value = str(properties.get(name.casefold(), "")).casefold()
    wanted = (boolean if text is None else text).casefold()
    tests = {"eq": value == wanted, "ne": value != wanted, "startswith": value.startswith(wanted)}
    return tests[operator.casefold()]
