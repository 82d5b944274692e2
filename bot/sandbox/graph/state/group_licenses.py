"""Licences that hang on a group: its direct members get them, and they keep the group from being deleted.

https://learn.microsoft.com/entra/identity/users/licensing-group-advanced
"""

from bot.sandbox.world import Wire, World, wire_moment

_BUSY = frozenset({"QueuedForProcessing", "ProcessingInProgress"})
_HELD = frozenset({"Active", "ActiveWithError"})


def is_licensed(group: Wire) -> bool:
    """Whether `assignedLicenses` has something, or what it had is still being taken from the members."""
    processing: Wire | None = group["licenseProcessingState"]
    return bool(group["assignedLicenses"]) or (processing is not None and processing["state"] in _BUSY)


def cloud_assignments(world: World, group: str) -> list[Wire]:
    """What the second licence store has assigned to the group; `assignedLicenses` doesn't know of it."""
    return [found for found in world.cloud_assignments.values() if found["assignedTo"] == group]


def reconcile(world: World, group: str) -> None:
    """Give direct members what the group gives now, and take from everybody what it no longer gives them.

    A product without a free seat becomes a state of error with the member, as Entra has it.
    """
    products = {license["skuId"]: license for license in world.groups[group]["assignedLicenses"]}
    members = set(world.members.get(group, ()))
    having = [user for user in world.users.values() if _by(group, user) or (products and user["id"] in members)]
    # Whoever leaves frees a seat for whoever comes.
    for user in sorted(having, key=lambda user: user["id"] in members):
        _settle_user(world, group, user, products if user["id"] in members else {})
    if having:
        in_error = any(state["state"] == "Error" for user in world.users.values() for state in _by(group, user))
        world.groups[group] = world.groups[group] | {"hasMembersWithLicenseErrors": in_error}


def _by(group: str, user: Wire) -> list[Wire]:
    return [state for state in user["licenseAssignmentStates"] if state["assignedByGroup"] == group]


def _settle_user(world: World, group: str, user: Wire, products: dict[str, Wire]) -> None:
    before = {state["skuId"]: state for state in _by(group, user)}
    others = [state for state in user["licenseAssignmentStates"] if state["assignedByGroup"] != group]
    states = [_state(world, group, user, license, before.get(sku)) for sku, license in products.items()]
    held = {state["skuId"] for state in (*others, *states) if state["state"] in _HELD}
    kept = [
        license for license in user["assignedLicenses"] if license["skuId"] in held or license["skuId"] not in before
    ]
    has = {license["skuId"] for license in kept}
    new = [license for sku, license in products.items() if sku in held and sku not in has]
    changes = {"licenseAssignmentStates": [*others, *states], "assignedLicenses": [*kept, *new]}
    world.users[user["id"]] = user | changes
    _count_seats(world, {*before, *products})


def _state(world: World, group: str, user: Wire, license: Wire, before: Wire | None) -> Wire:
    """How giving one product to one member goes; what went before stays, unless it lacked a seat that is free now."""
    wanted, sku = {"disabledPlans": license["disabledPlans"]}, license["skuId"]
    seated = _holds(user, sku) or _free_seats(world, sku) > 0
    if before and (before["error"] != "CountViolation" or not seated):
        return before | wanted
    return {
        "assignedByGroup": group,
        **wanted,
        "error": "None" if seated else "CountViolation",
        "lastUpdatedDateTime": wire_moment(world.clock.now()),
        "skuId": sku,
        "state": "Active" if seated else "Error",
    }


def _free_seats(world: World, sku: str) -> int:
    """Seats that are paid for, or expired but still in grace, and taken by nobody."""
    for product in world.subscribed_skus:
        if product["skuId"] == sku:
            units = product["prepaidUnits"]
            return units["enabled"] + units["warning"] - product["consumedUnits"]
    return 0


def _count_seats(world: World, skus: set[str]) -> None:
    for index, product in enumerate(world.subscribed_skus):
        if product["skuId"] in skus:
            held = [user for user in world.users.values() if _holds(user, product["skuId"])]
            world.subscribed_skus[index] = product | {"consumedUnits": len(held)}


def _holds(user: Wire, sku: str) -> bool:
    return any(license["skuId"] == sku for license in user["assignedLicenses"])
