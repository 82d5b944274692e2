"""The asker's own standing, whoever the question is about: it decides which buttons they get."""

from bot.reading import Each, Listing
from bot.readings.group import DeletedGroup
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


class MyDeletedGroups(Listing[ObjectId]):
    """The groups in the recycle bin that the asker owns: up to 1,000, without pages.

    https://learn.microsoft.com/graph/api/directory-deleteditems-getuserownedobjects
    """

    path = "/directory/deletedItems/getUserOwnedObjects"
    scope = "Group.Read.All"
    posted = (("userId", "{asker}"), ("type", "Group"))
    words = _("which deleted groups you own")

    @classmethod
    def selected(cls) -> str:
        """This address takes no `$select`."""
        return ""

    def includes(self, group: str) -> bool:
        """Whether the group with this id is among them."""
        return any(owned.id == group for owned in self.value)


MineInBin = Each[DeletedGroup, MyDeletedGroups]
"""Whether a deleted group is the asker's: asked only where the group in question is deleted."""


class MyRoles(ActiveRoles):
    """Roles the asker has now for the whole tenant, also through groups."""

    path = "/me/transitiveMemberOf/graph.directoryRole"
    words = _("your active roles")


class MyRoleAssignments(RoleAssignments):
    """Every role in force for the asker, also those limited to a unit."""

    query = "$count=true&$filter=principalId eq '{asker}'"
    words = _("the roles you have for a part of the organisation")
