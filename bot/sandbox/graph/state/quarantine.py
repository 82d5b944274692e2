"""Addresses that another object had when they arrived wait in quarantine until nobody else has them.

https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-syncservice-duplicate-attribute-resiliency
"""

from collections.abc import Iterator

from bot.sandbox.world import Wire, World


def heal(world: World) -> None:
    """Give every object the quarantined addresses that nobody else has any more."""
    for objects in (world.users, world.groups):
        for thing in [thing for thing in objects.values() if thing["onPremisesProvisioningErrors"]]:
            objects[thing["id"]] = _healed(world, thing)


def _healed(world: World, thing: Wire) -> Wire:
    # Unverified: that a deleted group, unlike a deleted user, lets go of its address.
    holding = (world.users, world.deleted_users, world.groups)
    others = [other for objects in holding for other in objects.values() if other is not thing]
    taken = {address for other in others for address in _addresses(other)}
    healed = thing
    for error in thing["onPremisesProvisioningErrors"]:
        if error["category"] == "PropertyConflict" and _bare(error["value"]) not in taken:
            left = [each for each in healed["onPremisesProvisioningErrors"] if each is not error]
            healed = healed | _given(healed, error) | {"onPremisesProvisioningErrors": left}
    return healed


def _given(thing: Wire, error: Wire) -> Wire:
    if error["propertyCausingError"] == "UserPrincipalName":
        return {"userPrincipalName": error["value"]}
    value = error["value"] if ":" in error["value"] else f"smtp:{error['value']}"
    return {"proxyAddresses": [*thing["proxyAddresses"], value]}


def _addresses(thing: Wire) -> Iterator[str]:
    names = [*thing["proxyAddresses"], thing.get("mail"), thing.get("userPrincipalName")]
    return (_bare(name) for name in names if name)


def _bare(address: str) -> str:
    """An address without its kind: `SMTP:` and `smtp:` are the same address."""
    return address.casefold().removeprefix("smtp:")
