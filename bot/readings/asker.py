"""The asker's own standing, whoever the question is about: it decides which buttons they get."""

from bot.reading import Listing
from bot.readings.person import ActiveRoles, ObjectId, RoleAssignments
from bot.texts import _


class MyOwnedGroups(Listing[ObjectId]):
    """The groups the asker owns."""

    path = "/me/ownedObjects/graph.group"
    scope = "User.Read"
    query = "$top=999"
    words = _("which groups you own")

    def includes(self, group: str) -> bool:
        """Whether the group with this id is among them."""
        return any(owned.id == group for owned in self.value)


class MyRoles(ActiveRoles):
    """Roles the asker has now for the whole tenant, also through groups."""

    path = "/me/transitiveMemberOf/graph.directoryRole"
    words = _("your active roles")


class MyRoleAssignments(RoleAssignments):
    """Every role in force for the asker, also those limited to a unit."""

    query = "$count=true&$filter=principalId eq '{asker}'"
    words = _("the roles you have for a part of the organisation")
