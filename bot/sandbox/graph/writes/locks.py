"""Groups that Graph can't change because they are kept elsewhere."""

from bot.sandbox.graph.relations import is_exchange_managed
from bot.sandbox.graph.source_of_authority import is_mastered_on_premises
from bot.sandbox.odata.errors import bad_request
from bot.sandbox.world import Wire


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
