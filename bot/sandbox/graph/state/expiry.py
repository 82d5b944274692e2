"""Microsoft 365 groups that nobody renewed are deleted a day after they expire, and can be restored.

https://learn.microsoft.com/entra/identity/users/groups-lifecycle
"""

from datetime import datetime, timedelta

from bot.sandbox.graph.state.soft_delete import soft_delete
from bot.sandbox.world import Wire, World, wire_moment

GRACE = timedelta(days=1)
_USUAL_LIFETIME = timedelta(days=180)


def delete_expired(world: World, at: datetime) -> None:
    """Move every Microsoft 365 group that expired a day or more before `at` to the deleted ones."""
    for group in list(world.groups.values()):
        expires = group["expirationDateTime"]
        if expires and "Unified" in group["groupTypes"] and datetime.fromisoformat(expires) + GRACE <= at:
            soft_delete(world, group["id"], at)


def renew(group: Wire, at: datetime) -> Wire:
    """An expired group with its whole lifetime before it again; any other as it was.

    Unverified: that restoring a group renews it. It can't keep its date, or it would be deleted again at once.
    """
    expired = datetime.fromisoformat(group["expirationDateTime"]) if group["expirationDateTime"] else None
    if expired is None or expired > at:
        return group
    begun = group["renewedDateTime"] or group["createdDateTime"]
    lifetime = expired - datetime.fromisoformat(begun) if begun else _USUAL_LIFETIME
    return group | {"renewedDateTime": wire_moment(at), "expirationDateTime": wire_moment(at + lifetime)}
