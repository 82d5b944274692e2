"""`PATCH /groups/{id}`.

https://learn.microsoft.com/graph/api/group-update
"""

from bot.sandbox.graph import relations
from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import NO_CONTENT, Call, Reply
from bot.sandbox.graph.reads.groups import the_group
from bot.sandbox.graph.rights.changes import Change, require_change
from bot.sandbox.graph.state.dynamic_membership import evaluate_later
from bot.sandbox.graph.writes.group_properties import (
    IN_EXCHANGE,
    MEMBERSHIP_RULE,
    MOST_REFERENCES,
    REFERENCES,
    check,
)
from bot.sandbox.graph.writes.locks import require_not_archived, require_unlocked
from bot.sandbox.graph.writes.references import add, require_static
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire, World


def change_group(call: Call) -> Reply:
    """Change properties, and add up to twenty members or owners, all or nothing."""
    body = call.json()
    group = the_group(call)
    changes = check(group, body)
    _require_rights(call, group, changes)
    require_unlocked(group)
    require_not_archived(call.world, group, changes)
    _require_sense(call.world, group, changes)
    _add_references(call, group, changes)
    _set(call.world, group, {name: value for name, value in changes.items() if name not in REFERENCES})
    if not IN_EXCHANGE.isdisjoint(changes):
        return one(call, "group", call.world.groups[group["id"]], "groups/$entity")
    return NO_CONTENT


def _require_rights(call: Call, group: Wire, changes: Wire) -> None:
    wanted = {
        Change.MEMBERS: "members@odata.bind" in changes,
        Change.OWNERS: "owners@odata.bind" in changes,
        Change.MEMBERSHIP_RULE: not MEMBERSHIP_RULE.isdisjoint(changes),
        Change.PROPERTIES: not (REFERENCES | MEMBERSHIP_RULE).issuperset(changes) or not changes,
    }
    for change, asked in wanted.items():
        if asked:
            require_change(call.world, call.caller, group, change)


def _require_sense(world: World, group: Wire, changes: Wire) -> None:
    """Raise `GraphError` 400 for values this group can't have. Unverified: the sentences."""
    unified = "Unified" in group["groupTypes"]
    if not unified and not (IN_EXCHANGE | {"visibility", "theme", "preferredDataLocation"}).isdisjoint(changes):
        raise bad_request("The property is only supported for Microsoft 365 groups.")
    if "visibility" in changes and group["visibility"] == "HiddenMembership":
        raise bad_request("Property 'visibility' can't be changed for a group with hidden membership.")
    if "groupTypes" in changes and ("Unified" in changes["groupTypes"]) is not unified:
        raise bad_request("The type of a group can't be changed.")
    if group["isAssignableToRole"] and "DynamicMembership" in changes.get("groupTypes", ()):
        raise bad_request("A role-assignable group can't have a membership rule.")
    if _taken(world, group, changes.get("mailNickname")):
        raise bad_request("Another object with the same value for property mailNickname already exists.")


def _taken(world: World, group: Wire, nickname: str | None) -> bool:
    return nickname is not None and any(
        (other["mailNickname"] or "").casefold() == nickname.casefold() and other["id"] != group["id"]
        for other in world.groups.values()
    )


def _add_references(call: Call, group: Wire, changes: Wire) -> None:
    for side in ("members", "owners"):
        references = changes.get(f"{side}@odata.bind")
        if references is None:
            continue
        require_static(group, side)
        if len(references) > MOST_REFERENCES:
            # Unverified: the sentence.
            raise bad_request(f"The number of references in '{side}@odata.bind' exceeds {MOST_REFERENCES}.")
        add(call, group, side, references)


def _set(world: World, group: Wire, changes: Wire) -> None:
    changed = group | changes
    world.groups[group["id"]] = changed
    if group["id"] in world.teams and {"displayName", "description"} & changes.keys():
        same = {name: changed[name] for name in ("displayName", "description")}
        world.teams[group["id"]] = world.teams[group["id"]] | same
    if relations.is_dynamic(changed) and not relations.is_dynamic(group):
        # Becoming dynamic starts from nobody.
        world.members[group["id"]] = []
    if relations.is_dynamic(changed) and not MEMBERSHIP_RULE.isdisjoint(changes):
        evaluate_later(world, group["id"])
    if not relations.is_dynamic(changed) and relations.is_dynamic(group):
        world.groups[group["id"]] = world.groups[group["id"]] | {"membershipRuleProcessingStatus": None}
