"""Groups that Graph can't change because they are kept elsewhere."""

from bot.sandbox.graph.relations import is_exchange_managed
from bot.sandbox.graph.source_of_authority import is_mastered_on_premises
from bot.sandbox.odata.errors import GraphError, bad_request
from bot.sandbox.world import Wire, World

_FROZEN_BY_ARCHIVING = frozenset({"displayName", "description", "visibility"})


def require_unlocked(group: Wire) -> None:
    """Raise `GraphError` 400 for a group that Exchange or Active Directory keeps.

    Unverified: that a group both kept by Exchange and mastered on-premises gets Exchange's sentence, and that the
    on-premises sentence, known from PATCH, is also the one for members and owners.
    """
    if is_exchange_managed(group):
        raise bad_request("Cannot Update a mail-enabled security groups and or distribution list.")
    if is_mastered_on_premises(group):
        raise bad_request(
            "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects "
            "currently undergoing migration."
        )


def require_not_archived(world: World, group: Wire, changes: Wire) -> None:
    """Raise `GraphError` 403 for the name, description or privacy of an archived team; members may still change.

    https://learn.microsoft.com/graph/api/team-archive
    """
    team = world.teams.get(group["id"])
    if team and team["isArchived"] and not _FROZEN_BY_ARCHIVING.isdisjoint(changes):
        # Unverified: status, code and sentence, and that they also meet whoever writes to the group instead.
        raise GraphError(403, "Forbidden", "The team is archived. Unarchive it to change its settings.")
