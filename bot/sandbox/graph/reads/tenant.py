"""The company itself: its profile, its licences, its policy for guests."""

from bot.sandbox.graph.answering import many, one
from bot.sandbox.graph.call import Call, Reply, not_found
from bot.sandbox.graph.rights.scopes import READ_ORGANIZATION
from bot.sandbox.graph.rights.visibility import Kind, bare, kind_of, require_member
from bot.sandbox.world import Wire

_PUBLIC = {"id", "displayName", "verifiedDomains"}


def organizations(call: Call) -> Reply:
    """`/organization`: always exactly one."""
    return many(call, "organization", [_organization(call)], "organization")


def organization(call: Call) -> Reply:
    """`/organization/{tenant id}`."""
    if call.keys["id"] != call.world.tenant:
        raise not_found(call.keys["id"])
    return one(call, "organization", _organization(call), "organization/$entity")


def subscribed_skus(call: Call) -> Reply:
    """`/subscribedSkus`."""
    require_member(call.world, call.caller)
    return many(call, "subscribedSku", call.world.subscribed_skus, "subscribedSkus")


def authorization_policy(call: Call) -> Reply:
    """`/policies/authorizationPolicy`."""
    require_member(call.world, call.caller)
    return one(call, "authorizationPolicy", call.world.authorization_policy, "policies/authorizationPolicy/$entity")


def _organization(call: Call) -> Wire:
    """The profile; with nothing but `User.Read`, and for guests, only its name and domains.

    https://learn.microsoft.com/graph/api/organization-get
    """
    full = call.caller.may(*((READ_ORGANIZATION.delegated | READ_ORGANIZATION.application) - {"User.Read"}))
    if full and kind_of(call.world, call.caller) is Kind.MEMBER:
        return call.world.organization
    # The one property that is never null.
    return bare(call.world.organization, but=_PUBLIC) | {"mobileDeviceManagementAuthority": "unknown"}
