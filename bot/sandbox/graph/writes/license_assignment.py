"""Giving a group licences and taking them away, in both licence stores.

https://learn.microsoft.com/graph/api/group-assignlicense
https://learn.microsoft.com/graph/api/cloudlicensing-assignment-delete?view=graph-rest-beta
"""

from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from bot.sandbox.graph.answering import one
from bot.sandbox.graph.call import NO_CONTENT, Call, Reply, invalid_value
from bot.sandbox.graph.reads.cloud_licensing import the_assignment
from bot.sandbox.graph.reads.groups import the_group
from bot.sandbox.graph.rights.changes import Change, require_change
from bot.sandbox.graph.state.license_processing import process_later
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire, World

_BOTH = ("addLicenses", "removeLicenses")


def assign_license(call: Call) -> Reply:
    """`POST /groups/{id}/assignLicense`: accepted at once; what becomes of it shows on the members later.

    It is no change of the group itself: groups that Active Directory or Exchange keep take licences too.
    """
    body = call.json()
    group = the_group(call)
    require_change(call.world, call.caller, group, Change.LICENSES)
    added, removed = _read(body)
    _require_sense(call.world, group, added, removed)
    kept = [each for each in group["assignedLicenses"] if each["skuId"] not in {*removed, *added}]
    call.world.groups[group["id"]] = group | {"assignedLicenses": [*kept, *added.values()]}
    process_later(call.world, group["id"])
    return replace(one(call, "group", call.world.groups[group["id"]], "groups/$entity"), status=202)


def delete_assignment(call: Call) -> Reply:
    """`DELETE /groups/{id}/cloudLicensing/assignments/{id}`, beta.

    Unverified: which roles may; those that may license the group are assumed.
    """
    group = the_group(call)
    require_change(call.world, call.caller, group, Change.LICENSES)
    del call.world.cloud_assignments[the_assignment(call)["id"]]
    return NO_CONTENT


def _read(body: Wire) -> tuple[dict[str, Wire], list[str]]:
    """The licences to add by their product, and the products to remove; raises `GraphError` 400."""
    missing = [name for name in _BOTH if name not in body]
    if missing:
        raise bad_request(
            "One or more parameters of the operation 'assignLicense' are missing from the request payload. "
            f"The missing parameters are: {', '.join(missing)}."
        )
    added, removed = (_list(body, name) for name in _BOTH)
    licenses = [_license(each) for each in added]
    return {each["skuId"]: each for each in licenses}, [_guid(sku, "removeLicenses") for sku in removed]


def _list(body: Wire, name: str) -> list[Any]:
    if not isinstance(body[name], list):
        raise invalid_value(name)
    return cast("list[Any]", body[name])


def _license(given: object) -> Wire:
    if not isinstance(given, dict):
        raise invalid_value("addLicenses")
    license = cast("Wire", given)
    plans: object = license.get("disabledPlans") or []
    if not isinstance(plans, list):
        raise invalid_value("disabledPlans")
    disabled = [_guid(plan, "disabledPlans") for plan in cast("list[object]", plans)]
    return {"disabledPlans": disabled, "skuId": _guid(license.get("skuId"), "skuId")}


def _guid(value: object, name: str) -> str:
    try:
        return str(UUID(cast("str", value)))
    except (ValueError, AttributeError, TypeError):
        raise invalid_value(name) from None


def _require_sense(world: World, group: Wire, added: dict[str, Wire], removed: list[str]) -> None:
    """Raise `GraphError` 400 for products this company lacks or this group hasn't. Unverified: the sentences."""
    sold = {product["skuId"] for product in world.subscribed_skus if product["appliesTo"] == "User"}
    for sku in added:
        if sku not in sold:
            raise bad_request(f"License {sku} does not correspond to a valid company License.")
    if added and not group["securityEnabled"]:
        raise bad_request("Licenses can only be assigned to groups that are security enabled.")
    held = {each["skuId"] for each in group["assignedLicenses"]}
    if not held.issuperset(removed):
        raise bad_request("The group does not have a corresponding license.")
    if not added.keys().isdisjoint(removed):
        raise bad_request("A license can't be added and removed in one request.")
